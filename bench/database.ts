import { Client } from 'pg';
import { z } from 'zod';
import { createServerDatabase } from '../tests/support/server-database.js';
import type { Learner } from './stage.js';

const LEARNERS = 1_000;
/** Cards that each learner has reviewed, once each. */
const REVIEWED = 200;

/** `idOf` gives the platform's id of the person with a number from 1. */
export function createCrowd(idOf: (number: string) => string): readonly Learner[] {
  return Array.from({ length: LEARNERS }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return { id: idOf(number), name: `Learner ${number}`, locale: index % 2 === 0 ? 'es-ES' : 'en-US' };
  });
}

/** What stands in the workspace that is asked. */
export type Size = {
  readonly cards: number;
  readonly learners: number;
  readonly progress: number;
  readonly reviews: number;
};

export type BenchDatabase = {
  readonly url: string;
  /** Makes the workspace, so that the program reads the notes into it when it starts. The tables must be there. */
  addWorkspace(workspace: string): Promise<void>;
  /** Puts the people in, with what they have learned. The cards must be there. */
  addLearners(workspace: string, people: readonly Learner[]): Promise<void>;
  size(workspace: string): Promise<Size>;
  /** Commits one small row and waits until it is on the disk: what the machine's disk has to do with it all. */
  commit(): Promise<void>;
  drop(): Promise<void>;
};

const INSERT_LEARNERS = `
  insert into learners (workspace_id, learner_id, name, language, time_zone, time_zone_from, created_at)
  select $1, id, name, left(locale, 2), 'Europe/Madrid', 'person', now() - interval '90 days'
  from unnest($2::text[], $3::text[], $4::text[]) as people (id, name, locale)`;

/** A quarter of what each learner knows is due, the longest overdue for ten days. Spread over all cards. */
const INSERT_PROGRESS = `
  with numbered_cards as (
    select card_id, row_number() over (order by deck_id, position, card_id) - 1 as n
    from cards where workspace_id = $1 and not paused
  ), numbered_learners as (
    select learner_id, row_number() over (order by learner_id) - 1 as n from learners where workspace_id = $1
  ), known as (
    select learner_id, k, (n * 37 + k * (total / ${REVIEWED})) % total as card
    from numbered_learners
    cross join generate_series(0, ${REVIEWED - 1}) as steps (k)
    cross join (select count(*) as total from numbered_cards) as totals
  )
  insert into progress (workspace_id, learner_id, card_id, repetitions, ease_hundredths, interval_days, due,
    last_reviewed_on, reviews, lapses)
  select $1, learner_id, card_id, 1, 250, 20, current_date - 10 + k % 40, current_date - 30 + k % 40, 1, 0
  from known join numbered_cards on numbered_cards.n = known.card`;

/** One sitting of each learner, long ago, in which all of it was reviewed. */
const INSERT_SESSIONS = `
  insert into sessions (workspace_id, session_id, learner_id, plan, started_at, started_on, ended_at)
  select $1, 'past-' || learner_id, learner_id, array_agg(card_id), now() - interval '31 days', current_date - 31, now()
  from progress where workspace_id = $1 group by learner_id`;

const INSERT_REVIEWS = `
  insert into reviews (workspace_id, learner_id, number, session_id, turn, card_id, quality, purpose, local_date,
    reviewed_at, interval_days_after, ease_hundredths_after, due_after)
  select $1, learner_id, n, 'past-' || learner_id, n, card_id, 4, 'plan', last_reviewed_on,
    last_reviewed_on + interval '12 hours', interval_days, ease_hundredths, due
  from (
    select *, row_number() over (partition by learner_id order by last_reviewed_on, card_id) as n
    from progress where workspace_id = $1
  ) as known`;

const SIZE = `
  select (select count(*)::int from cards where workspace_id = $1) as cards,
    (select count(*)::int from learners where workspace_id = $1) as learners,
    (select count(*)::int from progress where workspace_id = $1) as progress,
    (select count(*)::int from reviews where workspace_id = $1) as reviews`;

const sizeSchema = z.tuple([
  z.object({ cards: z.number(), learners: z.number(), progress: z.number(), reviews: z.number() }),
]);

/** An empty database of its own on a server. */
export async function createDatabase(serverUrl: string): Promise<BenchDatabase> {
  const { url, drop } = await createServerDatabase(serverUrl);
  const probe = new Client({ connectionString: url });
  await probe.connect();
  await probe.query('create schema bench create table commits (at timestamptz not null)');
  async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  return {
    url,
    async drop() {
      await probe.end();
      await drop();
    },
    async commit() {
      await probe.query('insert into bench.commits values (now())');
    },
    addWorkspace: (workspace) =>
      withClient(async (client) => {
        const values = [workspace, workspace.split(':')[0]];
        await client.query(
          'insert into workspaces (workspace_id, platform, created_at) values ($1, $2, now())',
          values,
        );
      }),
    addLearners: (workspace, people) =>
      withClient(async (client) => {
        const [ids, names, locales] = [people.map((p) => p.id), people.map((p) => p.name), people.map((p) => p.locale)];
        await client.query(INSERT_LEARNERS, [workspace, ids, names, locales]);
        for (const statement of [INSERT_PROGRESS, INSERT_SESSIONS, INSERT_REVIEWS])
          await client.query(statement, [workspace]);
        await client.query('vacuum analyze');
        await client.query('checkpoint');
      }),
    size: (workspace) =>
      withClient(async (client) => sizeSchema.parse((await client.query(SIZE, [workspace])).rows)[0]),
  };
}
