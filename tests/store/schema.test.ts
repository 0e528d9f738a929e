import { is } from 'drizzle-orm';
import { getTableConfig, PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import * as schema from '../../src/store/schema.js';

const tables = Object.values(schema)
  .filter((table) => is(table, PgTable))
  .map((table) => ({ ...getTableConfig(table), primaryColumns: primaryKeyOf(table) }));

function primaryKeyOf(table: PgTable): readonly string[] {
  const { primaryKeys, columns } = getTableConfig(table);
  const alone = columns.filter((column) => column.primary).map((column) => column.name);
  return [...alone, ...primaryKeys.flatMap((key) => key.columns.map((column) => column.name))];
}

/** They belong to a platform as a whole: an event is claimed before anybody knows whose workspace it is. */
const OF_A_PLATFORM = ['chat_events', 'chat_sends'];

describe.each(
  tables.filter((table) => !OF_A_PLATFORM.includes(table.name)).map((table) => [table.name, table] as const),
)('table %s can be distributed by workspace', (_, table) => {
  it('leads its primary key with the workspace', () => {
    expect(table.primaryColumns[0]).toBe('workspace_id');
  });

  it('leads every unique index with the workspace', () => {
    const unique = table.indexes.map((index) => index.config).filter((config) => config.unique);
    for (const { columns } of unique) expect(columns[0]).toMatchObject({ name: 'workspace_id' });
    expect(table.uniqueConstraints).toEqual([]);
  });

  it('carries the workspace in every foreign key', () => {
    for (const key of table.foreignKeys) {
      const { columns, foreignColumns } = key.reference();
      expect(columns[0]?.name).toBe('workspace_id');
      expect(foreignColumns[0]?.name).toBe('workspace_id');
    }
  });
});

describe.each(OF_A_PLATFORM)('table %s belongs to a platform', (name) => {
  const table = tables.find((known) => known.name === name);

  it('leads its primary key with the platform, and is tied to no other table', () => {
    expect(table?.primaryColumns[0]).toBe('platform');
    expect(table?.foreignKeys).toEqual([]);
  });
});

it.each(
  tables.map((table) => [table.name, table] as const),
)('table %s keeps instants with their zone and dates without a time', (_, table) => {
  const types = table.columns.map((column) => column.getSQLType()).filter((type) => /time|date/.test(type));
  for (const type of types) expect(['timestamp(3) with time zone', 'date']).toContain(type);
});

it('lists every table where all are meant', () => {
  const listed = new PgDialect().sqlToQuery(schema.ALL_TABLES).sql.split(', ');
  expect(listed.sort()).toEqual(tables.map((table) => `"${table.name}"`).sort());
});
