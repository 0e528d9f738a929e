import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child, compileChildren } from './children.js';

/** What a process has said: the turns that the store has acknowledged to it, and who took its folder. */
export type Witness = {
  readonly session: string;
  readonly child: Child;
  readonly turns: () => number;
  readonly lostTo: () => string | null;
  /** When it said so. */
  readonly lostAt: () => number;
};

export type Round = {
  readonly paused: Witness;
  readonly taker: Witness;
  /** From waking to knowing, and to its end, in milliseconds. */
  readonly toldAfter: number;
  readonly goneAfter: number;
  readonly exitCode: number | null;
};

/** How long one is paused at least; the other takes the folder when it has seen no sign of life for 20 s. */
const PAUSE_MS = 25_000;

function witness(child: Child): Witness {
  let turns = 0;
  let lostTo: string | null = null;
  let lostAt = Number.POSITIVE_INFINITY;
  void (async () => {
    for (let line = await child.line(); line !== null; line = await child.line()) {
      if (line.startsWith('lost to ')) {
        lostTo = line.slice('lost to '.length);
        lostAt = Date.now();
      } else turns = Number(line);
    }
  })();
  return {
    session: `session-${child.process.pid}`,
    child,
    turns: () => turns,
    lostTo: () => lostTo,
    lostAt: () => lostAt,
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

/** Whoever held the folder is gone for good: the next one need not watch for it. */
export async function age(dataDir: string): Promise<void> {
  const longAgo = new Date(Date.now() - 3_600_000);
  const locks = (await readdir(dataDir)).filter((name) => /^lock-\d+$/.test(name));
  await Promise.all(locks.map((name) => utimes(join(dataDir, name), longAgo, longAgo)));
}

/**
 * One machine reviews and is paused in the midst of it; another takes the folder and reviews; the first wakes up.
 *
 * @param moment from 0 to 1: when in its reviewing it is paused
 */
export async function pauseOne(
  children: Awaited<ReturnType<typeof compileChildren>>,
  dataDir: string,
  moment: number,
): Promise<Round> {
  const paused = witness(children.start('review', dataDir, 'one'));
  await until(() => paused.turns() > 0);
  await sleep(moment * 1_500);
  paused.child.process.kill('SIGSTOP');
  const began = Date.now();
  const taker = witness(children.start('review', dataDir, 'other'));
  await until(() => taker.turns() > 5 && Date.now() - began > PAUSE_MS);
  const gone = once(paused.child.process, 'exit');
  const woken = Date.now();
  paused.child.process.kill('SIGCONT');
  const [exitCode] = await gone;
  const goneAfter = Date.now() - woken;
  const then = taker.turns();
  await until(() => taker.turns() > then + 5);
  await taker.child.kill();
  await age(dataDir);
  return { paused, taker, toldAfter: paused.lostAt() - woken, goneAfter, exitCode };
}
