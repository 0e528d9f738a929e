import { diffDeck } from '../diff/diff-deck.js';
import { isCollection, type ReadSource, readSource, type SourceFile } from '../formats/read-source.js';
import { Refused } from '../formats/refused.js';
import { startThread, type Thread } from '../threads/thread.js';
import type { SourceReader } from '../tutor/context.js';
import type { CompareJob, ReaderResult, ReadJob } from './reader-jobs.js';

/** One source takes at most so long, once its turn has come. */
const LONGEST_MS = 60_000;
/** Ten megabytes of notes take about 300. */
const MOST_MEGABYTES = 768;
/** It steps back behind the thread that answers people. */
const NICE = 5;
/** Cards that are compared at once here: sending them elsewhere would take longer. */
const FEW_CARDS = 400;

/** Notes that are read here: some milliseconds, where a thread that has to be made first takes half a second. */
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

export type Reader = SourceReader & { readonly stop: () => Promise<void> };

/** Reads one source at a time, and compares decks beside it, each in a thread that is there while it is needed. */
export function createReader(): Reader {
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
