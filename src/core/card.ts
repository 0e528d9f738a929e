import type { CardId, DeckId, LearnerId, PassageId } from './ids.js';
import type { Language } from './language.js';
import type { Instant } from './local-date.js';

/** `basic` asks front → back; `reversed` both ways; `cloze` hides a word of a sentence; `choice` offers answers. */
export const CARD_KINDS = ['basic', 'reversed', 'cloze', 'choice'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The sign on a cloze's front that stands for the hidden words. */
export const CLOZE_GAP = '[…]';

/** A position in the notes. `line` counts from 1. */
export type SourceLocation = { readonly file: string; readonly line: number };

/**
 * Why a card is not sure to be one that a teacher would ask.
 *
 * `subject`: whose fact it is, is not sure · `label`: what stands before the sign may be no name · `gap`: what the notes say
 * would be asked as a gap · `open`: the question has several right answers · `list`: a list that no line names ·
 * `table`: what a cell says of its row is not sure · `worth`: it may not be worth knowing · `twice`: another card asks
 * nearly the same · `language`: the notes are in a language whose grammar nobody knows here · `model`: a
 * language model asks it, in the notes' own words
 */
export const DOUBTS = [
  'subject',
  'label',
  'gap',
  'open',
  'list',
  'table',
  'worth',
  'twice',
  'language',
  'model',
] as const;
export type DoubtReason = (typeof DOUBTS)[number];

/** `score` is how sure the card is, from 0 to 1; cards of a score under the workspace's threshold are asked of nobody. */
export type Doubt = { readonly reason: DoubtReason; readonly score: number };

/** The threshold of a workspace that chose none: what scores less waits for a person's yes. */
export const SURE_ENOUGH = 0.5;

/** What is asked and answered, and where it comes from. Front and back are Markdown. */
export type Card = {
  readonly id: CardId;
  readonly kind: CardKind;
  /** A cloze front holds `CLOZE_GAP`. */
  readonly front: string;
  /** A cloze back is the hidden text alone. */
  readonly back: string;
  /** The headings above the card, outermost first. */
  readonly context: readonly string[];
  readonly hint?: string;
  readonly choices?: readonly string[];
  readonly source: SourceLocation;
  readonly tags: readonly string[];
  /** The passage of the notes that the card was made from. */
  readonly passageId: PassageId;
  /** Only of a card made by a rule that is not always right; what people wrote, and what a rule is sure of, has none. */
  readonly doubt?: Doubt;
};

/** Who did something, and when. */
export type Attribution = { readonly by: LearnerId; readonly at: Instant };

/** An edit of a card by a person: the card has the new text, and `notes` is the text that its notes had then. */
export type CardEdit = Attribution & { readonly notes: Pick<Card, 'kind' | 'front' | 'back'> };

/** A card with what people did to it, which survives reading its notes again. */
export type CardWithEdits = Card & {
  readonly edit?: CardEdit;
  /** Nobody is asked the card until somebody resumes it. */
  readonly pausedBy?: Attribution;
  /** A doubtful card that a person took into the deck: it stays there, whatever its score. */
  readonly takenBy?: Attribution;
};

export type DoubtfulCard = Card & { readonly doubt: Doubt };

/** A doubtful card as a workspace keeps it, whether it waits, is in the deck, or was refused. */
export type PiledCard = DoubtfulCard & {
  /** How many cards of the deck stand before it in the notes. */
  readonly position: number;
  /** Somebody said no to it. */
  readonly refused?: Attribution;
};

/** A card as a workspace stores it. A card that leaves the notes is paused, never deleted. */
export type StoredCard = CardWithEdits & {
  readonly deckId: DeckId;
  readonly position: number;
  readonly paused: boolean;
};

/** A part of the notes that can answer a question: a section, or a single term defined in one. */
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
  readonly source: SourceLocation;
  /** The address of this passage in a browser, where the deck gives one. */
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
  /** Cards whose doubt scores under `SURE_ENOUGH`, in the notes' order: kept for whoever looks after the deck to decide. */
  readonly doubtful: readonly Card[];
  readonly passages: readonly Passage[];
};

/** What is asked and what is answered, both Markdown. */
export type Sides = { readonly front: string; readonly back: string };
