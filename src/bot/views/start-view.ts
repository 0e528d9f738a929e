import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { DeckRef } from '../../tutor/decks/find-deck.js';
import type { Day } from '../../tutor/review/read-day.js';
import type { StartedReview } from '../../tutor/review/start-review.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { MOST_OPTIONS } from '../platform-limits.js';
import { shortenLabel } from '../words.js';
import { restControls, restLine, restTitle } from './day-words.js';
import { stepView } from './review-view.js';

/** The answer to `/review`. */
export function startView(language: Language, started: StartedReview): View {
  switch (started.kind) {
    case 'started': {
      const view = stepView(language, started.step, null);
      if (started.beyond === 0) return view;
      const markdown = say(language, 'review.beyond', { cards: started.beyond });
      return { ...view, body: [{ kind: 'text', markdown }, ...view.body] };
    }
    case 'continued':
      return stepView(language, started.step, 'review.continued');
    case 'nothing-left':
      return nothingLeftView(language, started.day);
    case 'no-such-deck':
      return noDeckView(language, started.asked, started.decks);
  }
}

/** The day brings no more cards: shows what else can be learned. */
function nothingLeftView(language: Language, day: Day): View {
  return {
    tone: 'success',
    title: restTitle(language, day),
    body: [{ kind: 'text', markdown: restLine(language, day) }],
    controls: [
      ...restControls(language, day),
      button(say(language, 'help.decks'), 'deck.show'),
      button(say(language, 'settings.title'), 'settings.show'),
    ],
  };
}

export function noDeckView(language: Language, asked: string, decks: readonly DeckRef[]): View {
  const options = decks
    .slice(0, MOST_OPTIONS)
    .map(({ deckId, name }) => ({ label: shortenLabel(name, 60), value: refOf(deckId) }));
  return {
    tone: 'warning',
    body: [
      { kind: 'text', markdown: say(language, 'review.no-deck', { asked: escapeInline(shortenLabel(asked, 60)) }) },
    ],
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
