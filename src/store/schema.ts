import { getTableName, sql } from 'drizzle-orm';
import { chatEvents, chatSends, installations } from './schema/chat.js';
import { conversations } from './schema/conversations.js';
import { cards, deckChanges, decks, doubtfulCards, notes, passages } from './schema/decks.js';
import { draftFiles, drafts, editors, folderNotes } from './schema/drafts.js';
import { deliveries, holds, learners, picks } from './schema/learners.js';
import { modelUsage, passageVectors } from './schema/models.js';
import { aliases, questionPeople, questions } from './schema/questions.js';
import { quizEvents, quizzes } from './schema/quizzes.js';
import { progress, reviews, sessions } from './schema/reviews.js';
import { roomEntries, roomFiles, rooms } from './schema/room.js';
import { workspaces } from './schema/workspaces.js';

export {
  aliases,
  cards,
  chatEvents,
  chatSends,
  conversations,
  deckChanges,
  decks,
  deliveries,
  doubtfulCards,
  draftFiles,
  drafts,
  editors,
  folderNotes,
  holds,
  installations,
  learners,
  modelUsage,
  notes,
  passages,
  passageVectors,
  picks,
  progress,
  questionPeople,
  questions,
  quizEvents,
  quizzes,
  reviews,
  roomEntries,
  roomFiles,
  rooms,
  sessions,
  workspaces,
};

const MODEL_TABLES = [modelUsage, passageVectors];
const CONTENT_TABLES = [
  workspaces,
  decks,
  notes,
  passages,
  cards,
  doubtfulCards,
  deckChanges,
  drafts,
  draftFiles,
  folderNotes,
  aliases,
];
const LEARNER_TABLES = [
  learners,
  editors,
  picks,
  holds,
  deliveries,
  sessions,
  reviews,
  progress,
  questions,
  questionPeople,
  conversations,
  quizzes,
  quizEvents,
];
const ROOM_TABLES = [rooms, roomEntries, roomFiles];
const PLATFORM_TABLES = [installations, chatEvents, chatSends];

/** Every table, each after those that it refers to. */
const TABLES = [...CONTENT_TABLES, ...LEARNER_TABLES, ...ROOM_TABLES, ...PLATFORM_TABLES, ...MODEL_TABLES];

export const TABLE_NAMES: readonly string[] = TABLES.map((table) => getTableName(table));

/** Every table, as SQL lists them. */
export const ALL_TABLES = sql.join(
  TABLES.map((table) => sql`${table}`),
  sql`, `,
);
