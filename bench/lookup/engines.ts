import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { z } from 'zod';
import type { Passage } from '../../src/core/card.js';
import { buildLookup } from '../../src/lookup/lookup.js';

/** Finds the id of the best passage, or `null`. */
export type Engine = { search(query: string): Promise<string | null> | string | null; close?(): Promise<void> };

export type Contender = {
  readonly name: string;
  build(passages: readonly Passage[]): Promise<Engine> | Engine;
};

const PEERS = 'bench/peers';

const peerSchema = z.object({
  build: z.custom<(passages: readonly Passage[]) => Promise<Engine> | Engine>((value) => typeof value === 'function'),
});

function peer(name: string, file: string): Contender {
  return {
    name,
    async build(passages) {
      return peerSchema.parse(await import(pathToFileURL(`${PEERS}/${file}`).href)).build(passages);
    },
  };
}

const rowsSchema = z.array(z.object({ id: z.string() }));

/** Any of the words, ranked by how often and how near, shorter passages first: what ranks best of what it has. */
const SEARCH = `
  with asked as (
    select to_tsquery('spanish', string_agg(lexeme, ' | ')) as query
    from unnest(to_tsvector('spanish', $1)) as words (lexeme, positions, weights)
  )
  select id from bench.passages, asked where words @@ query order by ts_rank(words, query, 1) desc limit 10`;

function postgres(url: string): Contender {
  return {
    name: 'Postgres full text',
    async build(passages) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('create schema if not exists bench');
      await client.query('drop table if exists bench.passages');
      await client.query('create table bench.passages (id text primary key, words tsvector not null)');
      const [ids, titles, bodies] = [
        passages.map(({ id }) => id),
        passages.map(({ title }) => title),
        passages.map(({ body }) => body),
      ];
      await client.query(
        `insert into bench.passages
          select id, setweight(to_tsvector('spanish', title), 'A') || to_tsvector('spanish', body)
          from unnest($1::text[], $2::text[], $3::text[]) as given (id, title, body)`,
        [ids, titles, bodies],
      );
      await client.query('create index on bench.passages using gin (words)');
      await client.query('analyze bench.passages');
      return {
        search: async (query) => rowsSchema.parse((await client.query(SEARCH, [query])).rows)[0]?.id ?? null,
        async close() {
          await client.query('drop table bench.passages');
          await client.end();
        },
      };
    },
  };
}

const OURS: Contender = {
  name: 'Repaso',
  build(passages) {
    const lookup = buildLookup(passages);
    return { search: (query) => lookup.find(query).results[0]?.passage.id ?? null };
  },
};

/** Ours, and who is measured beside it; those of a package of their own only where it is installed. */
export function contenders(serverUrl: string, note: (text: string) => void): readonly Contender[] {
  const isInstalled = existsSync(`${PEERS}/node_modules`);
  if (!isInstalled) note(`without MiniSearch and Orama: npm ci --prefix ${PEERS} brings them\n`);
  const peers = isInstalled ? [peer('MiniSearch', 'minisearch.mjs'), peer('Orama', 'orama.mjs')] : [];
  return [OURS, ...peers, postgres(serverUrl)];
}
