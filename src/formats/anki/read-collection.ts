import { MAX_DECKS, MAX_NOTES, MAX_REVIEWS } from '../limits.js';
import { Refused } from '../refused.js';
import type { DatabaseRow, ReadableDatabase } from '../sqlite/read-database.js';
import { storable } from '../storable.js';
import { numberIn, textIn } from './cells.js';
import type { AnkiCard, AnkiCollection, AnkiNote, AnkiReview } from './collection.js';
import { decksFromJson, decksFromTable, noteTypesFromJson, noteTypesFromTables } from './note-types.js';
import { settingsFromJson, settingsFromTable } from './settings.js';

const TABLES = ['col', 'notes', 'cards', 'revlog'];
const OLDEST_SCHEMA = 11;
const NEWEST_SCHEMA = 18;
/** From this schema on, note types and decks have tables of their own. */
const WITH_TABLES = 15;
const FIELD_SEPARATOR = '\x1f';

function all(
  database: ReadableDatabase,
  table: string,
  columns: readonly string[],
  most: number,
): readonly DatabaseRow[] {
  const rows = database.rows(table, columns, most + 1);
  if (rows.length > most) throw new Refused(table === 'revlog' ? 'too-many-reviews' : 'too-many-cards');
  return rows;
}

function notesOf(database: ReadableDatabase): readonly AnkiNote[] {
  return all(database, 'notes', ['id', 'guid', 'mid', 'tags', 'flds'], MAX_NOTES).map(
    ([id, guid, type, tags, fields]) => ({
      id: numberIn(id),
      guid: textIn(guid),
      typeId: numberIn(type),
      tags: storable(textIn(tags))
        .split(/\s+/u)
        .filter((tag) => tag !== '')
        .slice(0, 100),
      fields: textIn(fields).split(FIELD_SEPARATOR).map(storable),
    }),
  );
}

const CARD_COLUMNS = [
  'id',
  'nid',
  'did',
  'ord',
  'type',
  'queue',
  'due',
  'ivl',
  'factor',
  'reps',
  'lapses',
  'odue',
  'odid',
];

function cardsOf(database: ReadableDatabase): readonly AnkiCard[] {
  return all(database, 'cards', CARD_COLUMNS, MAX_NOTES).map((row) => {
    const [id, noteId, deckId, ord, type, queue, due, interval, factor, reps, lapses, originalDue, originalDeckId] =
      row.map(numberIn);
    return {
      id: id ?? 0,
      noteId: noteId ?? 0,
      deckId: deckId ?? 0,
      ord: ord ?? 0,
      type: type ?? 0,
      queue: queue ?? 0,
      due: due ?? 0,
      interval: interval ?? 0,
      factor: factor ?? 0,
      reps: reps ?? 0,
      lapses: lapses ?? 0,
      originalDue: originalDue ?? 0,
      originalDeckId: originalDeckId ?? 0,
    };
  });
}

function reviewsOf(database: ReadableDatabase): readonly AnkiReview[] {
  const rows = all(database, 'revlog', ['id', 'cid', 'ease', 'type'], MAX_REVIEWS);
  return rows.map(([at, cardId, button, kind]) => ({
    at: numberIn(at),
    cardId: numberIn(cardId),
    button: numberIn(button),
    kind: numberIn(kind),
  }));
}

/** Reads a collection of any schema from 11 (Anki 2.0 and 2.1) to 18 (Anki 2.1.50 and later). Throws `Refused`. */
export function readCollection(database: ReadableDatabase): AnkiCollection {
  if (TABLES.some((table) => !database.tables.has(table))) throw new Refused('database-tables');
  const [row] = database.rows('col', ['ver', 'crt', 'conf', 'models', 'decks'], 1);
  if (row === undefined) throw new Refused('database-tables');
  const [version, created, conf, models, decks] = row;
  const schema = numberIn(version);
  if (schema > NEWEST_SCHEMA) throw new Refused('format-newer');
  if (schema < OLDEST_SCHEMA) throw new Refused('database-tables');
  const inTables = schema >= WITH_TABLES;
  const deckNames = inTables ? decksFromTable(database) : decksFromJson(textIn(decks));
  if (deckNames.size > MAX_DECKS) throw new Refused('too-many-decks');
  return {
    createdSeconds: numberIn(created),
    ...(inTables ? settingsFromTable(database) : settingsFromJson(textIn(conf))),
    noteTypes: inTables ? noteTypesFromTables(database) : noteTypesFromJson(textIn(models)),
    decks: deckNames,
    notes: notesOf(database),
    cards: cardsOf(database),
    reviews: reviewsOf(database),
  };
}
