import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Spawned = {
  /** The room's address, when the program says that it is ready. Rejects where it ends before. */
  readonly ready: Promise<string>;
  /** All it has printed. */
  readonly output: () => string;
  /** Ends it kindly and gives its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
};

export type Program = Spawned & { readonly url: string };

export function newDataFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'repaso-program-'));
}

/** The address in the log's line that says that the program is ready. */
function readyUrl(log: string): string | null {
  const line = log.split('\n').find((one) => one.includes('"event":"ready"') && one.endsWith('}'));
  return line === undefined ? null : z.object({ url: z.string() }).parse(JSON.parse(line)).url;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });
}

/** Starts the built program as a person would, without waiting for it. */
export function spawnProgram(env: Readonly<Record<string, string>>): Spawned {
  const child = spawn(process.execPath, ['dist/cli.js', 'start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const url = readyUrl(output);
      if (url !== null) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it was ready:\n${output}`)));
  });
  ready.catch(() => {});
  return {
    ready,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      return ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

/** Starts it and resolves when it is ready. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const spawned = spawnProgram(env);
  return { ...spawned, url: await spawned.ready };
}
