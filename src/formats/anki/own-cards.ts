import type { Card } from '../../core/card.js';
import { clozeCards, markedApart } from './cloze.js';
import type { AnkiNote, AnkiNoteType } from './collection.js';
import { type DeckHead, KEPT_FIELD, keptIn, seenHash } from './kept.js';
import { TEXT_FIELDS, tagOut } from './own-types.js';
import { sideOf } from './side.js';

export type OwnCard = { readonly card: Card; readonly position: number; readonly deck: DeckHead };

function textFieldsOf(note: AnkiNote, type: AnkiNoteType): readonly string[] {
  const names = TEXT_FIELDS.find((fields) => fields.every((name) => type.fields.includes(name))) ?? [];
  return names.map((name) => note.fields[type.fields.indexOf(name)] ?? '');
}

/** Front, back and hint as they are in Anki now; `null` where they no longer form a card. */
function edited(card: Card, fields: readonly string[], isCloze: boolean): Card | null {
  const [first = '', second = '', third = ''] = fields.map((field) => {
    const side = sideOf(isCloze ? markedApart(field) : field);
    return side.kind === 'side' ? side.markdown : '';
  });
  const gap = isCloze
    ? clozeCards(first).get(1)
    : { front: first, back: second, ...(third === '' ? {} : { hint: third }) };
  if (gap === undefined || gap.front === '' || gap.back === '') return null;
  const { hint: _, choices: __, kind, ...rest } = card;
  return { ...rest, ...gap, kind: isCloze ? 'cloze' : kind === 'choice' ? 'basic' : kind };
}

/**
 * The card of a note of Repaso's own types: exactly as exported, or with the text that somebody gave it in Anki,
 * under the same id. `null` for any other note.
 */
export function ownCard(note: AnkiNote, type: AnkiNoteType): OwnCard | null {
  const at = type.fields.indexOf(KEPT_FIELD);
  const kept = at < 0 ? null : keptIn(note.fields[at] ?? '');
  if (kept === null) return null;
  const fields = textFieldsOf(note, type);
  const card = seenHash(fields) === kept.seen ? kept.card : edited(kept.card, fields, type.isCloze);
  if (card === null) return null;
  const sameTags = card.tags.map(tagOut).join(' ') === note.tags.join(' ');
  const { deck, position } = kept;
  return { card: sameTags ? card : { ...card, tags: note.tags }, position, deck };
}
