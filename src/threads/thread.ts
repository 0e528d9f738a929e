import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { HandlerModule } from './handler.js';

/** Does jobs one at a time, in their order, off the thread that answers people. */
export type Thread<Job, Result> = {
  /** Rejects where the signal aborts, the thread runs out of memory, or it is stopped; the next job finds a new one. */
  run(job: Job, signal?: AbortSignal): Promise<Result>;
  /** How many jobs wait for the running one. */
  waiting(): number;
  /** Ends the thread and its job; waiting jobs are rejected. */
  stop(): Promise<void>;
};

type ThreadOptions = {
  /** A limit for the JavaScript heap; exceeding it ends the thread, not the program. */
  readonly maxMegabytes?: number;
  /** How much lower its priority is than that of the thread that answers, in the system's nice levels. */
  readonly nice?: number;
  /** The thread starts with the first job and ends a while after the last one, losing its state. */
  readonly whenNeeded?: boolean;
};

const IDLE_MS = 30_000;
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * A thread that runs the handler of a module. Jobs and results are copied, as structured clones.
 *
 * @param module the address of the built file, `.js`. Tests run from TypeScript sources, where there is no such file: the
 *   handler then runs in this thread, with the same copies and in the same order.
 */
export function startThread<Job, Result>(module: URL, options: ThreadOptions = {}): Thread<Job, Result> {
  return import.meta.url.endsWith('.ts') ? inThisThread(module) : inPool(module, options);
}

class Stopped extends Error {
  override readonly name = 'AbortError';
}

/** Queues jobs in their order, which a pool of one thread does not keep. */
function createQueue<Job, Result>(
  act: (job: Job, signal: AbortSignal | undefined) => Promise<Result>,
  end: () => Promise<void>,
): Thread<Job, Result> {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  let isStopped = false;
  const runNext = async (job: Job, signal: AbortSignal | undefined): Promise<Result> => {
    try {
      if (isStopped || signal?.aborted) throw new Stopped('the thread was stopped');
      return await act(job, signal);
    } finally {
      unfinished -= 1;
    }
  };
  return {
    run(job, signal) {
      unfinished += 1;
      const result = last.then(() => runNext(job, signal));
      last = result.catch(() => {});
      return result;
    },
    waiting: () => Math.max(0, unfinished - 1),
    async stop() {
      isStopped = true;
      await end();
    },
  };
}

function inPool<Job, Result>(
  module: URL,
  { maxMegabytes, nice, whenNeeded = false }: ThreadOptions,
): Thread<Job, Result> {
  const pool = new Piscina<Job, Result>({
    filename: fileURLToPath(WORKER),
    name: 'runJob',
    workerData: { module: module.href },
    minThreads: whenNeeded ? 0 : 1,
    idleTimeout: whenNeeded ? IDLE_MS : Number.POSITIVE_INFINITY,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    ...(maxMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } }),
    ...(nice === undefined ? {} : { niceIncrement: nice }),
  });
  // A failed job rejects its own promise; when a thread ends between jobs, another one starts.
  pool.on('error', () => {});
  return createQueue(
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
  return createQueue(
    async (job) => {
      const handle = await handler;
      return structuredClone(await handle(structuredClone(job)));
    },
    async () => {},
  );
}
