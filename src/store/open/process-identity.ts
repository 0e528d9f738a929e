import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Distinguishes a process from a later one with the same number. */
export type ProcessIdentity = {
  readonly pid: number;
  /** When it began, in the kernel's terms; `null` where the system does not say. */
  readonly started: string | null;
  readonly host: string;
  /** The system's name for the set of processes that see each other (a container has its own); `null` for none. */
  readonly space: string | null;
};

/**
 * The boot and the tick at which a process began; `null` without /proc, and for a process that has ended. A process
 * that is dead but not yet collected by its parent (state Z) has ended. Fields as in proc_pid_stat(5); the second is
 * a name in brackets that may contain anything, so they are counted from the last bracket.
 */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' || startTicks === undefined ? null : `${boot.trim()}/${startTicks}`;
  } catch {
    return null;
  }
}

async function spaceOf(): Promise<string | null> {
  try {
    return await readlink('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: await startOf(process.pid), host: hostname(), space: await spaceOf() };
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether that very process, which this one can see, still runs. */
export async function isSameProcess({ pid, started }: Pick<ProcessIdentity, 'pid' | 'started'>): Promise<boolean> {
  if (!answersSignals(pid)) return false;
  return started === null || started === (await startOf(pid));
}
