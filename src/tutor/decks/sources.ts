import { createHash } from 'node:crypto';
import type { ReadSource, SourceFile } from '../../formats/read-source.js';
import { Cancelled, type SourceReader, type Sources } from '../context.js';

/** The total size of the files whose readings are cached; a reading takes several times as much memory. */
const REMEMBERED_BYTES = 24 * 1024 * 1024;

type CachedReading = {
  readonly bytes: number;
  readonly reading: Promise<ReadSource>;
  readonly abort: () => void;
  /** How many callers wait for it. */
  waiting: number;
};

function keyOf({ file, bytes }: SourceFile, mostCards: number | null): string {
  return createHash('sha256').update(`${mostCards}\0${file}\0`).update(bytes).digest('hex');
}

/** Readings by the hash of their source; the most recently used ones, up to a total size. */
function createReadings() {
  const entries = new Map<string, CachedReading>();
  return {
    get: (hash: string) => entries.get(hash),
    remember(hash: string, entry: CachedReading): void {
      entries.delete(hash);
      entries.set(hash, entry);
      let total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
      for (const [oldest, { bytes }] of entries) {
        if (total <= REMEMBERED_BYTES || oldest === hash) break;
        entries.delete(oldest);
        total -= bytes;
      }
    },
    forget(hash: string, entry: CachedReading): void {
      if (entries.get(hash) === entry) entries.delete(hash);
    },
  };
}

function startReading(
  reader: SourceReader,
  source: SourceFile,
  mostCards: number | null,
  onTurn: (before: number) => void,
): CachedReading {
  const controller = new AbortController();
  const reading = reader.read(source, mostCards, controller.signal, onTurn);
  return { bytes: source.bytes.length, reading, abort: () => controller.abort(), waiting: 0 };
}

/**
 * Readings by the hash of a source's name and content. Each source is read once, also for concurrent callers, as long
 * as it is cached. A failed reading is dropped; a reading that all its callers have cancelled is ended.
 */
export function createSources(reader: SourceReader): Sources {
  const readings = createReadings();
  const cancellations = new Map<string, () => void>();

  /** Settles like `work`, or rejects as soon as `key` is cancelled. */
  function untilCancelled<T>(work: Promise<T>, key: string | undefined): Promise<T> {
    if (key === undefined) return work;
    return new Promise((resolve, reject) => {
      cancellations.set(key, () => reject(new Cancelled('the reading was called off')));
      work.then(resolve, reject);
    });
  }

  return {
    async read(source, { key, onTurn = () => {}, mostCards = null } = {}) {
      const hash = keyOf(source, mostCards);
      const entry = readings.get(hash) ?? startReading(reader, source, mostCards, onTurn);
      readings.remember(hash, entry);
      entry.waiting += 1;
      try {
        return await untilCancelled(entry.reading, key);
      } catch (error) {
        if (!(error instanceof Cancelled)) readings.forget(hash, entry);
        else if (entry.waiting === 1) {
          readings.forget(hash, entry);
          entry.abort();
        }
        throw error;
      } finally {
        entry.waiting -= 1;
        if (key !== undefined) cancellations.delete(key);
      }
    },
    async unlessCancelled(key, work) {
      const controller = new AbortController();
      try {
        return await untilCancelled(work(controller.signal), key);
      } catch (error) {
        if (error instanceof Cancelled) controller.abort();
        throw error;
      } finally {
        if (key !== undefined) cancellations.delete(key);
      }
    },
    cancel(key) {
      const cancelReading = cancellations.get(key);
      cancelReading?.();
      return cancelReading !== undefined;
    },
    compare: reader.compare,
  };
}
