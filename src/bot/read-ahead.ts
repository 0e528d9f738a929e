import { learnerId, sessionId, workspaceId } from '../core/ids.js';
import { aloneWith } from '../tutor/ask/topics.js';
import type { TutorContext } from '../tutor/context.js';

/**
 * What an event is about, where that is known before the person is: it is read while they are looked up. `session`: the
 * session whose id is a button's first argument. `notes`: the lookup of the
 * workspace's notes, and what the person asked of it before.
 */
export type ReadAhead = 'session' | 'notes';

/** Begins now; a failure is for whoever asks for the result. */
function begin<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** The result of a reading that has begun for who asks first; who asks again reads anew. */
function once<T>(reading: Promise<T>): () => Promise<T> | null {
  let left: Promise<T> | null = begin(reading);
  return () => {
    const taken = left;
    left = null;
    return taken;
  };
}

/**
 * A context that has begun to read a session and what its state follows from, so that all of it is one wait. Only for a
 * handler that reads the session before it changes anything.
 */
function withSession(context: TutorContext, inWorkspace: string, id: string): TutorContext {
  const { store } = context;
  const { sessions, reviews, progress, decks } = store;
  const about = sessionId(id);
  const workspace = workspaceId(inWorkspace);
  const reading = begin(sessions.get(workspace, about));
  const session = once(reading);
  const answers = once(reviews.inSession(workspace, about));
  const cards = once(progress.ofSession(workspace, about));
  const list = once(decks.list(workspace));
  return {
    ...context,
    store: {
      ...store,
      sessions: {
        ...sessions,
        get: (of, asked) => (of === workspace && asked === about ? session() : null) ?? sessions.get(of, asked),
      },
      reviews: {
        ...reviews,
        inSession: (of, asked) =>
          (of === workspace && asked === about ? answers() : null) ?? reviews.inSession(of, asked),
      },
      progress: {
        ...progress,
        async withCards(of, learner, plan) {
          const read = await reading;
          const isAbout = read?.workspaceId === of && read.learnerId === learner && read.plan === plan;
          return (isAbout ? cards() : null) ?? progress.withCards(of, learner, plan);
        },
      },
      decks: { ...decks, list: (of) => (of === workspace ? list() : null) ?? decks.list(of) },
    },
  };
}

/** A context that has begun to read the notes, and what the person spoke of last when alone with the bot. */
function withNotes(context: TutorContext, inWorkspace: string, person: string): TutorContext {
  const { lookups, store } = context;
  const { conversations } = store;
  const workspace = workspaceId(inWorkspace);
  const { name } = aloneWith({ id: learnerId(person) });
  const lookup = once(lookups.of(workspace));
  const topic = once(conversations.topic(workspace, name));
  return {
    ...context,
    lookups: { ...lookups, of: (asked) => (asked === workspace ? lookup() : null) ?? lookups.of(asked) },
    store: {
      ...store,
      conversations: {
        ...conversations,
        topic: (of, asked) => (of === workspace && asked === name ? topic() : null) ?? conversations.topic(of, asked),
      },
    },
  };
}

type Event = { readonly place: { readonly workspaceId: string }; readonly person: { readonly id: string } };

/** The context of an event, with what it is about being read already. */
export function readAhead(
  context: TutorContext,
  { place, ...event }: Event,
  reads: ReadAhead | undefined,
): TutorContext {
  if (reads === 'notes') return withNotes(context, place.workspaceId, event.person.id);
  const [session] = 'args' in event && Array.isArray(event.args) ? event.args : [];
  if (reads === undefined || typeof session !== 'string') return context;
  return withSession(context, place.workspaceId, session);
}
