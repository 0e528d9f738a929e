import type { Card, StoredCard } from '../core/card.js';
import { type DeckDiff, type DiffOptions, diffDeck } from '../diff/diff-deck.js';
import { type ReadSource, readSource, type SourceFile } from '../formats/read-source.js';
import type { Handler } from '../threads/handler.js';

export type ReadJob = { readonly kind: 'read'; readonly source: SourceFile; readonly mostCards: number | null };
export type CompareJob = {
  readonly kind: 'compare';
  readonly before: readonly StoredCard[];
  readonly fresh: readonly Card[];
  readonly options: DiffOptions;
};

export type ReaderResult =
  | { readonly kind: 'read'; readonly source: ReadSource }
  | { readonly kind: 'compared'; readonly diff: DeckDiff };

/** Reads sources and compares decks, off the thread that answers people. */
export function createHandler(): Handler<ReadJob | CompareJob, ReaderResult> {
  return async (job) =>
    job.kind === 'read'
      ? { kind: 'read', source: await readSource(job.source, job.mostCards) }
      : { kind: 'compared', diff: diffDeck(job.before, job.fresh, job.options) };
}
