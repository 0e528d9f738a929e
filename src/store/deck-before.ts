import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  CARD_KINDS,
  type Card,
  type CardWithEdits,
  DOUBTS,
  type Passage,
  type PiledCard,
  type StoredCard,
} from '../core/card.js';
import { type CardId, cardId, deckId, learnerId, passageId } from '../core/ids.js';
import { LANGUAGES } from '../core/language.js';
import { instant } from '../core/local-date.js';
import type { ChangeCounts, DeckChange } from './interfaces/decks.js';

const placeSchema = z.object({ file: z.string(), line: z.number().int().min(1) });

const markSchema = z.object({ by: z.string().transform(learnerId), at: z.number().int().transform(instant) });
const kindSchema = z.enum(CARD_KINDS);
const editSchema = markSchema.extend({
  notes: z.object({ kind: kindSchema, front: z.string(), back: z.string() }),
});

const wordsSchema = z.object({
  id: z.string().transform(cardId),
  passageId: z.string().transform(passageId),
  kind: kindSchema,
  position: z.number().int().min(0),
  front: z.string(),
  back: z.string(),
  context: z.array(z.string()),
  hint: z.string().optional(),
  choices: z.array(z.string()).optional(),
  tags: z.array(z.string()),
  source: placeSchema,
});

const cardSchema = wordsSchema
  .extend({
    deckId: z.string().transform(deckId),
    paused: z.boolean(),
    edit: editSchema.optional(),
    pausedBy: markSchema.optional(),
    takenBy: markSchema.optional(),
  })
  .transform(
    ({ hint, choices, edit, pausedBy, takenBy, ...card }): StoredCard => ({
      ...card,
      ...(hint === undefined ? {} : { hint }),
      ...(choices === undefined ? {} : { choices }),
      ...(edit === undefined ? {} : { edit }),
      ...(pausedBy === undefined ? {} : { pausedBy }),
      ...(takenBy === undefined ? {} : { takenBy }),
    }),
  );

const piledSchema = wordsSchema
  .extend({ doubt: z.object({ reason: z.enum(DOUBTS).catch('worth'), score: z.number().min(0).max(1) }) })
  .transform(
    ({ hint, choices, ...card }): PiledCard => ({
      ...card,
      ...(hint === undefined ? {} : { hint }),
      ...(choices === undefined ? {} : { choices }),
    }),
  );

const passageSchema = z
  .object({
    id: z.string().transform(passageId),
    sectionId: z.string().transform(passageId),
    kind: z.enum(['section', 'term']),
    title: z.string(),
    headings: z.array(z.string()),
    aliases: z.array(z.string()),
    body: z.string(),
    source: placeSchema,
    url: z.string().optional(),
    language: z.enum(LANGUAGES),
  })
  .transform(({ url, ...passage }): Passage => (url === undefined ? passage : { ...passage, url }));

/**
 * The position, line and passage of a card whose words stayed the same. A short form, since a new first line moves
 * every card.
 */
const standingSchema = z.tuple([
  z.string().transform(cardId),
  z.number().int().min(0),
  z.number().int().min(1),
  z.string().transform(passageId),
]);

const deckSchema = z.object({
  name: z.string(),
  language: z.enum(LANGUAGES),
  source: z.string(),
  contentHash: z.string(),
});

/** A deck before a change, as far as the change touched it. */
export const deckBeforeSchema = z.object({
  /** `null` where the change created the deck. */
  deck: deckSchema.nullable(),
  /** Cards with other words, headings or state, as they were; cards taken from another deck included. */
  cards: z.array(cardSchema),
  standing: z.array(standingSchema),
  /** Cards that the change made. */
  added: z.array(z.string().transform(cardId)),
  /** Cards that the change paused. */
  paused: z.array(z.string().transform(cardId)),
  /** `null` where the change left the passages as they were. */
  passages: z.array(passageSchema).nullable(),
  /** The doubtful cards, refused ones included; `null` where the change left them as they were, and in old rows. */
  doubtful: z.array(piledSchema).nullable().default(null),
});

export type DeckBefore = z.output<typeof deckBeforeSchema>;

function wordsOf({ id, kind, front, back, context, hint, choices, tags, source }: Card) {
  return { id, kind, front, back, context, hint, choices, tags, file: source.file };
}

function isPaused({ pausedBy }: CardWithEdits): boolean {
  return pausedBy !== undefined;
}

function editsOf({ edit, pausedBy, takenBy }: CardWithEdits) {
  return { edit, pausedBy, takenBy };
}

function isSameCard(before: StoredCard, after: CardWithEdits, change: DeckChange): boolean {
  return (
    before.deckId === change.deck.id &&
    before.paused === isPaused(after) &&
    isDeepStrictEqual(editsOf(before), editsOf(after)) &&
    isDeepStrictEqual(wordsOf(before), wordsOf(after))
  );
}

/** The position of a card after the change. */
export function positionOf(change: DeckChange, index: number, before: StoredCard | undefined): number {
  if (change.some !== true) return index;
  const id = change.cards[index]?.id;
  return (id === undefined ? undefined : change.positions?.get(id)) ?? before?.position ?? index;
}

/** @param cards the stored cards that the change touches: those of its deck, and those with an id of its cards */
export function deckBefore(
  change: DeckChange,
  deck: DeckBefore['deck'],
  cards: readonly StoredCard[],
  {
    passages,
    doubtful,
  }: { readonly passages: readonly Passage[] | null; readonly doubtful: readonly PiledCard[] | null },
): DeckBefore {
  const known = new Map(cards.map((card) => [card.id, card]));
  const other: StoredCard[] = [];
  const standing: DeckBefore['standing'] = [];
  const added: CardId[] = [];
  for (const [index, card] of change.cards.entries()) {
    const before = known.get(card.id);
    const position = positionOf(change, index, before);
    if (before === undefined) added.push(card.id);
    else if (!isSameCard(before, card, change)) other.push(before);
    else if (before.position !== position || !isSamePlace(before, card)) standing.push(standingOf(before));
  }
  const named = new Set(change.paused);
  const paused = cards.filter((card) => named.has(card.id) && !card.paused && card.deckId === change.deck.id);
  return {
    deck,
    cards: other,
    standing,
    added,
    paused: paused.map((card) => card.id),
    passages: passages && [...passages],
    doubtful: doubtful && [...doubtful],
  };
}

function isSamePlace(before: StoredCard, after: Card): boolean {
  return before.source.line === after.source.line && before.passageId === after.passageId;
}

export function standingOf({ id, position, source, passageId: passage }: StoredCard): DeckBefore['standing'][number] {
  return [id, position, source.line, passage];
}

/** Counts a change as learners see it: a card that only moved to another heading does not count. */
export function countChange(change: DeckChange, { added, cards, paused }: DeckBefore): ChangeCounts {
  const words = (card: Card) => ({ ...wordsOf(card), context: [], file: '' });
  const after = new Map(change.cards.map((card) => [card.id, card]));
  const pairs = cards.flatMap((before) => {
    const now = after.get(before.id);
    return now === undefined ? [] : [{ before, now }];
  });
  const isChanged = ({ before, now }: (typeof pairs)[number]) =>
    (before.paused && !isPaused(now)) || !isDeepStrictEqual(words(before), words(now));
  const changed = pairs.filter(isChanged);
  const stopped = pairs.filter((pair) => !isChanged(pair) && !pair.before.paused && isPaused(pair.now));
  return { added: added.length, changed: changed.length, removed: paused.length + stopped.length };
}
