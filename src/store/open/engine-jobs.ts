import { PGlite, types } from '@electric-sql/pglite';
import type { Handler } from '../../threads/handler.js';
import { EmbeddedEngine } from './embedded-engine.js';
import type { Fence } from './fence.js';
import { SYNCED_START_PARAMS, SyncedNodeFS } from './synced-files.js';

/** The jobs of an embedded engine's thread. */
export type EngineJob =
  /** Creates a database in a folder and closes it. Log files of 1 MB instead of 16 make it smaller and faster. */
  | { readonly kind: 'make'; readonly folder: string }
  | { readonly kind: 'start'; readonly folder: string; readonly fence: Fence }
  | { readonly kind: 'query'; readonly sql: string; readonly params: readonly unknown[]; readonly asArrays: boolean }
  | { readonly kind: 'exec'; readonly sql: string }
  | { readonly kind: 'close' };

/** An error without its class, which structured cloning loses. */
export type PlainError = {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  /** The database's fields beside the message: `code`, `severity`, `detail` and the like. */
  readonly fields: Readonly<Record<string, string>>;
};

export type EngineReply =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: PlainError };

function plain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: null, fields: {} };
  const { name, message, stack } = error;
  const fields = Object.entries(error).filter((field): field is [string, string] => typeof field[1] === 'string');
  return { name, message, stack: stack ?? null, fields: Object.fromEntries(fields) };
}

function asText(value: string): string {
  return value;
}

/** Dates and times stay texts, since the query builder parses them. The numbers are the types of their arrays. */
const PARSERS = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, 1231, 1115, 1185, 1187, 1182].map((type) => [
    type,
    asText,
  ]),
);

/** Runs the embedded engine in a thread of its own: one database, until the thread ends. */
export function createHandler(): Handler<EngineJob, EngineReply> {
  let engine: EmbeddedEngine | null = null;

  function running(): EmbeddedEngine {
    if (engine === null) throw new Error('the embedded engine is not running');
    return engine;
  }

  async function handle(job: EngineJob): Promise<EngineReply> {
    switch (job.kind) {
      case 'make': {
        const client = await PGlite.create({ dataDir: job.folder, initDbStartParams: ['--wal-segsize=1'] });
        await client.close();
        return { kind: 'done' };
      }
      case 'start':
        engine = await EmbeddedEngine.start({
          fs: new SyncedNodeFS(job.folder, job.fence),
          startParams: SYNCED_START_PARAMS,
        });
        return { kind: 'done' };
      case 'query': {
        const rowMode = job.asArrays ? 'array' : 'object';
        const { rows } = await running().query(job.sql, [...job.params], { rowMode, parsers: PARSERS });
        return { kind: 'rows', rows };
      }
      case 'exec':
        await running().exec(job.sql);
        return { kind: 'done' };
      case 'close':
        await engine?.close();
        engine = null;
        return { kind: 'done' };
    }
  }

  return async (job) => {
    try {
      return await handle(job);
    } catch (error) {
      return { kind: 'failed', error: plain(error) };
    }
  };
}
