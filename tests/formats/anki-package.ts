import { SCHEMA_11 } from '../../src/formats/anki/schema.js';
import { bytesOf, databaseOf, insert, zipOf } from './support.js';

/**
 * Packages with the structures that Anki writes, made here because packages of Anki's own tests may not be shipped.
 * What each holds was compared with packages that Anki 2.0, 2.1 and 23 made.
 */
export const BASIC = 1_375_933_525_504;
export const REVERSED = 1_375_933_525_502;
export const CLOZE = 1_375_933_525_498;
export const DECK = 1_378_867_439_521;
/** 2023-04-03 04:00 in Madrid, two hours ahead of UTC. */
export const CREATED = Date.parse('2023-04-03T02:00:00Z') / 1000;

const STOCK = {
  [BASIC]: {
    name: 'Basic',
    type: 0,
    fields: ['Front', 'Back'],
    templates: [['{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}']],
  },
  [REVERSED]: {
    name: 'Basic (and reversed card)',
    type: 0,
    fields: ['Front', 'Back'],
    templates: [
      ['{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}'],
      ['{{Back}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}'],
    ],
  },
  [CLOZE]: {
    name: 'Cloze',
    type: 1,
    fields: ['Text', 'Back Extra'],
    templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
  },
} as const;

export type NoteIn = {
  readonly id: number;
  readonly type?: number;
  readonly tags?: string;
  readonly fields: readonly string[];
};

/** Columns of a card as they are in Anki; the rest are 0. */
export type CardIn = {
  readonly id: number;
  readonly note: number;
  readonly ord?: number;
  readonly deck?: number;
  readonly type?: number;
  readonly queue?: number;
  readonly due?: number;
  readonly ivl?: number;
  readonly factor?: number;
  readonly reps?: number;
  readonly lapses?: number;
  readonly odue?: number;
  readonly odid?: number;
};

export type ReviewIn = { readonly at: string; readonly card: number; readonly ease: number; readonly type?: number };

export type CollectionIn = {
  readonly notes: readonly NoteIn[];
  readonly cards: readonly CardIn[];
  readonly reviews?: readonly ReviewIn[];
  readonly decks?: Readonly<Record<number, string>>;
  readonly conf?: object;
  readonly models?: object;
};

function modelsJson(): object {
  return Object.fromEntries(
    Object.entries(STOCK).map(([id, { name, type, fields, templates }]) => [
      id,
      {
        id: Number(id),
        name,
        type,
        mod: 1_680_000_000,
        usn: -1,
        sortf: 0,
        did: 1,
        tmpls: templates.map(([qfmt, afmt], ord) => ({
          name: `Card ${ord + 1}`,
          ord,
          qfmt,
          afmt,
          bqfmt: '',
          bafmt: '',
          did: null,
        })),
        flds: fields.map((field, ord) => ({ name: field, ord, sticky: false, rtl: false, font: 'Arial', size: 20 })),
        css: '.card { text-align: center; }',
        latexPre: '',
        latexPost: '',
        latexsvg: false,
        req: [[0, 'any', [0]]],
        tags: [],
        vers: [],
      },
    ]),
  );
}

const DECKS: Readonly<Record<number, string>> = { 1: 'Default', [DECK]: 'Idiomas::Francés' };

function noteRow({ id, type = BASIC, tags = '', fields }: NoteIn): string {
  return insert(
    'notes',
    id,
    `guid-${id}`,
    type,
    1_680_000_000,
    -1,
    tags,
    fields.join('\x1f'),
    fields[0] ?? '',
    1,
    0,
    '',
  );
}

function cardRow(card: CardIn): string {
  const { id, note, ord = 0, deck = DECK, type = 0, queue = 0, due = 0, ivl = 0, factor = 0 } = card;
  const { reps = 0, lapses = 0, odue = 0, odid = 0 } = card;
  return insert(
    'cards',
    id,
    note,
    deck,
    ord,
    1_680_000_000,
    -1,
    type,
    queue,
    due,
    ivl,
    factor,
    reps,
    lapses,
    0,
    odue,
    odid,
    0,
    '',
  );
}

function reviewRow({ at, card, ease, type = 1 }: ReviewIn): string {
  return insert('revlog', Date.parse(at), card, -1, ease, 1, 1, 2500, 5000, type);
}

function rows({ notes, cards, reviews = [] }: CollectionIn): readonly string[] {
  return [...notes.map(noteRow), ...cards.map(cardRow), ...reviews.map(reviewRow)];
}

/** A collection of schema 11, as Anki 2.0 and 2.1 write it and later ones on request. */
export function schema11(collection: CollectionIn): Promise<Uint8Array> {
  const { decks = DECKS, conf = {}, models = modelsJson() } = collection;
  const deckJson = Object.fromEntries(
    Object.entries(decks).map(([id, name]) => [id, { id: Number(id), name, dyn: 0, conf: 1 }]),
  );
  const texts = [conf, models, deckJson, {}, {}].map((value) => JSON.stringify(value));
  return databaseOf(SCHEMA_11, insert('col', 1, CREATED, 1, 1, 11, 0, 0, 0, ...texts), ...rows(collection));
}

