import type { Instant } from '../core/local-date.js';
import type { Store } from '../store/interfaces/store.js';
import type { Nearness } from './ask/answering/nearness.js';
import type { Answering } from './ask/answering/write-answer.js';
import type { Lookups } from './ask/lookups.js';

/** What every use case works with. The time and the source of new ids are given, so a test can fix both. */
export type TutorContext = {
  readonly store: Store;
  readonly lookups: Lookups;
  /** The language model, where one is configured. */
  readonly answering: Answering | null;
  /** Likeness of meaning, where embeddings are configured. */
  readonly nearness: Nearness | null;
  /** The moment at which the person acted. */
  readonly now: Instant;
  /** A new id that has not been used before, at most 16 characters. */
  readonly newId: () => string;
};
