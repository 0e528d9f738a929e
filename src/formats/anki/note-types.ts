import { z } from 'zod';
import type { ReadableDatabase } from '../sqlite/read-database.js';
import { storable } from '../storable.js';
import { numberIn, textIn } from './cells.js';
import type { AnkiNoteType, AnkiTemplate } from './collection.js';
import { jsonIn } from './json-in.js';
import { type ProtoField, protoFields, protoNumber, protoText } from './protobuf.js';

const CLOZE = 1;
const MAX_TYPES = 1000;
const MAX_PARTS = 500;
const ordinal = z.number().nullish();

const models = z.record(
  z.string(),
  z.object({
    name: z.string().catch(''),
    type: z.number().catch(0),
    flds: z.array(z.object({ name: z.string(), ord: ordinal })).max(MAX_PARTS),
    tmpls: z.array(z.object({ qfmt: z.string(), afmt: z.string(), ord: ordinal })).max(MAX_PARTS),
  }),
);
const deckNames = z.record(z.string(), z.object({ name: z.string() }));

/** Sorted by ordinal, or in the given order where there is none. */
function ordered<T extends { readonly ord?: number | null | undefined }>(parts: readonly T[]): readonly [number, T][] {
  return parts.map((part, index): [number, T] => [part.ord ?? index, part]).sort(([a], [b]) => a - b);
}

/** Schema 11 stores all note types as one JSON text. */
export function noteTypesFromJson(text: string): ReadonlyMap<number, AnkiNoteType> {
  const { data = {} } = models.safeParse(jsonIn(text));
  return new Map(
    Object.entries(data).map(([id, { name, type, flds, tmpls }]) => {
      const templates = ordered(tmpls).map(([ord, { qfmt, afmt }]) => [ord, { question: qfmt, answer: afmt }] as const);
      const fields = ordered(flds).map(([, field]) => field.name);
      return [Number(id), { name, isCloze: type === CLOZE, fields, templates: new Map(templates) }];
    }),
  );
}

export function decksFromJson(text: string): ReadonlyMap<number, string> {
  const { data = {} } = deckNames.safeParse(jsonIn(text));
  return new Map(Object.entries(data).map(([id, { name }]) => [Number(id), storable(name)]));
}

function message(cell: unknown): readonly ProtoField[] {
  try {
    return cell instanceof Uint8Array ? protoFields(cell) : [];
  } catch {
    return [];
  }
}

const CONFIG_KIND = 1;
const TEMPLATE_QUESTION = 1;
const TEMPLATE_ANSWER = 2;

type Parts<T> = ReadonlyMap<number, readonly [number, T][]>;

/** The rows of a table for each note type, by ordinal. */
function partsOf<T>(database: ReadableDatabase, table: string, column: string, of: (cell: unknown) => T): Parts<T> {
  const parts = new Map<number, [number, T][]>();
  for (const [type, ord, cell] of database.rows(table, ['ntid', 'ord', column], MAX_TYPES * 20)) {
    const list = parts.get(numberIn(type)) ?? [];
    if (list.length < MAX_PARTS) list.push([numberIn(ord), of(cell)]);
    parts.set(numberIn(type), list);
  }
  for (const list of parts.values()) list.sort(([a], [b]) => a - b);
  return parts;
}

/** Schemas from 15 on store note types, fields and card types as rows with protobuf values. */
export function noteTypesFromTables(database: ReadableDatabase): ReadonlyMap<number, AnkiNoteType> {
  const fields = partsOf(database, 'fields', 'name', (cell) => (typeof cell === 'string' ? cell : ''));
  const templates = partsOf(database, 'templates', 'config', (cell): AnkiTemplate => {
    const config = message(cell);
    return { question: protoText(config, TEMPLATE_QUESTION), answer: protoText(config, TEMPLATE_ANSWER) };
  });
  const types = database.rows('notetypes', ['id', 'name', 'config'], MAX_TYPES).map(([id, name, config]) => {
    const type: AnkiNoteType = {
      name: textIn(name),
      isCloze: protoNumber(message(config), CONFIG_KIND) === CLOZE,
      fields: (fields.get(numberIn(id)) ?? []).map(([, name]) => name),
      templates: new Map(templates.get(numberIn(id)) ?? []),
    };
    return [numberIn(id), type] as const;
  });
  return new Map(types);
}

/** Schemas from 15 on store decks as rows, with a control character between a deck and its subdecks. */
export function decksFromTable(database: ReadableDatabase): ReadonlyMap<number, string> {
  const rows = database.rows('decks', ['id', 'name'], MAX_TYPES + 1);
  return new Map(rows.map(([id, name]) => [numberIn(id), storable(textIn(name).replaceAll('\x1f', '::'))]));
}
