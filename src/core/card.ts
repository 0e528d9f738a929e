import type { CardId, DeckId, LearnerId, PassageId } from './ids.js';
import type { Language } from './language.js';
import type { Instant } from './local-date.js';

/** `basic` asks front → back; `reversed` both ways; `cloze` hides a word of a sentence; `choice` offers answers. */
export type CardKind = 'basic' | 'reversed' | 'cloze' | 'choice';

/** Where in the notes something stands. `line` counts from 1. */
export type SourcePlace = { readonly file: string; readonly line: number };

/** What is asked and answered, and where it comes from. Front and back are Markdown. */
export type Card = {
  readonly id: CardId;
  readonly kind: CardKind;
  /** A cloze front shows its gap as `[…]`. */
  readonly front: string;
  /** A cloze back is the hidden text alone. */
  readonly back: string;
  /** The headings above the card, outermost first. */
  readonly context: readonly string[];
  readonly hint?: string;
  readonly choices?: readonly string[];
  readonly source: SourcePlace;
  readonly tags: readonly string[];
  /** The passage of the notes that the card was made from. */
  readonly passageId: PassageId;
};

/** Who did something to a card by hand, and when. */
export type HandMark = { readonly by: LearnerId; readonly at: Instant };

/** A card has other words than its notes: the card has the person's, and this is what the notes said then. */
export type CardEdit = HandMark & { readonly notes: Pick<Card, 'kind' | 'front' | 'back'> };

/** A card with what people did to it by hand, which reading its notes again leaves alone. */
export type HandledCard = Card & {
  readonly edit?: CardEdit;
  /** Asked of nobody until somebody wakes it. */
  readonly pausedBy?: HandMark;
};

/** A card as a workspace holds it. A card that is gone from the notes is paused, never deleted. */
export type StoredCard = HandledCard & { readonly deckId: DeckId; readonly position: number; readonly paused: boolean };

/** A piece of the notes that can answer a question: a section, or a single term defined in one. */
export type Passage = {
  readonly id: PassageId;
  readonly kind: 'section' | 'term';
  /** The section that holds it; a section's own id for a section. */
  readonly sectionId: PassageId;
  /** The heading or the term, as plain text. */
  readonly title: string;
  /** The headings above and including its own section, outermost first, as plain text. */
  readonly headings: readonly string[];
  /** Other names for it: front-matter aliases, the words in brackets of "LXC (Linux container)". */
  readonly aliases: readonly string[];
  /** The notes' own words as Markdown, without the heading. */
  readonly body: string;
  readonly source: SourcePlace;
  /** Where the notes can be read in a browser, at this place; only of a deck that says its address. */
  readonly url?: string;
  readonly language: Language;
};

/** Everything that one note file becomes. */
export type Deck = {
  readonly id: DeckId;
  readonly name: string;
  readonly language: Language;
  /** The file it was read from. */
  readonly source: string;
  readonly cards: readonly Card[];
  readonly passages: readonly Passage[];
};

/** What is asked and what is answered, both Markdown. */
export type Sides = { readonly front: string; readonly back: string };
