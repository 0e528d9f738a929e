/** The parts of an Anki collection that Repaso uses, for any schema. Numbers are as Anki stores them. */
export type AnkiNoteType = {
  readonly name: string;
  readonly isCloze: boolean;
  /** Names of the fields, in their order. */
  readonly fields: readonly string[];
  /** Card types by their ordinal. */
  readonly templates: ReadonlyMap<number, AnkiTemplate>;
};

export type AnkiTemplate = { readonly question: string; readonly answer: string };

export type AnkiNote = {
  readonly id: number;
  readonly guid: string;
  readonly typeId: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
};

export type AnkiCard = {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  readonly ord: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** −1 suspended, −2 and −3 buried, 0 new, 1 learning (seconds), 2 review, 3 learning (days), 4 preview. */
  readonly queue: number;
  /** Position, day of the collection, or moment in seconds, depending on type and queue. */
  readonly due: number;
  /** Days; seconds where negative. */
  readonly interval: number;
  /** The ease in thousandths; 0 before the first review. */
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  /** The due value before the card was moved to a filtered deck. */
  readonly originalDue: number;
  /** The home deck of a card in a filtered deck; 0 for other cards. */
  readonly originalDeckId: number;
};

export type AnkiReview = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cardId: number;
  /** The button, 1 to 4; 0 for an entry without an answer. */
  readonly button: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 set by hand, 5 rescheduled. */
  readonly kind: number;
};

export type AnkiCollection = {
  readonly createdSeconds: number;
  /** Minutes west of UTC where the collection was created; `null` where it is not stored. */
  readonly minutesWest: number | null;
  readonly rolloverHour: number;
  readonly schedulerVersion: number;
  readonly noteTypes: ReadonlyMap<number, AnkiNoteType>;
  /** Names, with `::` between a deck and its subdecks. */
  readonly decks: ReadonlyMap<number, string>;
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: readonly AnkiReview[];
};
