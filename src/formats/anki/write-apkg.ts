import type { Card } from '../../core/card.js';
import {
  addDays,
  DAY_ROLLOVER_HOUR,
  daysBetween,
  type Instant,
  type LocalDate,
  learningDate,
} from '../../core/local-date.js';
import { writeZip } from '../archive/write-zip.js';
import type { CardRecord, FileDeck, LearnerRecords, MediaFile } from '../card-file.js';
import { type NewTable, type WritableCell, writeDatabase } from '../sqlite/write-database.js';
import { ankiDecks } from './anki-decks.js';
import { colRow } from './col-row.js';
import type { AnkiCalendar } from './days.js';
import { flatNames } from './flat-media.js';
import { type NoteFields, noteFields } from './note-fields.js';
import { type Numbers, numbers } from './numbers.js';
import { tagOut } from './own-types.js';
import { reviewRows } from './review-rows.js';
import { SCHEMA_11 } from './schema.js';

type ApkgInput = {
  readonly decks: readonly FileDeck[];
  /** The learner whose schedule and history are included; `null` for none: every card is new then. */
  readonly learner: string | null;
  readonly media: readonly MediaFile[];
  /** The time of the export, used as the time of change and for nothing else. */
  readonly at: Instant;
  /** Minutes by which the learner's clock is ahead of UTC. */
  readonly offsetMinutes: number;
};

/** The day before the earliest date in the package: Anki counts days from a collection's creation. */
function firstDay(records: readonly CardRecord[], at: Instant): LocalDate {
  const dates = records.flatMap(({ progress, log }) => [
    progress.due,
    progress.lastReviewedOn,
    ...log.map(({ on }) => on),
  ]);
  const earliest = dates.reduce((first, date) => (date < first ? date : first), learningDate(at, 'UTC'));
  return addDays(earliest, -1);
}

function secondsOf({ start, offsetMinutes }: AnkiCalendar): number {
  return Date.parse(`${start}T00:00:00Z`) / 1000 + DAY_ROLLOVER_HOUR * 3600 - offsetMinutes * 60;
}

function noteRow(
  id: number,
  card: Card,
  { type, fields, sortText, checksum }: NoteFields,
  seconds: number,
): readonly WritableCell[] {
  const tags = card.tags.length === 0 ? '' : ` ${card.tags.map(tagOut).join(' ')} `;
  return [id, card.id, type.id, seconds, -1, tags, fields.join('\x1f'), sortText, checksum, 0, ''];
}

type Place = { readonly noteId: number; readonly deckId: number; readonly ord: number; readonly position: number };

function cardRow(
  id: number,
  place: Place,
  record: CardRecord | undefined,
  isPaused: boolean,
  calendar: AnkiCalendar,
  seconds: number,
): readonly WritableCell[] {
  const { noteId, deckId, ord, position } = place;
  const head = [id, noteId, deckId, ord, seconds, -1];
  if (record === undefined) return [...head, 0, isPaused ? -1 : 0, position, 0, 0, 0, 0, 0, 0, 0, 0, ''];
  const { plan, due, reviews, lapses } = record.progress;
  const day = daysBetween(calendar.start, due);
  return [
    ...head,
    2,
    isPaused ? -1 : 2,
    day,
    plan.intervalDays,
    plan.easeHundredths * 10,
    reviews,
    lapses,
    0,
    0,
    0,
    0,
    '',
  ];
}

type Rows = { readonly notes: WritableCell[][]; readonly cards: WritableCell[][]; readonly reviews: WritableCell[][] };

function isTheirs({ learner }: LearnerRecords, wanted: string): boolean {
  return learner === null || learner.id === wanted;
}

function recordsOf(deck: FileDeck, learner: string | null): readonly CardRecord[] {
  return learner === null
    ? []
    : deck.progress.filter((one) => isTheirs(one, learner)).flatMap(({ records }) => records);
}

/** What all decks of one package share. */
type Shared = {
  readonly learner: string | null;
  readonly seconds: number;
  readonly calendar: AnkiCalendar;
  readonly given: Numbers;
  readonly names: ReadonlyMap<string, string>;
};

function addDeck(rows: Rows, deck: FileDeck, deckId: number, shared: Shared): void {
  const { seconds, calendar, given } = shared;
  const known = new Map(recordsOf(deck, shared.learner).map((record) => [record.card, record]));
  const paused = new Set(deck.paused);
  for (const [index, card] of deck.cards.entries()) {
    const record = known.get(card.id);
    const fields = noteFields(card, index, deck, shared.names);
    const noteId = given.note(card.id);
    rows.notes.push([...noteRow(noteId, card, fields, seconds)]);
    for (const ord of fields.type.templates.keys()) {
      const id = given.card(noteId + ord);
      const place = { noteId, deckId, ord, position: index + 1 };
      rows.cards.push([...cardRow(id, place, record, paused.has(card.id), calendar, seconds)]);
      if (ord === 0 && record !== undefined) rows.reviews.push(...reviewRows(record, id, calendar, given));
    }
  }
}

/** The media files under numbers, and the list of their names. */
function mediaEntries(media: readonly MediaFile[], flat: ReadonlyMap<string, string>): readonly [string, Uint8Array][] {
  const names = Object.fromEntries(media.map(({ name }, index) => [String(index), flat.get(name) ?? name]));
  const files = media.map(({ bytes }, index): [string, Uint8Array] => [String(index), bytes]);
  return [...files, ['media', new TextEncoder().encode(JSON.stringify(names))]];
}

/**
 * Writes an Anki package that every Anki since 2.0 opens (schema 11). Its ids are derived from the cards' ids, so
 * that a second package updates the notes of the first, and the same input gives the same bytes.
 */
export async function writeApkg(input: ApkgInput): Promise<Uint8Array> {
  const { offsetMinutes, at, learner, media } = input;
  const records = input.decks.flatMap((deck) => recordsOf(deck, learner));
  const calendar = { start: firstDay(records, at), offsetMinutes, rolloverHour: DAY_ROLLOVER_HOUR };
  const rows: Rows = { notes: [], cards: [], reviews: [] };
  const names = flatNames(media);
  const shared = { learner, seconds: Math.floor(at / 1000), calendar, given: numbers(), names };
  const decks = ankiDecks(input.decks);
  for (const [index, deck] of input.decks.entries()) addDeck(rows, deck, decks[index]?.id ?? 1, shared);
  const col = colRow({ at, createdSeconds: secondsOf(calendar), minutesWest: -offsetMinutes, decks });
  const tables: readonly NewTable[] = [
    { name: 'col', columns: 13, rows: [col] },
    { name: 'notes', columns: 11, rows: rows.notes },
    { name: 'cards', columns: 18, rows: rows.cards },
    { name: 'revlog', columns: 9, rows: rows.reviews },
  ];
  const database = await writeDatabase(SCHEMA_11, tables);
  return writeZip(new Map([['collection.anki2', database], ...mediaEntries(media, names)]), at);
}
