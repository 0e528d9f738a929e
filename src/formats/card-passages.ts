import { type Card, CLOZE_GAP, type Passage, type Sides } from '../core/card.js';
import { groupBy } from '../core/collections.js';
import type { Language } from '../core/language.js';
import { plainMarkdown } from '../language/text.js';

/** A card as one line: a sentence with its gap filled, or question and answer. */
function statementOf({ kind, front, back }: Card): string {
  return kind === 'cloze' ? front.replace(CLOZE_GAP, () => back) : `${front} ${back}`;
}

function passageOf(id: Passage['id'], cards: readonly [Card, ...Card[]], language: Language): Passage {
  const [first] = cards;
  const heading = first.context.at(-1);
  const alone = { title: plainMarkdown(first.front), body: first.back };
  const together = {
    title: heading === undefined ? alone.title : plainMarkdown(heading),
    body: cards.map((card) => `- ${statementOf(card).replace(/\s*\n\s*/gu, ' ')}`).join('\n'),
  };
  const { context: headings, source } = first;
  const words = cards.length === 1 ? alone : together;
  return { id, kind: 'section', sectionId: id, ...words, headings, aliases: [], source, language };
}

/** The note text of a deck without notes. */
export function textOfCards(cards: readonly Sides[]): string {
  return cards.map(({ front, back }) => `Q: ${front}\nA: ${back}\n`).join('\n');
}

/** The passages of a deck without notes: each consists of its cards. */
export function passagesOfCards(cards: readonly Card[], language: Language): readonly Passage[] {
  const groups = groupBy(cards, ({ passageId }) => passageId);
  return [...groups].map(([id, group]) => passageOf(id, group, language));
}
