import type { CardId, DeckId, LearnerId, PassageId } from './ids.js';
import type { Language } from './language.js';
import type { Instant } from './local-date.js';

/** `basic` asks front → back; `reversed` both ways; `cloze` hides a word of a sentence; `choice` offers answers. */
export const CARD_KINDS = ['basic', 'reversed', 'cloze', 'choice'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The sign on a cloze's front that stands for the hidden words. */
export const CLOZE_GAP = '[…]';

/** A position in the notes. `line` counts from 1. */
type SourceLocation = { readonly file: string; readonly line: number };

/**
 * Why a card may not be one that a teacher would ask.
 *
 * `subject`: it is unclear what the fact is about · `label`: the words before the sign may not be a name ·
 * `gap`: what the notes state would be asked as a gap · `open`: the question has several right answers ·
 * `list`: a list that no line names · `table`: it is unclear what a cell says of its row · `worth`: it may not
 * be worth knowing · `twice`: another card asks nearly the same · `language`: no grammar for the notes'
 * language is available · `model`: a language model wrote the question, in the notes' own words
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

/** `score` is how sure the card is, 0 to 1. A card that scores under the workspace's threshold is never asked. */
export type Doubt = { readonly reason: DoubtReason; readonly score: number };

/** The default threshold: a card that scores less waits until a person accepts it. */
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
  /** Only on cards of a rule that can be wrong; cards written by people and by reliable rules have none. */
  readonly doubt?: Doubt;
};

/** Who did something, and when. */
export type Attribution = { readonly by: LearnerId; readonly at: Instant };

/** A person's edit of a card: the card has the new text, and `notes` is the text that its notes had at that time. */
export type CardEdit = Attribution & { readonly notes: Pick<Card, 'kind' | 'front' | 'back'> };

/** A card with what people did to it, which survives another reading of its notes. */
export type CardWithEdits = Card & {
  readonly edit?: CardEdit;
  /** Present while the card is paused: nobody is asked it. */
  readonly pausedBy?: Attribution;
  /** Present on a doubtful card that a person accepted: it stays in the deck, whatever its score. */
  readonly takenBy?: Attribution;
};

export type DoubtfulCard = Card & { readonly doubt: Doubt };

/** A doubtful card as a workspace stores it, whether it waits, is in the deck, or was refused. */
export type PiledCard = DoubtfulCard & {
  /** How many cards of the deck come before it in the notes. */
  readonly position: number;
  /** Present where a person rejected it. */
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

/** Everything that one note file gives. */
export type Deck = {
  readonly id: DeckId;
  readonly name: string;
  readonly language: Language;
  /** The file it was read from. */
  readonly source: string;
  readonly cards: readonly Card[];
  /** Cards whose doubt scores under `SURE_ENOUGH`, in the notes' order; a manager of the deck decides about them. */
  readonly doubtful: readonly Card[];
  readonly passages: readonly Passage[];
};

/** What is asked and what is answered, both Markdown. */
export type Sides = { readonly front: string; readonly back: string };
