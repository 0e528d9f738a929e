import type { Card, CardKind } from '../core/card.js';
import { shortHash, uniqueHashes } from '../core/hash.js';
import { cardId, passageId } from '../core/ids.js';
import type { Language } from '../core/language.js';
import { stemWithoutId } from '../core/notion-names.js';
import type { Problem } from '../core/problem.js';
import { languageOf } from '../language/language-of.js';
import { fold, tidy } from '../language/text.js';
import type { FileDeck, ReadCards } from './card-file.js';
import { MAX_CARDS, MAX_DECKS, MAX_HINT_LENGTH, MAX_SIDE_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from './limits.js';
import { problemOf, Refused } from './refused.js';
import { type SkipReason, skipped } from './skipped.js';

/** A card of another program, as Markdown. */
export type PlainCard = {
  /** Identifies the card within the file for ever; `null` where only its text does. */
  readonly key: readonly string[] | null;
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  readonly hint?: string;
  readonly tags: readonly string[];
  readonly line: number;
};

/** The file's name without folder, extension and Notion's id. */
export function deckNameOf(file: string): string {
  return tidy(stemWithoutId(file).replace(/_/gu, ' ')) || 'Cards';
}

/** Why a card is skipped; `null` for a valid one. */
function faultOf({ front, back }: PlainCard): SkipReason | null {
  if (front.trim() === '') return 'no-front';
  if (back.trim() === '') return 'no-back';
  return Math.max(front.length, back.length) > MAX_SIDE_LENGTH ? 'side-too-long' : null;
}

type DeckInput = {
  readonly file: string;
  readonly name: string;
  readonly language?: Language;
  readonly cards: readonly PlainCard[];
};

/** Cards of another program as a deck. Skipped ones are reported with their line. Throws `Refused` for too many. */
export function fileDeckOf(input: DeckInput): { deck: FileDeck; problems: readonly Problem[] } {
  if (input.cards.length > MAX_CARDS) throw new Refused('too-many-cards');
  const nextId = uniqueHashes();
  const problems: Problem[] = [];
  const cards: Card[] = [];
  for (const plain of input.cards) {
    const fault = faultOf(plain);
    if (fault !== null) {
      problems.push(skipped(input.file, plain.line, fault));
      continue;
    }
    const words = [input.name, plain.kind, fold(plain.front), fold(plain.back)].map(tidy);
    const id = plain.key === null ? nextId(['card', ...words]) : shortHash(plain.key);
    cards.push(cardOf(plain, id, input));
  }
  const text = cards.map(({ front, back }) => `${front} ${back}`).join('\n');
  const language = input.language ?? languageOf(text.slice(0, 100_000), 'en');
  const deck = { id: null, name: input.name, language, cards, paused: [], progress: [] };
  return { deck, problems };
}

/** A hint within the limit of every format; a shortened one still helps. */
function shortened(hint: string): string {
  return hint.length <= MAX_HINT_LENGTH ? hint : `${hint.slice(0, MAX_HINT_LENGTH - 1).trimEnd()}…`;
}

function cardOf({ kind, front, back, hint, tags, line }: PlainCard, id: string, { file, name }: DeckInput): Card {
  return {
    id: cardId(id),
    kind,
    front: front.trim(),
    back: back.trim(),
    context: [name],
    ...(hint === undefined ? {} : { hint: shortened(hint) }),
    source: { file, line },
    tags: tags.slice(0, MAX_TAGS).map((tag) => tag.slice(0, MAX_TAG_LENGTH)),
    passageId: passageId(id),
  };
}

/** Each card once, since ids are the keys of storage. */
function withoutTwins(file: string, decks: readonly FileDeck[]): { decks: readonly FileDeck[]; problems: Problem[] } {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const isFirst = (card: Card): boolean => {
    const isNew = !seen.has(card.id);
    seen.add(card.id);
    if (!isNew) problems.push(skipped(file, card.source.line, 'card-twice'));
    return isNew;
  };
  return { decks: decks.map((deck) => ({ ...deck, cards: deck.cards.filter(isFirst) })), problems };
}

/** A file's content, checked against the limits of all formats. Throws `Refused`. */
export function checked(file: string, read: ReadCards): ReadCards {
  if (read.decks.length > MAX_DECKS) throw new Refused('too-many-decks');
  const unique = withoutTwins(file, read.decks);
  const decks = unique.decks.filter((deck) => deck.cards.length > 0);
  if (decks.some((deck) => deck.cards.length > MAX_CARDS)) throw new Refused('too-many-cards');
  const problems = [...read.problems, ...unique.problems];
  if (decks.length > 0) return { ...read, decks, problems };
  return { ...read, decks, problems: [problemOf(file, new Refused('no-cards')), ...problems] };
}
