import type { View } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { SessionEnd } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { restControls, restLine } from './day-words.js';
import { undoButtons } from './review-controls.js';

/** The end of a session: what was done, what is left, and how to continue. */
export function summaryView(language: Language, end: SessionEnd, aside: StoredCard | null): View {
  const { hardest, day } = end;
  const resisted = hardest === null ? null : escapeInline(shortenLabel(stripMarkdown(hardest.front), 140));
  const lines = [
    [resultLine(language, end), learnedLine(language, end)].filter((line) => line !== '').join(' '),
    ...(resisted === null ? [] : [say(language, 'review.done.hardest', { front: resisted })]),
    restLine(language, day),
  ];
  return {
    tone: 'success',
    title: say(language, 'review.done'),
    body: lines.filter((line) => line !== '').map((markdown) => ({ kind: 'text', markdown })),
    controls: [
      ...restControls(language, day),
      ...(hardest === null ? [] : [button(say(language, 'review.done.see'), 'explain.open', [hardest.passageId])]),
      ...(end.hasMissed ? [button(say(language, 'review.practice.missed'), 'review.practise', ['missed'])] : []),
      button(say(language, 'help.decks'), 'deck.show'),
      ...undoButtons(language, end, aside),
    ],
  };
}

function learnedLine(language: Language, { learned }: SessionEnd): string {
  return learned === 0 ? '' : say(language, 'review.done.learned', { cards: learned });
}

function resultLine(language: Language, { summary, minutes }: SessionEnd): string {
  if (summary.cards === 0) return say(language, 'review.done.none');
  return say(language, 'review.done.body', { cards: summary.cards, firstTry: summary.firstTry, minutes });
}
