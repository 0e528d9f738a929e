import { cellMarkdown } from '../csv/cell-text.js';
import type { Columns } from '../csv/column-names.js';
import type { PlainCard } from '../file-deck.js';
import type { SkipReason } from '../skipped.js';
import { clozeCards, markedApart } from './cloze.js';
import { isFilled } from './filters.js';
import { type Side, sideOf } from './side.js';
import { gapField, type TextKind, textKindOf } from './text-kinds.js';

export type TextNote = {
  /** Empty where the file has none. */
  readonly guid: string;
  readonly typeName: string;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly line: number;
};

export type TextCards = { readonly cards: readonly PlainCard[]; readonly faults: readonly SkipReason[] };

/** Whether fields are HTML, and which are front, back and hint where the file says so. */
type FieldStyle = { readonly isHtml: boolean; readonly named: Columns | null };

function toSide(fields: readonly string[], isHtml: boolean): Side {
  const filled = fields.filter(isFilled);
  if (isHtml) return sideOf(filled.join('<br>'));
  return { kind: 'side', markdown: cellMarkdown(filled.join('\n')) };
}

/** The same key as in a package, so that a text file and a package of the same notes give the same cards. */
function keyOf({ guid }: TextNote, ord: number): PlainCard['key'] {
  return guid === '' ? null : ['anki', guid, String(ord)];
}

type Parts = { readonly front: readonly string[]; readonly back: readonly string[]; readonly hint: string };

function partsOf({ fields }: TextNote, kind: TextKind, named: Columns | null): Parts {
  const at = named ?? { front: 0, back: 1, hint: -1 };
  // The field that switches the reverse card on is no text of the card.
  const flag = kind === 'optional' ? 2 : -1;
  const others = fields.filter((_, index) => ![at.front, at.back, at.hint, flag].includes(index));
  return { front: [fields[at.front] ?? ''], back: [fields[at.back] ?? '', ...others], hint: fields[at.hint] ?? '' };
}

function basicCard(note: TextNote, kind: TextKind, { isHtml, named }: FieldStyle): TextCards {
  const parts = partsOf(note, kind, named);
  const [front, back] = [toSide(parts.front, isHtml), toSide(parts.back, isHtml)];
  if (front.kind === 'fault') return { cards: [], faults: [front.fault] };
  if (back.kind === 'fault') return { cards: [], faults: [back.fault] };
  const hint = toSide([parts.hint], isHtml);
  const isBothWays = kind === 'reversed' || (kind === 'optional' && isFilled(note.fields[2]));
  const card: PlainCard = {
    key: keyOf(note, 0),
    kind: isBothWays ? 'reversed' : 'basic',
    front: front.markdown,
    back: back.markdown,
    ...(hint.kind === 'side' && hint.markdown !== '' ? { hint: hint.markdown } : {}),
    tags: note.tags,
    line: note.line,
  };
  return { cards: [card], faults: [] };
}

function gapCards(note: TextNote, isHtml: boolean): TextCards {
  const at = gapField(note.fields);
  const field = note.fields[at] ?? '';
  const text = toSide([isHtml ? markedApart(field) : field], isHtml);
  if (text.kind === 'fault') return { cards: [], faults: [text.fault] };
  const cards = [...clozeCards(text.markdown)].map(([number, gap]): PlainCard => {
    return { key: keyOf(note, number - 1), kind: 'cloze', ...gap, tags: note.tags, line: note.line };
  });
  const hasExtra = note.fields.some((other, index) => index !== at && isFilled(other));
  return { cards, faults: hasExtra && cards.length > 0 ? ['cloze-extra'] : [] };
}

/** The cards of a note that has no template. */
export function textCards(note: TextNote, style: FieldStyle): TextCards {
  const kind = textKindOf(note.typeName, note.fields);
  if (kind === 'occlusion') return { cards: [], faults: ['image-occlusion'] };
  return kind === 'cloze' ? gapCards(note, style.isHtml) : basicCard(note, kind, style);
}
