import { createHash } from 'node:crypto';
import type { ReadSource, SourceFile } from '../../formats/read-source.js';
import { Cancelled, type SourceReader, type Sources } from '../context.js';

/** What is remembered, by the size of the files: a reading takes several times as much. */
const REMEMBERED_BYTES = 24 * 1024 * 1024;

type CachedReading = {
  readonly bytes: number;
  readonly reading: Promise<ReadSource>;
  readonly abort: () => void;
  /** Who waits for it. */
  waiting: number;
};

function keyOf({ file, bytes }: SourceFile, mostCards: number | null): string {
  return createHash('sha256').update(`${mostCards}\0${file}\0`).update(bytes).digest('hex');
}

/**
 * Sources by the hash of their name and content: each is read once, also where several ask at the same time, as long as
 * it is among those used last. A reading that failed is forgotten; one that everybody has called off is ended.
 */
export function createSources(reader: SourceReader): Sources {
  const entries = new Map<string, CachedReading>();
  const calledOff = new Map<string, () => void>();

  function remember(hash: string, entry: CachedReading): void {
    entries.delete(hash);
    entries.set(hash, entry);
    let total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [oldest, { bytes }] of entries) {
      if (total <= REMEMBERED_BYTES || oldest === hash) break;
      entries.delete(oldest);
      total -= bytes;
    }
  }

  function forget(hash: string, entry: CachedReading): void {
    if (entries.get(hash) === entry) entries.delete(hash);
  }

  function start(source: SourceFile, mostCards: number | null, onTurn: (before: number) => void): CachedReading {
    const controller = new AbortController();
    const reading = reader.read(source, mostCards, controller.signal, onTurn);
    return { bytes: source.bytes.length, reading, abort: () => controller.abort(), waiting: 0 };
  }

  /** Resolves with the reading, or rejects as soon as `key` is called off. */
  function untilCalledOff(entry: CachedReading, key: string | undefined): Promise<ReadSource> {
    if (key === undefined) return entry.reading;
    return new Promise((resolve, reject) => {
      calledOff.set(key, () => reject(new Cancelled('the reading was called off')));
      entry.reading.then(resolve, reject);
    });
  }

  return {
    async read(source, { key, onTurn = () => {}, mostCards = null } = {}) {
      const hash = keyOf(source, mostCards);
      const entry = entries.get(hash) ?? start(source, mostCards, onTurn);
      remember(hash, entry);
      entry.waiting += 1;
      try {
        return await untilCalledOff(entry, key);
      } catch (error) {
        if (!(error instanceof Cancelled)) forget(hash, entry);
        else if (entry.waiting === 1) {
          forget(hash, entry);
          entry.abort();
        }
        throw error;
      } finally {
        entry.waiting -= 1;
        if (key !== undefined) calledOff.delete(key);
      }
    },
    cancel(key) {
      const callOff = calledOff.get(key);
      callOff?.();
      return callOff !== undefined;
    },
    compare: reader.compare,
  };
}
