import type { Block, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { NotesAnswer, PassageQuote } from '../../tutor/ask/ask-notes.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { fallbackLine } from './explain-view.js';
import { moreSelect } from './more-select.js';
import { sourceLine } from './source-line.js';

const MAX_TITLE = 120;

/** The notes' words as a quotation; code stays code. */
function quoted(sentence: string): string {
  return sentence
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function quoteBlock(language: Language, { passage, sentences }: PassageQuote): Block {
  return { kind: 'text', markdown: [...sentences.map(quoted), sourceLine(language, passage)].join('\n\n') };
}

/** The notes' answer to a question, each passage with its source. Contains nothing about the asker. */
export function askedView(language: Language, answered: NotesAnswer): View {
  const { quotes, question, related } = answered;
  const [{ passage }] = quotes;
  const footer = fallbackLine(language, answered);
  return {
    title: shortenLabel(answered.query, MAX_TITLE),
    body: quotes.map((quote) => quoteBlock(language, quote)),
    controls: [
      button(
        say(language, 'ask.whole', { title: shortenLabel(passage.title, 40) }),
        'explain.open',
        [passage.id],
        'primary',
      ),
      ...moreSelect(language, related, question),
    ],
    ...(footer === null ? {} : { footer }),
  };
}

/** The same in private, with a button that shows it to everyone. */
export function askedAloneView(language: Language, answered: NotesAnswer): View {
  const view = askedView(language, answered);
  const [whole, ...others] = view.controls ?? [];
  if (whole === undefined || answered.question === null) return view;
  const share = button(say(language, 'explain.share'), 'ask.share', [answered.question]);
  return { ...view, controls: [whole, share, ...others] };
}

/** An answer that somebody shows to everyone, in the language of the notes, which everybody here reads. */
export function sharedAnswerView(answered: NotesAnswer, name: string): View {
  const [{ passage }] = answered.quotes;
  const { language } = passage;
  const view = askedView(language, answered);
  const shared = { kind: 'text', markdown: say(language, 'explain.shared', { name: escapeInline(name) }) } as const;
  return { ...view, body: [shared, ...view.body] };
}
