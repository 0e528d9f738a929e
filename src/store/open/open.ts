import { sql } from 'drizzle-orm';
import type { ChatMemory } from '../../chat/chat-memory.js';
import type { RoomLog } from '../../chat/web/room-log.js';
import { createAgenda } from '../agenda.js';
import { createAliases } from '../aliases.js';
import { createBoards } from '../boards.js';
import { createChatMemory } from '../chat-memory.js';
import { createConversations } from '../conversations.js';
import type { Database } from '../database.js';
import { createDecks } from '../decks.js';
import { createDeliveries } from '../deliveries.js';
import { createDrafts } from '../drafts.js';
import { createEditors } from '../editors.js';
import { createFolderNotes } from '../folder-notes.js';
import { createHolds } from '../holds.js';
import { createInstallations } from '../installations.js';
import type { Retention } from '../interfaces/retention.js';
import type { Store } from '../interfaces/store.js';
import { createLearners } from '../learners.js';
import { createModelUsage } from '../model-usage.js';
import { type ObservedDatabase, observeDatabase } from '../observed-database.js';
import { createPile } from '../pile.js';
import { createProgressReader } from '../progress.js';
import { createGaps, createQuestions, createRaisedGaps, createWaiters } from '../questions.js';
import { createQuizTurns, createQuizzes } from '../quizzes.js';
import { createRetention } from '../retention.js';
import { createReviews } from '../reviews.js';
import { createRoomLog } from '../room-log.js';
import { createSessions } from '../sessions.js';
import { createVectors } from '../vectors.js';
import { createWorkspaces } from '../workspaces.js';
import type { Connection, OnStoreStep, StoreStep } from './connection.js';
import { type MigrationResult, migrateDatabase } from './migrate.js';
import { openEmbedded } from './open-embedded.js';
import { openServer } from './open-server.js';

export type { Connection, OnStoreStep, StoreStep };

export type OpenOptions = {
  /** URL of a server Postgres, or `null` for the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly onStep?: OnStoreStep;
};

export type OpenStore = {
  readonly kind: 'embedded' | 'server';
  readonly store: Store;
  readonly migration: MigrationResult;
  /** The memory of chat rooms; `parse` reads content that this or an earlier version stored. */
  readonly roomLog: <Content>(parse: (stored: unknown) => Content) => RoomLog<Content>;
  /** What a platform's adapter remembers: the events it has received and the messages it has sent. */
  readonly chatMemory: (platform: string) => ChatMemory;
  /** What the database can do now. Never rejects. */
  readonly condition: ObservedDatabase['condition'];
  /** Throws `StoreUnavailable` when the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Deletes what has an end. */
  readonly retention: Retention;
  /** Resolves when another process has taken the data folder; this one is to end at once. */
  readonly lost: Connection['lost'];
  readonly close: () => Promise<void>;
};

function createStore(database: Database): Store {
  return {
    workspaces: createWorkspaces(database),
    ...createDecks(database),
    pile: createPile(database),
    learners: createLearners(database),
    progress: createProgressReader(database),
    agenda: createAgenda(database),
    holds: createHolds(database),
    reviews: createReviews(database),
    boards: createBoards(database),
    sessions: createSessions(database),
    deliveries: createDeliveries(database),
    installations: createInstallations(database),
    drafts: createDrafts(database),
    editors: createEditors(database),
    modelUsage: createModelUsage(database),
    vectors: createVectors(database),
    folderNotes: createFolderNotes(database),
    questions: createQuestions(database),
    gaps: createGaps(database),
    raisedGaps: createRaisedGaps(database),
    waiters: createWaiters(database),
    conversations: createConversations(database),
    aliases: createAliases(database),
    quizzes: createQuizzes(database),
    quizTurns: createQuizTurns(database),
  };
}

/** The store on an open connection, its database migrated to this program's version. */
export async function storeOn(connection: Connection, onStep: OnStoreStep = () => {}): Promise<OpenStore> {
  const { kind } = connection;
  const { database, condition } = observeDatabase(connection.database);
  const migration = await migrateDatabase(database, (from, to) => onStep({ kind: 'migrating', from, to }));
  if (kind === 'embedded') await database.tidy();
  return {
    kind,
    store: createStore(database),
    migration,
    roomLog: (parse) => createRoomLog(database, parse),
    chatMemory: (platform) => createChatMemory(database, platform),
    ping: () => database.run(async (db) => void (await db.execute(sql`select 1`))),
    condition,
    retention: createRetention(database, kind === 'embedded'),
    lost: connection.lost,
    close: connection.close,
  };
}

/**
 * Opens the database and migrates it to this program's version. Throws an `OpenStoreError` (`errors.ts`) for what a
 * person can mend: a folder in use, an unreachable server, a database newer than the program.
 */
export async function openStore({ databaseUrl, dataDir, onStep = () => {} }: OpenOptions): Promise<OpenStore> {
  const connection = databaseUrl === null ? await openEmbedded(dataDir, onStep) : await openServer(databaseUrl, onStep);
  try {
    return await storeOn(connection, onStep);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
