import type { Block, Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Answered } from '../../tutor/ask/answer-found.js';
import type { NearAnswer, NotesAnswer, PassageQuote } from '../../tutor/ask/quote-notes.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { footerOf } from './footer.js';
import { groundedView } from './grounded-view.js';
import { moreSelect } from './more-select.js';
import { notFoundView } from './not-found-view.js';
import { readingsLine } from './readings-line.js';
import { sourceLine } from './source-line.js';

const MAX_TITLE = 120;
const MAX_LABEL = 40;

/** Whatever was found for a question, for whoever asked alone or for everybody. */
export function replyView(language: Language, found: Answered, audience: 'alone' | 'everybody'): View {
  switch (found.kind) {
    case 'grounded':
      return groundedView(language, found);
    case 'answered':
      return audience === 'alone' ? askedAloneView(language, found) : askedView(language, found);
    case 'near':
      return nearView(language, found);
    case 'not-found':
      return notFoundView(language, found);
  }
}

/** The notes' words as a quotation; code stays code. */
function quoted(sentence: string): string {
  return sentence
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function quoteBlock(language: Language, { passage, sentences }: PassageQuote, isOneOfSeveral = false): Block {
  const name = isOneOfSeveral ? [`**${escapeInline(shortenLabel(passage.title, MAX_TITLE))}**`] : [];
  return { kind: 'text', markdown: [...name, ...sentences.map(quoted), sourceLine(language, passage)].join('\n\n') };
}

function wholeButton(language: Language, { passage }: PassageQuote, style: 'primary' | 'plain'): Control {
  const label = say(language, 'ask.whole', { title: shortenLabel(passage.title, MAX_LABEL) });
  return button(label, 'explain.open', [passage.id], style);
}

function footerPart(language: Language, found: NotesAnswer | NearAnswer): { readonly footer?: string } {
  const footer = footerOf([readingsLine(language, found.readings), fallbackLine(language, found)]);
  return footer === '' ? {} : { footer };
}

/** Why these are the notes' own words where a language model is wont to answer. */
function fallbackLine(language: Language, { fallback }: NotesAnswer | NearAnswer): string | null {
  return fallback === null ? null : `*${say(language, `answer.fallback.${fallback}`)}*`;
}

/** What the notes say to a question, each passage with its source. Holds nothing about the person who asked. */
function askedView(language: Language, answered: NotesAnswer): View {
  const { quotes, question, related } = answered;
  return {
    title: shortenLabel(answered.query, MAX_TITLE),
    body: quotes.map((quote) => quoteBlock(language, quote, quotes.length > 1)),
    controls: [wholeButton(language, quotes[0], 'primary'), ...moreSelect(language, related, question)],
    ...footerPart(language, answered),
  };
}

/** The same for whoever asked alone: it can be shown to everyone. */
function askedAloneView(language: Language, answered: NotesAnswer): View {
  const view = askedView(language, answered);
  const [whole, ...others] = view.controls ?? [];
  if (whole === undefined || answered.question === null) return view;
  const share = button(say(language, 'explain.share'), 'ask.share', [answered.question]);
  return { ...view, controls: [whole, share, ...others] };
}

/** What comes closest where the notes do not say it: told first, so that nobody takes it for the answer. */
function nearView(language: Language, near: NearAnswer): View {
  const { quote, question } = near;
  const title = escapeInline(shortenLabel(quote.passage.title, MAX_TITLE));
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'ask.near', { title }) }, quoteBlock(language, quote)],
    controls: [
      wholeButton(language, quote, 'plain'),
      ...(question === null ? [] : [button(say(language, 'gaps.want'), 'gaps.want', [question])]),
    ],
    ...footerPart(language, near),
  };
}

/** An answer that somebody shows to everyone, in the language of the notes: everybody here reads those. */
export function sharedAnswerView(answered: NotesAnswer, name: string): View {
  const [{ passage }] = answered.quotes;
  const { language } = passage;
  const view = askedView(language, answered);
  const shared = { kind: 'text', markdown: say(language, 'explain.shared', { name: escapeInline(name) }) } as const;
  return { ...view, body: [shared, ...view.body] };
}
