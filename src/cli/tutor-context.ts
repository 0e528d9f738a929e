import { instant } from '../core/local-date.js';
import { newId } from '../program/ids.js';
import type { Store } from '../store/interfaces/store.js';
import { createLookups } from '../tutor/ask/lookups.js';
import type { Sources, TutorContext } from '../tutor/context.js';
import { directReader } from '../tutor/decks/direct-reader.js';
import { createSources } from '../tutor/decks/sources.js';
import type { Io } from './io.js';

/** The context of the command line's verbs, without a language model. */
export function tutorContext(io: Io, store: Store, sources: Sources = createSources(directReader)): TutorContext {
  return {
    store,
    lookups: createLookups(store),
    sources,
    answering: null,
    nearness: null,
    suggesting: null,
    now: instant(io.now()),
    newId,
  };
}
