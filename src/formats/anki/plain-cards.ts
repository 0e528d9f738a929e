import type { PlainCard } from '../file-deck.js';
import type { SkipReason } from '../skipped.js';
import { clozeCards, markedApart } from './cloze.js';
import type { AnkiCard, AnkiNote, AnkiNoteType } from './collection.js';
import { type Fields, isFilled } from './filters.js';
import { sideOf } from './side.js';
import {
  answerPart,
  clozeFields,
  fieldsNamed,
  fieldsShown,
  fieldsTyped,
  hintIn,
  parseTemplate,
  renderTemplate,
  type Template,
} from './template.js';
import { isOcclusionName } from './text-kinds.js';

/** A card of another program with the Anki cards that it stands for: two where it is asked both ways. */
export type Made = { readonly plain: PlainCard; readonly from: readonly AnkiCard[] };
type MadeCards = { readonly made: readonly Made[]; readonly faults: readonly SkipReason[] };

type Sides = { readonly question: Template; readonly answer: Template };
type CardTypes = ReadonlyMap<number, Sides>;

/** A note's type; its templates are parsed once for all notes. */
export type ParsedType = { readonly type: AnkiNoteType; readonly cardTypes: CardTypes };

/** Image occlusion, where the question is a shape on a picture. */
const OCCLUSION = /\{\{c\d+::image-occlusion:/u;

/** Front and back are the first two fields: the fallback for a type whose templates cannot be read. */
function plainSides({ fields }: AnkiNoteType): Sides {
  const [first = '', ...rest] = fields;
  const field = (name: string) => ({ kind: 'field', name, filters: [], isInTag: false }) as const;
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

type Both = { readonly front: string; readonly back: string; readonly hint?: string };

/**
 * The answer of a back that shows none: what the front asks to be typed, else every field that the front does not
 * show.
 */
function otherFields({ question }: Sides, fields: Fields): string {
  const typed = fieldsTyped(question).filter((name) => isFilled(fields.get(name)));
  const asked = new Set(fieldsNamed(question));
  const names = typed.length > 0 ? typed : [...fields.keys()].filter((name) => !asked.has(name));
  return names
    .map((name) => fields.get(name) ?? '')
    .filter(isFilled)
    .join('<br>');
}

/** The sides of a type, or its fields in order where the front names no existing field. */
function usable(sides: Sides, type: AnkiNoteType): Sides {
  const named = fieldsNamed(sides.question);
  const isUsable = named.length === 0 || named.some((name) => type.fields.includes(name));
  return isUsable ? sides : plainSides(type);
}

/** Removes a repetition of the front, with the line break after it. */
function withoutFront(front: string, back: string): string {
  if (front === '' || !back.startsWith(front)) return back;
  const rest = back.slice(front.length);
  return /^\\?\n/u.test(rest) ? rest.replace(/^\\?\n/u, '').trim() : back;
}

/** Both sides as Markdown, and the hint. A back that repeats the front above the answer is reduced to the answer. */
function bothSides(sides: Sides, fields: Fields): Both | SkipReason {
  const shown = new Set([...fieldsShown(sides.question), ...fieldsShown(sides.answer)]);
  const read = renderTemplate(sides.question, fields, 'question', shown);
  // Text that is only read aloud is shown, since a chat has no sound.
  const front = sideOf(isFilled(read) ? read : renderTemplate(sides.question, fields, 'question'));
  const told = sideOf(renderTemplate(sides.answer, fields, 'answer', shown));
  const back = told.kind === 'side' && told.markdown === '' ? sideOf(otherFields(sides, fields)) : told;
  if (front.kind === 'fault') return front.fault;
  if (back.kind === 'fault') return back.fault;
  const hint = sideOf(hintIn(sides.question, fields));
  return {
    front: front.markdown,
    back: withoutFront(front.markdown, back.markdown),
    ...(hint.kind === 'side' && hint.markdown !== '' ? { hint: hint.markdown } : {}),
  };
}

function plainOf(
  note: AnkiNote,
  ord: number,
  card: Pick<PlainCard, 'kind' | 'front' | 'back' | 'hint'>,
  line: number,
): PlainCard {
  return { key: ['anki', note.guid, String(ord)], tags: note.tags, line, ...card };
}

/** Whether two cards are the same one, asked both ways. */
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
    const both = bothSides(usable(cardTypes.get(card.ord) ?? plainSides(type), type), fields);
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

/** Whether the back of a cloze shows further fields, which have no place on a card. */
function hasExtra(sides: Sides, fields: Fields): boolean {
  const asked = fieldsNamed(sides.question);
  return fieldsNamed(sides.answer).some((name) => !asked.includes(name) && isFilled(fields.get(name)));
}

/** The question with its sentences, their gaps still marked. A sentence that is shown is not repeated for typing. */
function gapText({ question }: Sides, type: AnkiNoteType, fields: Fields): string {
  const shown = fieldsShown(question);
  const asked = clozeFields(question);
  if (asked.length === 0) return fields.get(type.fields[0] ?? '') ?? '';
  const kind = asked.some((name) => shown.includes(name)) ? 'question' : 'answer';
  return renderTemplate(question, fields, kind, new Set(shown));
}

function joinedHint(...hints: readonly (string | undefined)[]): { readonly hint?: string } {
  const hint = hints.filter((each) => each !== undefined && each !== '').join('; ');
  return hint === '' ? {} : { hint };
}

function gapCards(
  note: AnkiNote,
  { type, cardTypes }: ParsedType,
  cards: readonly AnkiCard[],
  line: number,
): MadeCards {
  const fields = fieldsOf(note, type);
  const sides = cardTypes.get(0) ?? plainSides(type);
  const text = sideOf(markedApart(gapText(sides, type, fields)));
  if (text.kind === 'fault') return { made: [], faults: [text.fault] };
  const gaps = clozeCards(text.markdown);
  const hint = sideOf(hintIn(sides.question, fields));
  const made = cards.flatMap((card): Made[] => {
    const gap = gaps.get(card.ord + 1);
    if (gap === undefined) return [];
    const { front, back } = gap;
    const hints = joinedHint(gap.hint, hint.kind === 'side' ? hint.markdown : '');
    return [{ plain: plainOf(note, card.ord, { kind: 'cloze', front, back, ...hints }, line), from: [card] }];
  });
  return { made, faults: hasExtra(sides, fields) && made.length > 0 ? ['cloze-extra'] : [] };
}

function isOcclusion({ fields }: AnkiNote, { name }: AnkiNoteType): boolean {
  return isOcclusionName(name) || fields.some((field) => OCCLUSION.test(field));
}

/** The cards of one note of any type, as Markdown, and what was skipped. */
export function plainCards(note: AnkiNote, parsed: ParsedType, cards: readonly AnkiCard[], line: number): MadeCards {
  if (isOcclusion(note, parsed.type)) return { made: [], faults: ['image-occlusion'] };
  const sorted = [...cards].sort((a, b) => a.ord - b.ord).slice(0, 500);
  return parsed.type.isCloze ? gapCards(note, parsed, sorted, line) : basicCards(note, parsed, sorted, line);
}
