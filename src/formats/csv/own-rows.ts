import type { Card } from '../../core/card.js';
import type { CardId } from '../../core/ids.js';
import type { Problem } from '../../core/problem.js';
import type { CardRecord, FileDeck, FileLearner, ReadCards } from '../card-file.js';
import { cardSchema, deckSchema, isPossible, logSchema, planSchema, recordOf } from '../json/schema.js';
import { Refused } from '../refused.js';
import { skipped } from '../skipped.js';
import { COLUMNS, type Column, CSV_VERSION } from './columns.js';
import type { CsvRow } from './rows.js';

type Cells = ReadonlyMap<Column, string>;
type DeckHead = Pick<FileDeck, 'id' | 'name' | 'language'>;
type Progress = { readonly learner: FileLearner | null; readonly records: CardRecord[] };
type Gathered = {
  readonly head: DeckHead;
  readonly cards: Map<CardId, Card>;
  readonly paused: Set<CardId>;
  readonly progress: Map<string, Progress>;
};

/** Columns that are empty without a learner's progress. */
const PLAN_COLUMNS: readonly Column[] = ['ease_hundredths', 'interval_days', 'due'];

export function isOwnHeader(header: readonly string[] | undefined): boolean {
  return header?.includes('repaso') === true && header.includes('card');
}

function jsonOf(cell: string | undefined): unknown {
  if (cell === undefined || cell === '') return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

function numberOf(cell: string | undefined): number {
  return cell === undefined || cell === '' ? Number.NaN : Number(cell);
}

function headOf(cells: Cells): DeckHead | null {
  const head = { id: cells.get('deck') || null, name: cells.get('deck_name'), language: cells.get('language') };
  return deckSchema.safeParse(head).data ?? null;
}

function cardOf(cells: Cells): Card | null {
  const hint = cells.get('hint');
  const card = {
    id: cells.get('card'),
    kind: cells.get('kind'),
    front: cells.get('front'),
    back: cells.get('back'),
    context: jsonOf(cells.get('context')),
    ...(hint ? { hint } : {}),
    choices: jsonOf(cells.get('choices')),
    tags: jsonOf(cells.get('tags')),
    source: { file: cells.get('source_file') ?? '', line: numberOf(cells.get('source_line')) },
    passage: cells.get('passage'),
    doubt: jsonOf(cells.get('doubt')),
  };
  return cardSchema.safeParse(card).data ?? null;
}

function recordFrom(card: CardId, cells: Cells): CardRecord | null {
  const plan = planSchema.safeParse({
    easeHundredths: numberOf(cells.get('ease_hundredths')),
    intervalDays: numberOf(cells.get('interval_days')),
    repetitions: numberOf(cells.get('repetitions')),
    due: cells.get('due'),
    lastReviewedOn: cells.get('last_reviewed'),
    reviews: numberOf(cells.get('reviews')),
    lapses: numberOf(cells.get('lapses')),
  });
  const log = logSchema.safeParse(jsonOf(cells.get('log')) ?? []);
  if (!plan.success || !log.success || !isPossible(plan.data)) return null;
  return recordOf(card, plan.data, log.data);
}

function learnerOf(cells: Cells): FileLearner | null {
  const id = (cells.get('learner') ?? '').slice(0, 128);
  return id === '' ? null : { id, name: (cells.get('learner_name') || id).slice(0, 1000) };
}

function gather(deck: Gathered, card: Card, cells: Cells): 'kept' | 'no-progress' {
  if (!deck.cards.has(card.id)) deck.cards.set(card.id, card);
  if (cells.get('paused') === 'yes') deck.paused.add(card.id);
  if (!PLAN_COLUMNS.some((column) => cells.get(column))) return 'kept';
  const record = recordFrom(card.id, cells);
  if (record === null) return 'no-progress';
  const learner = learnerOf(cells);
  const known = deck.progress.get(learner?.id ?? '') ?? { learner, records: [] };
  known.records.push(record);
  deck.progress.set(learner?.id ?? '', known);
  return 'kept';
}

function deckFrom({ head, cards, paused, progress }: Gathered): FileDeck {
  return { ...head, cards: [...cards.values()], paused: [...paused], progress: [...progress.values()] };
}

/** Reads rows of Repaso's own CSV. A row that a spreadsheet has damaged is reported and skipped. Throws `Refused`. */
export function readOwnRows(file: string, rows: readonly CsvRow[]): ReadCards {
  const [header, ...body] = rows;
  const places = COLUMNS.map((column) => [column, header?.cells.indexOf(column) ?? -1] as const);
  const decks = new Map<string, Gathered>();
  const problems: Problem[] = [];
  for (const { cells: row, number } of body) {
    const cells: Cells = new Map(places.map(([column, at]) => [column, row[at] ?? '']));
    if (numberOf(cells.get('repaso')) > CSV_VERSION) throw new Refused('format-newer');
    const head = headOf(cells);
    const card = cardOf(cells);
    if (head === null || card === null) {
      problems.push(skipped(file, number, 'row-unreadable'));
      continue;
    }
    const key = `${head.id ?? ''}\0${head.name}`;
    const deck = decks.get(key) ?? { head, cards: new Map(), paused: new Set(), progress: new Map() };
    decks.set(key, deck);
    if (gather(deck, card, cells) === 'kept') continue;
    problems.push(skipped(file, number, 'row-progress'));
  }
  return { format: 'csv', decks: [...decks.values()].map(deckFrom), media: [], problems };
}
