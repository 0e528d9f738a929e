import { z } from 'zod';
import type { Card } from '../../core/card.js';
import { shortHash } from '../../core/hash.js';
import type { FileDeck } from '../card-file.js';
import { cardSchema, deckSchema } from '../json/schema.js';
import { cardOut } from '../json/write-json.js';
import { parseJson } from './parse-json.js';

/**
 * Repaso's own note types carry the card as it is in a last field, because Markdown that becomes HTML and Markdown
 * again is not the same to the letter. It is base64: Anki rewrites text, and leaves this alone.
 */
export const KEPT_FIELD = 'Repaso';

export type DeckHead = Pick<FileDeck, 'id' | 'name' | 'language'>;

export type Kept = {
  readonly card: Card;
  readonly deck: DeckHead;
  /** The card's place in its deck: Anki orders notes by their numbers. */
  readonly position: number;
  /** Of the fields as they were written: other fields now mean that somebody edited the card in Anki. */
  readonly seen: string;
};

const MAX_LENGTH = 400_000;
const schema = z.object({
  v: z.literal(1),
  seen: z.string(),
  position: z.number(),
  deck: deckSchema,
  card: cardSchema,
});

/** Tells whether the fields a person sees are as they were; how Anki writes accents and spaces says nothing. */
export function seenHash(fields: readonly string[]): string {
  return shortHash(
    fields.map((field) =>
      field
        .normalize('NFC')
        .replace(/(?:\s|&nbsp;)+/gu, ' ')
        .trim(),
    ),
  );
}

export function keep(card: Card, position: number, deck: DeckHead, fields: readonly string[]): string {
  const head = { id: deck.id, name: deck.name, language: deck.language };
  const json = JSON.stringify({ v: 1, seen: seenHash(fields), position, deck: head, card: cardOut(card) });
  return Buffer.from(json).toString('base64');
}

/** What the field keeps; `null` where it was spoilt. */
export function keptIn(field: string): Kept | null {
  if (field.length > MAX_LENGTH) return null;
  const base64 = field.replace(/<[^>]*>|\s/gu, '');
  const parsed = schema.safeParse(parseJson(Buffer.from(base64, 'base64').toString()));
  if (!parsed.success) return null;
  const { card, deck, seen, position } = parsed.data;
  return { card, deck, seen, position };
}
