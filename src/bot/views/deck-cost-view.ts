import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { CostOfDay, DeckCost } from '../../tutor/review/forecast-deck.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

const STRETCHES = [
  ['weekOne', 'cost.week-one'],
  ['monthOne', 'cost.month-one'],
  ['monthSix', 'cost.month-six'],
] as const;

function words(language: Language, { cards, minutes }: CostOfDay): string {
  return say(language, 'cost.day', { cards: Math.round(cards), minutes: Math.max(1, Math.round(minutes)) });
}

/** What a deck will cost a person, and what they will have of it. */
export function deckCostView(language: Language, cost: DeckCost): View {
  const most = Math.max(1, ...STRETCHES.map(([stretch]) => cost[stretch].cards));
  const meters = STRETCHES.map(([stretch, label]) => {
    const day = cost[stretch];
    return { label: say(language, label), value: day.cards, max: most, text: words(language, day) };
  });
  const { met, remembered, toMeet, newPerDay, scheduler } = cost;
  const kept = { label: say(language, 'cost.kept'), value: remembered, max: Math.max(1, met) };
  return {
    title: say(language, 'cost.title', { deck: cost.deck.name }),
    body: [
      { kind: 'text', markdown: say(language, 'cost.to-meet', { cards: toMeet, perDay: newPerDay }) },
      { kind: 'meters', meters },
      {
        kind: 'meters',
        meters: [{ ...kept, text: say(language, 'cost.kept.value', { remembered, met }) }],
      },
    ],
    controls: [
      button(say(language, 'decks.review'), 'review.deck', [refOf(cost.deck.deckId)], 'primary'),
      button(say(language, 'cost.change'), 'settings.show'),
    ],
    footer: say(language, 'cost.note', { scheduler: say(language, `settings.plan.${scheduler}.name`) }),
  };
}

/** Why there is nothing to work out. */
export function noCostView(language: Language, kind: 'all-met' | 'no-new', deck: string): View {
  const key = kind === 'all-met' ? 'cost.all-met' : 'cost.no-new';
  return {
    body: [{ kind: 'text', markdown: say(language, key, { deck: escapeInline(deck) }) }],
    controls: [button(say(language, 'cost.change'), 'settings.show')],
  };
}
