import { sql } from 'drizzle-orm';
import { chatEvents, chatSends, installations } from './schema/chat.js';
import { cards, deckChanges, decks, notes, passages } from './schema/decks.js';
import { drafts, editors } from './schema/drafts.js';
import { deliveries, learners, picks } from './schema/learners.js';
import { aliases, questionPeople, questions } from './schema/questions.js';
import { progress, reviews, sessions } from './schema/reviews.js';
import { roomEntries, rooms } from './schema/room.js';
import { workspaces } from './schema/workspaces.js';

export {
  aliases,
  cards,
  chatEvents,
  chatSends,
  deckChanges,
  decks,
  deliveries,
  drafts,
  editors,
  installations,
  learners,
  notes,
  passages,
  picks,
  progress,
  questionPeople,
  questions,
  reviews,
  roomEntries,
  rooms,
  sessions,
  workspaces,
};

const TAUGHT = [workspaces, decks, notes, passages, cards, deckChanges, drafts, aliases];
const LEARNED = [learners, editors, picks, deliveries, sessions, reviews, progress, questions, questionPeople];
const SAID = [rooms, roomEntries];
const CONNECTED = [installations, chatEvents, chatSends];

/** Every table, as SQL lists them. */
export const ALL_TABLES = sql.join(
  [...TAUGHT, ...LEARNED, ...SAID, ...CONNECTED].map((table) => sql`${table}`),
  sql`, `,
);
