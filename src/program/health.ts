import { statfs } from 'node:fs/promises';
import type { AdapterState } from '../chat/port.js';
import type { DatabaseCondition } from '../store/observed-database.js';
import type { StartStep } from './start-step.js';

/** Why nobody, or not everybody, can be served. */
export type HealthReason =
  | 'opening-database'
  | 'reading-notes'
  | 'connecting'
  | 'stopping'
  | 'database-away'
  | 'disk-full'
  /** No platform is connected, the room included. */
  | 'no-platform'
  | `${string}-away`;

export type Health = {
  readonly status: 'ready' | 'degraded' | 'not ready';
  /** None where it is ready. */
  readonly reasons: readonly HealthReason[];
  readonly adapters: Readonly<Record<string, AdapterState>>;
};

export type HealthState = {
  /** What the start is busy with. */
  onStep(step: StartStep): void;
  /** From here on the database is asked every few seconds, so that nobody who asks for the health waits for it. */
  watch(sources: HealthSources): void;
  begin(): void;
  end(): void;
  now(): Health;
};

export type HealthSources = {
  readonly condition: () => Promise<DatabaseCondition>;
  /** The folder whose disk must have room; `null` where a server keeps everything. */
  readonly dataDir: string | null;
};

const LOOK_EVERY_MS = 3_000;
/** A database that takes longer to answer counts as away. */
const PATIENCE_MS = 5_000;
/** Less is left for the log of the database alone. In bytes. */
const LEAST_ROOM = 32 * 1024 * 1024;

function startReason({ kind }: StartStep): HealthReason | null {
  switch (kind) {
    case 'creating':
    case 'opening':
    case 'connecting':
    case 'migrating':
    case 'watching-lock':
      return 'opening-database';
    case 'database-ready':
    case 'reading-notes':
      return 'reading-notes';
    case 'joining':
      return 'connecting';
    default:
      return null;
  }
}

async function roomOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function patience(): { readonly over: Promise<DatabaseCondition>; readonly end: () => void } {
  let end = (): void => {};
  const over = new Promise<DatabaseCondition>((resolve) => {
    const timer = setTimeout(() => resolve('away'), PATIENCE_MS);
    timer.unref();
    end = () => clearTimeout(timer);
  });
  return { over, end };
}

async function look({ condition, dataDir }: HealthSources): Promise<HealthReason | null> {
  const waiting = patience();
  const found = await Promise.race([condition(), waiting.over]);
  waiting.end();
  if (found === 'away') return 'database-away';
  const isFull = found === 'disk-full' || (dataDir !== null && (await roomOf(dataDir)) < LEAST_ROOM);
  return isFull ? 'disk-full' : null;
}

/** @param adapters the state of each that is configured */
export function createHealth(adapters: () => Health['adapters']): HealthState {
  let stage: HealthReason | null = 'opening-database';
  let database: HealthReason | null = null;
  let looking: NodeJS.Timeout | null = null;

  function now(): Health {
    const states = adapters();
    const isConnected = (name: string): boolean => states[name] === 'connected';
    const away = Object.keys(states).filter((name) => !isConnected(name));
    const isAlone = away.length > 0 && away.length === Object.keys(states).length;
    const fatal = [stage, database, isAlone ? ('no-platform' as const) : null].filter((reason) => reason !== null);
    const reasons = [...fatal, ...away.map((name) => `${name}-away` as const)];
    // An adapter that is away must not have the others restarted.
    const status = fatal.length > 0 ? 'not ready' : away.length > 0 ? 'degraded' : 'ready';
    return { status, reasons, adapters: states };
  }

  return {
    onStep(step) {
      const reason = startReason(step);
      if (stage !== null && stage !== 'stopping' && reason !== null) stage = reason;
    },
    watch(sources) {
      let isBusy = false;
      looking = setInterval(() => {
        if (isBusy) return;
        isBusy = true;
        void look(sources).then((reason) => {
          database = reason;
          isBusy = false;
        });
      }, LOOK_EVERY_MS);
      looking.unref();
    },
    begin() {
      stage = null;
    },
    end() {
      stage = 'stopping';
      if (looking !== null) clearInterval(looking);
    },
    now,
  };
}
