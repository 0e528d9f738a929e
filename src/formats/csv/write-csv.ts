import Papa from 'papaparse';
import type { Card } from '../../core/card.js';
import type { CardRecord, FileDeck, FileLearner } from '../card-file.js';
import { logOut } from '../json/write-json.js';
import { COLUMNS, type Column, CSV_VERSION } from './columns.js';
import { guardCell } from './formula.js';

type Cells = Partial<Record<Column, string | number>>;

/** Without it, spreadsheets read the file in their country's old encoding. */
const BYTE_ORDER_MARK = '\u{FEFF}';

function listCell(list: readonly string[] | undefined): string {
  return list === undefined || list.length === 0 ? '' : JSON.stringify(list);
}

function cardCells(deck: FileDeck, card: Card, isPaused: boolean): Cells {
  return {
    repaso: CSV_VERSION,
    deck: deck.id ?? '',
    deck_name: deck.name,
    language: deck.language,
    card: card.id,
    kind: card.kind,
    front: card.front,
    back: card.back,
    context: listCell(card.context),
    hint: card.hint ?? '',
    choices: listCell(card.choices),
    tags: listCell(card.tags),
    source_file: card.source.file,
    source_line: card.source.line,
    passage: card.passageId,
    doubt: card.doubt === undefined ? '' : JSON.stringify(card.doubt),
    paused: isPaused ? 'yes' : '',
  };
}

function recordCells(learner: FileLearner | null, { progress, log }: CardRecord): Cells {
  return {
    learner: learner?.id ?? '',
    learner_name: learner?.name ?? '',
    ease_hundredths: progress.plan.easeHundredths,
    interval_days: progress.plan.intervalDays,
    repetitions: progress.plan.repetitions,
    due: progress.due,
    last_reviewed: progress.lastReviewedOn,
    reviews: progress.reviews,
    lapses: progress.lapses,
    log: log.length === 0 ? '' : JSON.stringify(logOut(log)),
  };
}

function rowsOf(deck: FileDeck): readonly Cells[] {
  const paused = new Set(deck.paused);
  const known = new Map<string, Cells[]>();
  for (const { learner, records } of deck.progress) {
    for (const record of records) {
      known.set(record.card, [...(known.get(record.card) ?? []), recordCells(learner, record)]);
    }
  }
  return deck.cards.flatMap((card) => {
    const cells = cardCells(deck, card, paused.has(card.id));
    return (known.get(card.id) ?? [{}]).map((record) => ({ ...cells, ...record }));
  });
}

/** Writes Repaso's CSV, version 1, as described in `columns.ts`. A spreadsheet that opens it computes no cell. */
export function writeCsv(decks: readonly FileDeck[]): string {
  const rows = decks.flatMap(rowsOf).map((cells) => COLUMNS.map((column) => guardCell(String(cells[column] ?? ''))));
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields: [...COLUMNS], data: rows })}\r\n`;
}
