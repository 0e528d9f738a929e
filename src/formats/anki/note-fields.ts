import { createHash } from 'node:crypto';
import type { Card } from '../../core/card.js';
import { fieldHtml, type PictureNames } from '../html/from-markdown.js';
import { clozeText } from './cloze.js';
import { type DeckHead, keepCard } from './kept.js';
import { BASIC_TYPE, CLOZE_TYPE, type OwnType, REVERSED_TYPE } from './own-types.js';

export type NoteFields = {
  readonly type: OwnType;
  /** HTML, in the order of the type's fields. */
  readonly fields: readonly string[];
  /** The text by which Anki sorts notes. */
  readonly sortText: string;
  /** The number by which Anki finds equal first fields. */
  readonly checksum: number;
};

/** As in Anki: the first 32 bits of SHA-1 over the first field without its markup. */
function checksumOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

type ToField = (markdown: string) => string;

function toField(names: PictureNames): ToField {
  return (markdown) => fieldHtml(markdown, names).replaceAll('\x1f', ' ');
}

function frontOf({ front, choices }: Card, fieldOf: ToField): string {
  const items = (choices ?? []).map((choice) => `<li>${fieldOf(choice)}</li>`).join('');
  return items === '' ? fieldOf(front) : `${fieldOf(front)}<ol type="A">${items}</ol>`;
}

function textFields(card: Card, fieldOf: ToField): { type: OwnType; texts: readonly string[] } {
  const gaps = card.kind === 'cloze' ? clozeText(fieldOf(card.front), fieldOf(card.back), card.hint) : null;
  if (gaps !== null) return { type: CLOZE_TYPE, texts: [gaps] };
  const type = card.kind === 'reversed' ? REVERSED_TYPE : BASIC_TYPE;
  return {
    type,
    texts: [frontOf(card, fieldOf), fieldOf(card.back), card.hint === undefined ? '' : fieldOf(card.hint)],
  };
}

/** A card as a note of one of Repaso's own types. */
export function noteFields(card: Card, position: number, deck: DeckHead, names: PictureNames): NoteFields {
  const fieldOf = toField(names);
  const { type, texts } = textFields(card, fieldOf);
  const context = fieldOf(card.context.join(' › '));
  const source = fieldOf(`${card.source.file}:${card.source.line}`);
  const fields = [...texts, context, source, keepCard(card, position, deck, texts)];
  const sortText = (texts[0] ?? '').replace(/<[^>]*>/gu, '').trim();
  return { type, fields, sortText, checksum: checksumOf(sortText) };
}
