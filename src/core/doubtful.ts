import { type Attribution, type Card, type Doubt, type PiledCard, SURE_ENOUGH } from './card.js';
import { fold } from './text.js';

/** Which cards of its notes a workspace learns without looking at them: the sure ones, the likely ones too, or all. */
export const SURENESS = ['sure', 'likely', 'all'] as const;
export type Sureness = (typeof SURENESS)[number];

/** Of a workspace that chose none. */
export const USUAL_SURENESS: Sureness = 'likely';

const LOWEST: Readonly<Record<Sureness, number>> = {
  sure: Number.POSITIVE_INFINITY,
  likely: SURE_ENOUGH,
  all: Number.NEGATIVE_INFINITY,
};

export function isSureEnough({ doubt }: { readonly doubt?: Doubt }, sureness: Sureness): boolean {
  return doubt === undefined || doubt.score >= LOWEST[sureness];
}

/** What a card asks and answers, however it is capitalised, wrapped or marked. */
function wordsOf({ front, back }: Pick<Card, 'front' | 'back'>): string {
  return [front, back].map((side) => fold(side).replace(/[*_]+/gu, '').replace(/\s+/gu, ' ').trim()).join('\0');
}

/**
 * Tells who said no to a card, and when: to one of its id, or of its words where the id is another by now. One that is
 * sure by now and says something else is a better card, and nobody said no to that.
 */
export function refusalsOf(refused: readonly PiledCard[]): (card: Card) => Attribution | undefined {
  const byId = new Map(refused.map((card) => [card.id, card.refused]));
  const byWords = new Map(refused.map((card) => [wordsOf(card), card.refused]));
  return (card) => {
    const byName = card.doubt === undefined ? undefined : byId.get(card.id);
    return byName ?? (byWords.size === 0 ? undefined : byWords.get(wordsOf(card)));
  };
}
