import type { PlainCard } from '../file-deck.js';
import type { SkipReason } from '../skipped.js';
import { clozeCards, markedApart } from './cloze.js';
import type { AnkiCard, AnkiNote, AnkiNoteType } from './collection.js';
import { type Side, sideOf } from './side.js';
import {
  answerPart,
  clozeFields,
  type Fields,
  fieldsShown,
  parseTemplate,
  renderTemplate,
  type Template,
} from './template.js';

/** A card of another program and the cards of Anki that it stands for: two where it is asked both ways. */
export type Made = { readonly plain: PlainCard; readonly from: readonly AnkiCard[] };
export type MadeCards = { readonly made: readonly Made[]; readonly faults: readonly SkipReason[] };

type Sides = { readonly question: Template; readonly answer: Template };
export type CardTypes = ReadonlyMap<number, Sides>;

/** A note's type, its templates parsed once for all its notes. */
export type ParsedType = { readonly type: AnkiNoteType; readonly cardTypes: CardTypes };

/** Image occlusion: what is asked is a shape on a picture. */
const OCCLUSION = /\{\{c\d+::image-occlusion:/u;

/** Two fields, the first asked for the second: what a type is taken for whose templates cannot be read. */
function plainSides({ fields }: AnkiNoteType): Sides {
  const [first = '', ...rest] = fields;
  const field = (name: string) => ({ kind: 'field', name, filters: [] }) as const;
  const line = { kind: 'text', text: '<br>' } as const;
  return { question: [field(first)], answer: rest.flatMap((name) => [field(name), line]) };
}

export function parseType(type: AnkiNoteType): ParsedType {
  const sides = [...type.templates].map(([ord, { question, answer }]) => {
    const parsed = { question: parseTemplate(question), answer: parseTemplate(answerPart(answer)) };
    const { question: asked, answer: told } = parsed;
    return [ord, asked === null || told === null ? plainSides(type) : { question: asked, answer: told }] as const;
  });
  return { type, cardTypes: new Map(sides) };
}

export function fieldsOf(note: AnkiNote, type: AnkiNoteType): Fields {
  return new Map(type.fields.map((name, index) => [name, note.fields[index] ?? '']));
}

type Both = { readonly front: string; readonly back: string };

/** Both sides as Markdown. A back that repeats its front above the answer has the answer alone. */
function bothSides(sides: Sides, fields: Fields): Both | SkipReason {
  const front: Side = sideOf(renderTemplate(sides.question, fields));
  const back: Side = sideOf(renderTemplate(sides.answer, fields));
  if (front.kind === 'fault') return front.fault;
  if (back.kind === 'fault') return back.fault;
  const repeats = front.markdown !== '' && back.markdown.startsWith(`${front.markdown}\n`);
  return { front: front.markdown, back: repeats ? back.markdown.slice(front.markdown.length).trim() : back.markdown };
}

function plainOf(
  note: AnkiNote,
  ord: number,
  card: Pick<PlainCard, 'kind' | 'front' | 'back'>,
  line: number,
): PlainCard {
  return { key: ['anki', note.guid, String(ord)], tags: note.tags, line, ...card };
}

/** The same two sides, once each way. */
function isReverse(a: Both, b: Both): boolean {
  return a.front === b.back && a.back === b.front && a.front !== '' && a.back !== '';
}

function basicCards(
  note: AnkiNote,
  { type, cardTypes }: ParsedType,
  cards: readonly AnkiCard[],
  line: number,
): MadeCards {
  const fields = fieldsOf(note, type);
  const faults: SkipReason[] = [];
  const found: { card: AnkiCard; both: Both }[] = [];
  for (const card of cards) {
    const both = bothSides(cardTypes.get(card.ord) ?? plainSides(type), fields);
    if (typeof both === 'string') faults.push(both);
    else found.push({ card, both });
  }
  const [first, second] = found;
  if (found.length === 2 && first && second && isReverse(first.both, second.both)) {
    const plain = plainOf(note, first.card.ord, { kind: 'reversed', ...first.both }, line);
    return { made: [{ plain, from: [first.card, second.card] }], faults };
  }
  const made = found.map(({ card, both }) => ({
    plain: plainOf(note, card.ord, { kind: 'basic', ...both }, line),
    from: [card],
  }));
  return { made, faults };
}

/** Fields that only the back of a cloze shows: they have no place on a card. */
function hasExtra(sides: Sides, shown: readonly string[], fields: Fields): boolean {
  return fieldsShown(sides.answer).some((name) => !shown.includes(name) && (fields.get(name) ?? '').trim() !== '');
}

function gapCards(
  note: AnkiNote,
  { type, cardTypes }: ParsedType,
  cards: readonly AnkiCard[],
  line: number,
): MadeCards {
  const fields = fieldsOf(note, type);
  const sides = cardTypes.get(0) ?? plainSides(type);
  const asked = clozeFields(sides.question);
  const names = asked.length > 0 ? asked : type.fields.slice(0, 1);
  const html = names.map((name) => fields.get(name) ?? '').join('<br>');
  if (OCCLUSION.test(html)) {
    return { made: [], faults: ['image-occlusion'] };
  }
  const text = sideOf(markedApart(html));
  if (text.kind === 'fault') return { made: [], faults: [text.fault] };
  const gaps = clozeCards(text.markdown);
  const made = cards.flatMap((card): Made[] => {
    const gap = gaps.get(card.ord + 1);
    if (gap === undefined) return [];
    const { hint, ...both } = gap;
    const plain = plainOf(note, card.ord, { kind: 'cloze', ...both }, line);
    return [{ plain: hint === undefined ? plain : { ...plain, hint }, from: [card] }];
  });
  return { made, faults: hasExtra(sides, names, fields) && made.length > 0 ? ['cloze-extra'] : [] };
}

/** The cards of one note of anybody's type, as Markdown, and what was left out. */
export function plainCards(note: AnkiNote, parsed: ParsedType, cards: readonly AnkiCard[], line: number): MadeCards {
  const sorted = [...cards].sort((a, b) => a.ord - b.ord).slice(0, 500);
  return parsed.type.isCloze ? gapCards(note, parsed, sorted, line) : basicCards(note, parsed, sorted, line);
}
