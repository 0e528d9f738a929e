import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { StartedReview } from '../../tutor/start-review.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shorten } from '../words.js';
import { stepView } from './review-view.js';

/** The answer to `/review`. */
export function startView(language: Language, started: StartedReview): View {
  switch (started.kind) {
    case 'started':
      return stepView(language, started.step, null);
    case 'continued':
      return stepView(language, started.step, 'review.continued');
    case 'nothing-due':
      return nothingView(language, started.cards, started.dueTomorrow);
    case 'no-such-deck':
      return noDeckView(language, started.asked, started.decks);
  }
}

function nothingView(language: Language, cards: number, dueTomorrow: number): View {
  const upToDate = say(language, 'review.nothing.body', { cards });
  const tomorrow = say(language, 'review.done.tomorrow', { cards: dueTomorrow });
  return {
    tone: 'success',
    title: say(language, 'review.nothing'),
    body: [{ kind: 'text', markdown: cards === 0 ? upToDate : `${upToDate} ${tomorrow}` }],
    controls: [button(say(language, 'help.decks'), 'deck.show')],
  };
}

/** Slack and Discord show at most this many options in a select with ease. */
const MAX_OPTIONS = 25;

function noDeckView(language: Language, asked: string, decks: readonly string[]): View {
  const options = decks.slice(0, MAX_OPTIONS).map((name) => ({ label: shorten(name, 60), value: shorten(name, 60) }));
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'review.no-deck', { asked: escapeMarkdown(shorten(asked, 60)) }) }],
    controls:
      options.length === 0
        ? []
        : [
            {
              kind: 'select',
              label: say(language, 'review.no-deck.choose'),
              action: { action: 'review.deck', args: [] },
              options,
            },
          ],
  };
}
