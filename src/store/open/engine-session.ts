import { drizzle } from 'drizzle-orm/pg-proxy';
import { startThread, type Thread } from '../../threads/thread.js';
import type { EmbeddedSession } from './embedded-session.js';
import type { EngineJob, EngineReply, PlainError } from './engine-jobs.js';
import type { Fence } from './fence.js';

type EngineThread = Thread<EngineJob, EngineReply>;

const JOBS = new URL('./engine-jobs.js', import.meta.url);
const KINDS = { TypeError, RangeError } as const;

function isKind(name: string): name is keyof typeof KINDS {
  return Object.hasOwn(KINDS, name);
}

/** Rebuilds the error with the database's fields, by which callers tell the kind of failure. */
function revived({ name, message, stack, fields }: PlainError): Error {
  const error = new (isKind(name) ? KINDS[name] : Error)(message);
  if (stack !== null) error.stack = stack;
  return Object.assign(error, fields);
}

async function ask(thread: EngineThread, job: EngineJob): Promise<readonly unknown[]> {
  const reply = await thread.run(job);
  if (reply.kind === 'failed') throw revived(reply.error);
  return reply.kind === 'rows' ? reply.rows : [];
}

/** Creates a database in a folder that does not exist yet. */
export async function makeDatabase(folder: string): Promise<void> {
  const thread: EngineThread = startThread(JOBS);
  try {
    await ask(thread, { kind: 'make', folder });
  } finally {
    await thread.stop();
  }
}

/**
 * Starts an engine on a folder, in a thread of its own, so that nobody waits for its work but who asked for it. It writes
 * nothing once the fence is another's.
 */
export async function startEngineSession(folder: string, fence: Fence): Promise<EmbeddedSession> {
  const thread: EngineThread = startThread(JOBS);
  try {
    await ask(thread, { kind: 'start', folder, fence });
  } catch (error) {
    await thread.stop();
    throw error;
  }
  return {
    queries: drizzle(async (sql, params, method) => ({
      rows: [...(await ask(thread, { kind: 'query', sql, params, asArrays: method === 'all' }))],
    })),
    exec: async (sql) => void (await ask(thread, { kind: 'exec', sql })),
    close: async () => {
      await ask(thread, { kind: 'close' });
      await thread.stop();
    },
    abandon: () => thread.stop(),
  };
}
