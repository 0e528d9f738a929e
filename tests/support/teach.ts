import type { Card } from '../../src/core/card.js';
import { cardId, type DeckId, deckId, passageId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { MONDAY_NOON, type World } from './world.js';

/** A deck of so many cards, `git-1`, `git-2`, … beside what the world has. With fewer than before, the rest is paused. */
export async function teachDeck(world: World, name: string, cards: number): Promise<DeckId> {
  const id = deckId(name.toLowerCase());
  const numbers = Array.from({ length: cards }, (_, index) => index + 1);
  const one = (number: number): Card => ({
    id: cardId(`${id}-${number}`),
    kind: 'basic',
    front: `${name} ${number}?`,
    back: `${number}.`,
    context: [name],
    source: { file: `${id}.md`, line: number },
    tags: [],
    passageId: passageId(`${id}-notes`),
  });
  const stored = await world.opened.store.decks.get(world.team, id);
  const before = await world.opened.store.decks.cards(world.team, id);
  const kept = new Set(numbers.map((number) => `${id}-${number}`));
  await world.opened.store.decks.apply(
    world.team,
    {
      deck: { id, name, language: 'en', source: `${id}.md`, contentHash: `h${cards}` },
      baseVersion: stored?.version ?? 0,
      text: `# ${name} ${cards}`,
      cards: numbers.map(one),
      paused: before.map((card) => card.id).filter((card) => !kept.has(card)),
      passages: [],
    },
    instant(MONDAY_NOON),
  );
  return id;
}
