import type { Card, Passage } from '../core/card.js';
import type { Language } from '../core/language.js';
import { plainMarkdown } from '../language/text.js';

/** What a card says as one line: a sentence with its gap filled, or question and answer. */
function statementOf({ kind, front, back }: Card): string {
  return kind === 'cloze' ? front.replace('[…]', () => back) : `${front} ${back}`;
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

/** Cards that came without their notes explain themselves: those of one passage together are that passage. */
export function passagesOfCards(cards: readonly Card[], language: Language): readonly Passage[] {
  const groups = new Map<Passage['id'], [Card, ...Card[]]>();
  for (const card of cards) {
    const group = groups.get(card.passageId);
    if (group === undefined) groups.set(card.passageId, [card]);
    else group.push(card);
  }
  return [...groups].map(([id, group]) => passageOf(id, group, language));
}
