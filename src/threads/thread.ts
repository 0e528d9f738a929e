import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { HandlerModule } from './handler.js';

/** Does one job at a time, in the order they come, off the thread that answers people. */
export type Thread<Job, Result> = {
  /** Rejects where the signal aborts, the thread runs out of memory, or it is stopped; the next job finds a new one. */
  run(job: Job, signal?: AbortSignal): Promise<Result>;
  /** Jobs that wait for the one that runs. */
  waiting(): number;
  /** Ends the thread and what it does; jobs that wait are rejected. */
  stop(): Promise<void>;
};

export type ThreadOptions = {
  /** Of the JavaScript heap: what goes over it ends the thread and not the program. */
  readonly maxMegabytes?: number;
  /** By how much it steps back behind the thread that answers, in the system's nice levels. */
  readonly nice?: number;
  /** It is made by the first job, and gone again a while after the last: what it keeps is lost then. */
  readonly whenNeeded?: boolean;
};

const IDLE_MS = 30_000;
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * A thread that runs the handler of a module. Jobs and results are copied, as structured clones.
 *
 * @param module of the file as it is when it is built, `.js`. Run from TypeScript sources, as tests are, there is no such
 *   file: the handler then runs in this thread, with the same copies and in the same order.
 */
export function startThread<Job, Result>(module: URL, options: ThreadOptions = {}): Thread<Job, Result> {
  return import.meta.url.endsWith('.ts') ? inThisThread(module) : ofPool(module, options);
}

class Stopped extends Error {
  override readonly name = 'AbortError';
}

/** One job at a time, in the order they come: a pool of one thread takes those that wait in any order. */
function inLine<Job, Result>(
  act: (job: Job, signal: AbortSignal | undefined) => Promise<Result>,
  end: () => Promise<void>,
): Thread<Job, Result> {
  let last: Promise<unknown> = Promise.resolve();
  let left = 0;
  let isStopped = false;
  const doIt = async (job: Job, signal: AbortSignal | undefined): Promise<Result> => {
    try {
      if (isStopped || signal?.aborted) throw new Stopped('the thread was stopped');
      return await act(job, signal);
    } finally {
      left -= 1;
    }
  };
  return {
    run(job, signal) {
      left += 1;
      const mine = last.then(() => doIt(job, signal));
      last = mine.catch(() => {});
      return mine;
    },
    waiting: () => Math.max(0, left - 1),
    async stop() {
      isStopped = true;
      await end();
    },
  };
}

function ofPool<Job, Result>(
  module: URL,
  { maxMegabytes, nice, whenNeeded = false }: ThreadOptions,
): Thread<Job, Result> {
  const pool = new Piscina<Job, Result>({
    filename: fileURLToPath(WORKER),
    name: 'run',
    workerData: { module: module.href },
    minThreads: whenNeeded ? 0 : 1,
    idleTimeout: whenNeeded ? IDLE_MS : Number.POSITIVE_INFINITY,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    ...(maxMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } }),
    ...(nice === undefined ? {} : { niceIncrement: nice }),
  });
  // A job's own promise tells of its failure; what ends a thread between jobs only means that another one starts.
  pool.on('error', () => {});
  return inLine(
    (job, signal) => pool.run(job, signal === undefined ? {} : { signal }),
    () => pool.destroy(),
  );
}

function inThisThread<Job, Result>(module: URL): Thread<Job, Result> {
  const source = module.href.replace(/\.js$/u, '.ts');
  const handler = (async () => {
    const { createHandler }: HandlerModule<Job, Result> = await import(/* @vite-ignore */ source);
    return createHandler();
  })();
  return inLine(
    async (job) => {
      const handle = await handler;
      return structuredClone(await handle(structuredClone(job)));
    },
    async () => {},
  );
}
