import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Thread } from '../../src/threads/thread.js';

type Started = { readonly startThread: (module: URL, options?: object) => Thread<object, unknown> };

/** Threads run JavaScript: the sources of `threads/` are compiled, and a job is written beside them. */
const JOBS = `
export function createHandler() {
  let jobs = 0;
  return async ({ kind, value }) => {
    jobs += 1;
    if (kind === 'spin') for (;;);
    if (kind === 'hoard') { const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, n) => ({ n }))); }
    if (kind === 'throw') throw new Error(value);
    return { value, jobs };
  };
}`;

let folder: string;
let threads: Started;
let started: Thread<object, unknown>[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-threads-'));
  const root = path.resolve('.');
  const config = {
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: { noEmit: false, noCheck: true, rootDir: root, outDir: folder, types: [] },
    include: [],
    files: ['thread', 'worker'].map((name) => path.join(root, `src/threads/${name}.ts`)),
  };
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await promisify(execFile)(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  await writeFile(path.join(folder, 'jobs.js'), JOBS);
  threads = await import(/* @vite-ignore */ pathToFileURL(path.join(folder, 'src/threads/thread.js')).href);
}, 60_000);
afterAll(async () => {
  await Promise.all(started.map((thread) => thread.stop()));
  await rm(folder, { recursive: true, force: true });
});

function start(options: object = {}): Thread<object, unknown> {
  const thread = threads.startThread(pathToFileURL(path.join(folder, 'jobs.js')), options);
  started = [...started, thread];
  return thread;
}

describe('a thread', () => {
  it('does one job after the other and keeps what it knows', async () => {
    const thread = start();
    const results = await Promise.all(['a', 'b', 'c'].map((value) => thread.run({ kind: 'say', value })));
    expect(results).toEqual([
      { value: 'a', jobs: 1 },
      { value: 'b', jobs: 2 },
      { value: 'c', jobs: 3 },
    ]);
  });

  it('is ended in the middle of a job that takes too long, while this one goes on, and another takes its place', async () => {
    const thread = start();
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 5);
    await expect(thread.run({ kind: 'spin' }, AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'AbortError' });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
    expect(await thread.run({ kind: 'say', value: 'after' })).toEqual({ value: 'after', jobs: 1 });
  });

  it('that takes too much memory ends, and not the program', async () => {
    const thread = start({ maxMegabytes: 32 });
    await expect(thread.run({ kind: 'hoard' })).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
    expect(await thread.run({ kind: 'say', value: 'after' })).toEqual({ value: 'after', jobs: 1 });
  });

  it('passes on what a job throws, and takes the next one', async () => {
    const thread = start({ whenNeeded: true });
    await expect(thread.run({ kind: 'throw', value: 'no' })).rejects.toThrow('no');
    expect(await thread.run({ kind: 'say', value: 'yes' })).toMatchObject({ value: 'yes' });
  });

  it('rejects what waits when it is stopped', async () => {
    const thread = start();
    const running = thread.run({ kind: 'spin' });
    const waiting = thread.run({ kind: 'say', value: 'late' });
    const ended = Promise.allSettled([running, waiting]);
    await thread.stop();
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
