import { z } from 'zod';
import type { ReadableDatabase } from '../sqlite/read-database.js';
import type { AnkiCollection } from './collection.js';
import { ANKI_ROLLOVER_HOUR } from './days.js';
import { jsonIn } from './json-in.js';

type Settings = Pick<AnkiCollection, 'minutesWest' | 'rolloverHour' | 'schedulerVersion'>;

const schema = z.object({
  creationOffset: z.number().nullish().catch(null),
  rollover: z.number().nullish().catch(null),
  schedVer: z.number().nullish().catch(null),
});

function settingsOf(value: unknown, defaultScheduler: number): Settings {
  const { data } = schema.safeParse(value);
  return {
    minutesWest: data?.creationOffset ?? null,
    rolloverHour: data?.rollover ?? ANKI_ROLLOVER_HOUR,
    schedulerVersion: data?.schedVer ?? defaultScheduler,
  };
}

export function settingsFromJson(conf: string): Settings {
  return settingsOf(jsonIn(conf), 1);
}

/** From schema 14 on each setting is a row with its name and its value as JSON in bytes. */
export function settingsFromTable(database: ReadableDatabase): Settings {
  if (!database.tables.has('config')) return settingsOf({}, 2);
  const rows = database.rows('config', ['KEY', 'val'], 1000);
  const wanted = Object.keys(schema.shape);
  const values = rows.flatMap(([key, value]) => {
    if (typeof key !== 'string' || !wanted.includes(key) || !(value instanceof Uint8Array)) return [];
    return [[key, jsonIn(new TextDecoder().decode(value))] as const];
  });
  return settingsOf(Object.fromEntries(values), 2);
}
