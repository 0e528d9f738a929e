import type { Block, Control } from '../../chat/port.js';
import type { PiledCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { ImportPlan, Proposal } from '../../tutor/decks/propose-import.js';
import { button } from '../controls.js';
import { doubtWords } from '../doubt-words.js';
import { ALL_DECKS } from '../list-args.js';
import { say } from '../messages/say.js';
import { cardSummary } from './import-changes.js';

/** How many doubtful cards are shown as examples: the surest ones. */
const SHOWN = 3;

/** Doubtful cards of a source that wait for a decision, the surest first. */
export function waitingCardsOf({ notes }: ImportPlan): readonly PiledCard[] {
  const waiting = notes.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.waiting : []));
  return [...waiting].sort((a, b) => b.doubt.score - a.doubt.score);
}

/** The deck of a button for waiting cards; all decks where several have some. */
export function pileDeckOf({ notes }: ImportPlan): string {
  const decks = notes.flatMap(({ outcome }) =>
    outcome.kind === 'change' && outcome.waiting.length > 0 ? [outcome.change.deck.id] : [],
  );
  const [only] = decks.length === 1 ? decks : [];
  return only === undefined ? ALL_DECKS : refOf(only);
}

/** The number of doubtful cards and the surest of them, or that they are accepted too. */
export function waitingBlocks(language: Language, { plan, takesAll }: Proposal): readonly Block[] {
  if (takesAll) return [{ kind: 'text', markdown: say(language, 'import.pile.taken') }];
  const waiting = waitingCardsOf(plan);
  if (waiting.length === 0) return [];
  const more = waiting.length - SHOWN;
  const items = waiting
    .slice(0, SHOWN)
    .map((card) => `${cardSummary(card)} · *${doubtWords(language, card.doubt.reason)}*`);
  const rest = more > 0 ? [say(language, 'import.more', { count: more })] : [];
  return [
    { kind: 'text', markdown: `**${say(language, 'import.pile.title')}**` },
    { kind: 'list', items: [...items, ...rest] },
  ];
}

/** A button that switches whether the doubtful cards are accepted too. */
export function takeAllButton(language: Language, { id, plan, takesAll }: Proposal): readonly Control[] {
  if (takesAll) return [button(say(language, 'import.pile.none'), 'import.pile', [id, 0])];
  const count = waitingCardsOf(plan).length;
  return count === 0 ? [] : [button(say(language, 'import.pile.all', { count }), 'import.pile', [id, 1])];
}
