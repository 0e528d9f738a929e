import { diffDeck } from '../diff/diff-deck.js';
import { isCollection, type ReadSource, readSource, type SourceFile } from '../formats/read-source.js';
import { Refused } from '../formats/refused.js';
import { startThread, type Thread } from '../threads/thread.js';
import type { SourceReader } from '../tutor/context.js';
import type { CompareJob, ReaderResult, ReadJob } from './reader-jobs.js';

/** How long reading one source may take, without its time in the queue. */
const LONGEST_MS = 60_000;
/** Memory limit of the thread; ten megabytes of notes need about 300. */
const MOST_MEGABYTES = 768;
/** Lowers the thread's priority below that of the one that answers people. */
const NICE = 5;
/** Fewer cards are compared in this thread, since sending them to another one takes longer. */
const FEW_CARDS = 400;

/** Shorter notes are read in this thread, in a few milliseconds; starting another one takes half a second. */
const FEW_BYTES = 5_000;

const JOBS = new URL('./reader-jobs.js', import.meta.url);
const OPTIONS = { maxMegabytes: MOST_MEGABYTES, nice: NICE, whenNeeded: true } as const;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function readIn(
  thread: Thread<ReadJob, ReaderResult>,
  source: SourceFile,
  mostCards: number | null,
  calledOff: AbortSignal,
): Promise<ReadSource> {
  const tooLong = AbortSignal.timeout(LONGEST_MS);
  try {
    const result = await thread.run({ kind: 'read', source, mostCards }, AbortSignal.any([calledOff, tooLong]));
    if (result.kind !== 'read') throw new Error('a reading came back as something else');
    return result.source;
  } catch (error) {
    if (calledOff.aborted) throw error;
    if (tooLong.aborted) throw new Refused('too-slow');
    if (isOutOfMemory(error)) throw new Refused('too-much-memory');
    throw error;
  }
}

export type ThreadedReader = SourceReader & { readonly stop: () => Promise<void> };

/**
 * Creates a reader that reads one source at a time and compares decks at the same time, each in a thread that runs
 * while it is needed.
 */
export function createReader(): ThreadedReader {
  const reading = startThread<ReadJob, ReaderResult>(JOBS, OPTIONS);
  const comparing = startThread<CompareJob, ReaderResult>(JOBS, OPTIONS);
  let last: Promise<unknown> = Promise.resolve();
  let before = 0;

  return {
    read(source, mostCards, signal, onTurn) {
      if (source.bytes.length <= FEW_BYTES && !isCollection(source.file)) return readSource(source, mostCards);
      if (before > 0) onTurn(before);
      before += 1;
      const mine = last.then(async () => {
        signal.throwIfAborted();
        onTurn(0);
        return readIn(reading, source, mostCards, signal);
      });
      last = mine
        .catch(() => {})
        .then(() => {
          before -= 1;
        });
      return mine;
    },
    async compare(stored, fresh, options = {}) {
      if (stored.length + fresh.length <= FEW_CARDS) return diffDeck(stored, fresh, options);
      const result = await comparing.run({ kind: 'compare', before: stored, fresh, options });
      if (result.kind !== 'compared') throw new Error('a comparison came back as something else');
      return result.diff;
    },
    stop: async () => void (await Promise.all([reading.stop(), comparing.stop()])),
  };
}
