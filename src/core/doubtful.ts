import { type Attribution, type Card, type Doubt, type PiledCard, SURE_ENOUGH } from './card.js';
import { fold } from './text.js';

/** Which cards a workspace learns without looking at them: the sure ones, the likely ones too, or all. */
export const SURENESS = ['sure', 'likely', 'all'] as const;
export type Sureness = (typeof SURENESS)[number];

/** The default of a workspace. */
export const USUAL_SURENESS: Sureness = 'likely';

const LOWEST: Readonly<Record<Sureness, number>> = {
  sure: Number.POSITIVE_INFINITY,
  likely: SURE_ENOUGH,
  all: Number.NEGATIVE_INFINITY,
};

export function isSureEnough({ doubt }: { readonly doubt?: Doubt }, sureness: Sureness): boolean {
  return doubt === undefined || doubt.score >= LOWEST[sureness];
}

/** What a card asks and answers, regardless of capitals, line breaks and markup. */
function wordsOf({ front, back }: Pick<Card, 'front' | 'back'>): string {
  return [front, back].map((side) => fold(side).replace(/[*_]+/gu, '').replace(/\s+/gu, ' ').trim()).join('\0');
}

/**
 * Returns a lookup of who rejected a card, and when: by the card's id, or by its words where its id has changed. A
 * card that has become sure and has other words is a better card, which nobody has rejected.
 */
export function refusalsOf(refused: readonly PiledCard[]): (card: Card) => Attribution | undefined {
  const byId = new Map(refused.map((card) => [card.id, card.refused]));
  const byWords = new Map(refused.map((card) => [wordsOf(card), card.refused]));
  return (card) => {
    const byName = card.doubt === undefined ? undefined : byId.get(card.id);
    return byName ?? (byWords.size === 0 ? undefined : byWords.get(wordsOf(card)));
  };
}
