import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { SessionEnd } from '../../tutor/review-step.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shorten } from '../words.js';

/** The end of a session. */
export function summaryView(language: Language, end: SessionEnd): View {
  const { hardest } = end;
  const resisted = hardest === null ? null : escapeMarkdown(shorten(stripMarkdown(hardest.front), 140));
  return {
    tone: 'success',
    title: say(language, 'review.done'),
    body: [
      { kind: 'text', markdown: resultLine(language, end) },
      ...(resisted === null
        ? []
        : [{ kind: 'text' as const, markdown: say(language, 'review.done.hardest', { front: resisted }) }]),
    ],
    controls: [
      ...(hardest === null ? [] : [button(say(language, 'review.done.see'), 'explain.open', [hardest.passageId])]),
      button(say(language, 'review.done.more'), 'review.start'),
      button(say(language, 'help.decks'), 'deck.show'),
    ],
  };
}

function resultLine(language: Language, { summary, minutes, dueTomorrow }: SessionEnd): string {
  if (summary.cards === 0) return say(language, 'review.done.none');
  const done = say(language, 'review.done.body', { cards: summary.cards, firstTry: summary.firstTry, minutes });
  return `${done} ${say(language, 'review.done.tomorrow', { cards: dueTomorrow })}`;
}
