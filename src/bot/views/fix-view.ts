import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { CardFix } from '../../tutor/decks/report-card.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';

/** What somebody says is wrong with a card: the card as it is, and as it should be where they said so. */
export function fixView(language: Language, fix: CardFix, waiting: number, notice: Notice | null): View {
  const { id, author, reason, sides, card } = fix;
  const name = escapeInline(author);
  const lead = reason === '' ? say(language, 'fix.wording', { name }) : say(language, 'fix.report', { name });
  const quote = reason === '' ? [] : [{ kind: 'text', markdown: `> ${escapeInline(reason)}` } as const];
  const now = card === null ? [{ kind: 'text', markdown: say(language, 'cards.gone') } as const] : sidesOf(card);
  const then =
    sides === null ? [] : [{ kind: 'text', markdown: say(language, 'fix.then') } as const, ...sidesOf(sides)];
  return {
    ...noticeTone(notice),
    title: say(language, 'queue.title', { waiting }),
    body: [...noticeBlocks(notice), { kind: 'text', markdown: lead }, ...quote, ...now, ...then],
    controls: [
      ...(card !== null && sides !== null ? [button(say(language, 'fix.accept'), 'queue.mend', [id], 'primary')] : []),
      ...(card === null ? [] : [button(say(language, 'queue.edit'), 'queue.mend.edit', [id])]),
      button(say(language, 'fix.drop'), 'queue.mend.drop', [id]),
    ],
  };
}

function sidesOf({ front, back }: { readonly front: string; readonly back: string }) {
  return [
    { kind: 'headline', markdown: front },
    { kind: 'text', markdown: back },
  ] as const;
}
