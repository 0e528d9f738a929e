import { z } from 'zod';
import type { Card } from '../../core/card.js';
import { shortHash } from '../../core/hash.js';
import type { FileDeck } from '../card-file.js';
import { cardSchema, deckSchema } from '../json/schema.js';
import { cardOut } from '../json/write-json.js';
import { jsonIn } from './json-in.js';

/**
 * Repaso's own note types store the whole card in a last field, because Markdown that is converted to HTML and back
 * is not exactly the same. It is base64, which Anki does not rewrite.
 */
export const KEPT_FIELD = 'Repaso';

export type DeckHead = Pick<FileDeck, 'id' | 'name' | 'language'>;

export type KeptCard = {
  readonly card: Card;
  readonly deck: DeckHead;
  /** The card's position in its deck; Anki orders notes by their numbers. */
  readonly position: number;
  /** Hash of the fields as exported: a difference means that somebody has edited the card in Anki. */
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

/** Hash of the visible fields, independent of how Anki writes accents and spaces. */
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

export function keepCard(card: Card, position: number, deck: DeckHead, fields: readonly string[]): string {
  const head = { id: deck.id, name: deck.name, language: deck.language };
  const json = JSON.stringify({ v: 1, seen: seenHash(fields), position, deck: head, card: cardOut(card) });
  return Buffer.from(json).toString('base64');
}

/** The stored card; `null` where the field is damaged. */
export function keptIn(field: string): KeptCard | null {
  if (field.length > MAX_LENGTH) return null;
  const base64 = field.replace(/<[^>]*>|\s/gu, '');
  const parsed = schema.safeParse(jsonIn(Buffer.from(base64, 'base64').toString()));
  if (!parsed.success) return null;
  const { card, deck, seen, position } = parsed.data;
  return { card, deck, seen, position };
}
