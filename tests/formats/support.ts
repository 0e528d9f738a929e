import fc from 'fast-check';
import { zipSync } from 'fflate';
import { type Card, type CardKind, DOUBTS } from '../../src/core/card.js';
import type { Quality } from '../../src/core/grade.js';
import { cardId, deckId, passageId } from '../../src/core/ids.js';
import { addDays, instant, localDate } from '../../src/core/local-date.js';
import { replay } from '../../src/core/progress.js';
import type { CardRecord, FileDeck, FileReview, ReviewedProgress } from '../../src/formats/card-file.js';
import { startEngine } from '../../src/formats/sqlite/engine.js';

export const NOON = instant(Date.parse('2026-11-23T12:00:00Z'));

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Problems of a reading as "line code". */
export function told(problems: readonly { readonly line: number; readonly code: string }[]): readonly string[] {
  return problems.map(({ line, code }) => `${line} ${code}`);
}

const PIECES = [
  'Docker',
  '**imagen**',
  '`docker ps -a`',
  'ñandú “con” — signos',
  '$x_1 < y^2$',
  '![dibujo](a b.png)',
  '[sound:voz_1.mp3]',
  '* lista',
  '=1+1',
  '-5',
  '@nadie',
  '"comillas"; y, comas',
  '<b>HTML</b> & co',
  '{{c1::llaves}}',
  'c::d',
  "'apóstrofo",
  '日本語 🐳',
  '\\*no cursiva\\*',
  'línea\notra línea',
  '```sh\nls -l\n```',
];

/** The replacement character stands for one that was lost, and reading it is told. */
const written = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replaceAll('\uFFFD', '?'));

const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), written), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(' ').replace(/[\p{Cc}\p{Cs}\u{E000}\u{E001}]/gu, (sign) => (sign === '\n' ? '\n' : ' ')))
  .map((text) => text.trim().replace(/ +/gu, ' '))
  .filter((text) => text !== '');

const tags = fc.array(fc.stringMatching(/^[a-zñ0-9_-]{1,8}$/u), { maxLength: 3 });

/** Cards of every kind with every sort of text. */
function cardArbitrary(kind: CardKind): fc.Arbitrary<Omit<Card, 'id' | 'passageId'>> {
  return fc
    .record({
      front: words,
      back: words,
      context: fc.array(words, { maxLength: 3 }),
      hint: fc.option(words, { nil: undefined }),
      choices: kind === 'choice' ? fc.array(words, { minLength: 2, maxLength: 4 }) : fc.constant(undefined),
      tags,
      doubt: fc.option(fc.record({ reason: fc.constantFrom(...DOUBTS), score: fc.constantFrom(0, 0.35, 1) }), {
        nil: undefined,
      }),
      line: fc.integer({ min: 1, max: 9999 }),
    })
    .map(({ hint, choices, doubt, line, ...card }) => ({
      ...card,
      kind,
      front: kind === 'cloze' ? `${card.front.replaceAll('[…]', '')} […].` : card.front,
      ...(hint === undefined ? {} : { hint }),
      ...(choices === undefined ? {} : { choices }),
      ...(doubt === undefined ? {} : { doubt }),
      source: { file: 'apuntes.md', line },
    }));
}

const kinds = fc.constantFrom<CardKind>('basic', 'reversed', 'cloze', 'choice');
const quality = fc.constantFrom<Quality>(1, 3, 4, 5);

/** A learner's answers: days between them, their quality, and whether the answer was a drill of the same day. */
const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), quality, fc.boolean()), { maxLength: 8 });

/** What such answers amount to; `null` before the first. */
export function recordOf(
  card: Card['id'],
  steps: readonly (readonly [number, Quality, boolean])[],
  second = 0,
): CardRecord | null {
  let on = localDate('2026-01-05');
  const log: FileReview[] = [];
  for (const [days, grade, hasDrill] of steps) {
    on = addDays(on, days);
    const at = Date.parse(`${on}T10:00:00Z`) + second * 1000 + log.length;
    log.push({ cardId: card, quality: grade, on, purpose: 'plan', at: instant(at) });
    if (hasDrill) log.push({ cardId: card, quality: 4, on, purpose: 'drill', at: instant(at + 60_000) });
  }
  const progress = replay(log);
  return progress.kind === 'new' ? null : { card, progress: progress satisfies ReviewedProgress, log };
}

/** Whole decks, with the progress of one learner. */
export const deckArbitrary: fc.Arbitrary<FileDeck> = fc
  .record({
    name: words.map((name) => name.replace(/\s+/gu, ' ')),
    language: fc.constantFrom('en' as const, 'es' as const),
    drafts: fc.array(fc.tuple(kinds.chain(cardArbitrary), answers, fc.boolean()), { minLength: 1, maxLength: 8 }),
    number: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ name, language, drafts, number }) => {
    const cards = drafts.map(([draft], index): Card => {
      const id = `c${number}x${index}`;
      return { ...draft, id: cardId(id), passageId: passageId(`p${index}`) };
    });
    const records = cards.flatMap(
      (card, index) => recordOf(card.id, drafts[index]?.[1] ?? [], index + (number % 3000) * 10) ?? [],
    );
    const paused = cards.filter((_, index) => drafts[index]?.[2]).map(({ id }) => id);
    const progress = records.length === 0 ? [] : [{ learner: { id: 'ana', name: 'Ana' }, records }];
    return { id: deckId(`d${number}`), name, language, cards, paused, progress };
  });

/** Several decks, none with the number of another. */
export const decksArbitrary = fc.uniqueArray(deckArbitrary, { minLength: 1, maxLength: 5, selector: ({ id }) => id });

/** A card with the least that it needs. */
export function simpleCard(front: string, back: string, more: Partial<Card> = {}): Card {
  return {
    id: cardId(`c-${front}`.slice(0, 64)),
    kind: 'basic',
    front,
    back,
    context: [],
    source: { file: 'a.md', line: 1 },
    tags: [],
    passageId: passageId('p'),
    ...more,
  };
}

export function simpleDeck(cards: readonly Card[]): FileDeck {
  return { id: deckId('d'), name: 'Mazo', language: 'es', cards, paused: [], progress: [] };
}

let engine: ReturnType<typeof startEngine> | undefined;

/** A database made by any statements. */
export async function databaseOf(...statements: readonly string[]): Promise<Uint8Array> {
  engine ??= startEngine();
  const { oo1, capi } = await engine;
  const database = new oo1.DB(':memory:');
  for (const statement of statements) database.exec(statement);
  const bytes = capi.sqlite3_js_db_export(database);
  database.close();
  return bytes;
}

export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => {
    return [name, typeof content === 'string' ? bytesOf(content) : content] as const;
  });
  return zipSync(Object.fromEntries(entries), { level: 6 });
}

/** A value as SQL. */
export function sql(value: string | number | Uint8Array): string {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

export function insert(table: string, ...values: readonly (string | number | Uint8Array)[]): string {
  return `insert into ${table} values (${values.map(sql).join(', ')})`;
}