export async function package11(
  collection: CollectionIn,
  more: Readonly<Record<string, Uint8Array | string>> = { media: '{}' },
): Promise<Uint8Array> {
  return zipOf({ 'collection.anki2': await schema11(collection), ...more });
}

type Field = readonly [number, string | number | Uint8Array];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** A message of protocol buffers. */
export function proto(...fields: readonly Field[]): Uint8Array {
  const bytes = fields.flatMap(([number, value]) => {
    if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
    const content = typeof value === 'string' ? bytesOf(value) : value;
    return [...varint(number * 8 + 2), ...varint(content.length), ...content];
  });
  return Uint8Array.from(bytes);
}

const BLOCK = 100_000;

/** A frame of Zstandard in which nothing is packed: blocks of bytes as they are. */
export function zstd(content: Uint8Array): Uint8Array {
  const parts: number[][] = [[0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]];
  for (let at = 0; at === 0 || at < content.length; at += BLOCK) {
    const block = content.subarray(at, at + BLOCK);
    const header = block.length * 8 + (at + BLOCK >= content.length ? 1 : 0);
    parts.push([header & 0xff, (header >> 8) & 0xff, header >> 16]);
    parts.push([...block]);
  }
  return Uint8Array.from(parts.flat());
}

/** A few bytes of Zstandard for each 128 KB that come out of them. */
export function zstdBomb(megabytes: number): Uint8Array {
  const header = 131_072 * 8 + 2;
  const block = (isLast: number) => [(header & 0xff) + isLast, (header >> 8) & 0xff, header >> 16, 0x41];
  const blocks = Array.from({ length: megabytes * 8 }, (_, index) => block(index === megabytes * 8 - 1 ? 1 : 0));
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...blocks.flat()]);
}

const SCHEMA_18 = `
create table fields (ntid integer not null, ord integer not null, name text not null collate unicase,
  config blob not null, primary key (ntid, ord)) without rowid;
create table templates (ntid integer not null, ord integer not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid;
create table notetypes (id integer not null primary key, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null);
create unique index idx_notetypes_name on notetypes (name);
create table decks (id integer primary key not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null);
create unique index idx_decks_name on decks (name);
create table config (KEY text not null primary key, usn integer not null, mtime_secs integer not null,
  val blob not null) without rowid;
`;

/** A collection of schema 18, as Anki has written it since 2.1.50. */
export async function schema18(collection: CollectionIn): Promise<Uint8Array> {
  const { decks = DECKS, conf = { creationOffset: -120, rollover: 4, schedVer: 2 } } = collection;
  const types = Object.entries(STOCK).flatMap(([id, { name, type, fields, templates }]) => [
    insert('notetypes', Number(id), name, 1, -1, proto([1, type], [3, '.card {}'])),
    ...fields.map((field, ord) => insert('fields', Number(id), ord, field, proto([3, 'Arial']))),
    ...templates.map(([q, a], ord) =>
      insert('templates', Number(id), ord, `Card ${ord + 1}`, 1, -1, proto([1, q], [2, a])),
    ),
  ]);
  const deckRows = Object.entries(decks).map(([id, name]) => {
    return insert('decks', Number(id), name.replaceAll('::', '\x1f'), 1, -1, proto(), proto());
  });
  const settings = Object.entries(conf).map(([key, value]) =>
    insert('config', key, 0, 0, bytesOf(JSON.stringify(value))),
  );
  return databaseOf(
    SCHEMA_11,
    SCHEMA_18.replaceAll(' collate unicase', ''),
    insert('col', 1, CREATED, 1, 1, 18, 0, 0, 0, '', '', '', '', ''),
    ...types,
    ...deckRows,
    ...settings,
    ...rows(collection),
    'pragma writable_schema = on',
    // Anki compares names in a way of its own, which no other program has.
    "update sqlite_schema set sql = replace(sql, 'name text not null,', 'name text not null collate unicase,')",
  );
}

/** A package of today: its collection, its list of media and each of them packed with Zstandard. */
export async function package18(
  collection: CollectionIn,
  media: Readonly<Record<string, Uint8Array>> = {},
): Promise<Uint8Array> {
  const entries = Object.entries(media);
  const list = proto(
    ...entries.map(([name, bytes]): Field => [1, proto([1, name], [2, bytes.length], [3, new Uint8Array(20)])]),
  );
  const stub = await schema11({
    notes: [{ id: 1, fields: ['Please update to the latest Anki version', ''] }],
    cards: [{ id: 1, note: 1 }],
  });
  return zipOf({
    meta: proto([1, 3]),
    'collection.anki21b': zstd(await schema18(collection)),
    'collection.anki2': stub,
    media: zstd(list),
    ...Object.fromEntries(entries.map(([, bytes], index) => [String(index), zstd(bytes)])),
  });
}
