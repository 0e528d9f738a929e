import { fold } from '../../core/text.js';
import { pattern } from '../../core/word-pattern.js';
import { ARTICLES, FILLERS, POLITE, TALK, WISHES } from './phrases.js';
import { type Phrases, type PhraseToken, phraseAt, phraseBefore, phrasesIn, phraseTokens } from './tokens.js';

export type Talk = keyof typeof TALK;

/** The bot's own name in its common forms. */
const NAMES = phrasesIn('repaso, repaso bot, bot');
const KINDS: Readonly<Record<Talk, Phrases>> = {
  thanks: phrasesIn(TALK.thanks),
  bye: phrasesIn(TALK.bye),
  hello: phrasesIn(TALK.hello),
  fine: phrasesIn(TALK.fine),
};
const fillers = phrasesIn(FILLERS, POLITE);
const polite = phrasesIn(POLITE);
const thanks = KINDS.thanks;
/** Polite only before a comma: "so", "now" and the bot's name also begin other phrases. */
const weak = phrasesIn('ok, okay, vale, so, well, bueno, pues, now, ahora, bot, sorry, asap, repaso, repaso bot');
const wishes = phrasesIn(WISHES);
const articles = phrasesIn(ARTICLES);
const greetings = phrasesIn(TALK.hello, TALK.thanks, TALK.fine);

/** "jajaja", "hahaha". */
const LAUGHTER = /^(?:[jh][aeio]){2,}[jh]?$/u;
/** Words that begin an open question. */
const OPENERS = [
  ...'que como cual cuales cuando cuanto cuanta cuantos cuantas donde quien quienes'.split(' '),
  ...'what whats how why when which who'.split(' '),
  ...['por que', 'para que'],
];
const CLOSED = 'where is are does do can could'.split(' ');
/** The beginning of a question; a greeting right before it is not part of it. */
const ASKING = pattern('u')`^(?:¿|${[...OPENERS, ...CLOSED]}(?![\p{L}\p{N}]))`;

/**
 * The kind of small talk in a text, or `null` where it says anything else. Of several kinds, thanks come before a
 * goodbye, and that before a greeting.
 */
export function talkIn(text: string): Talk | null {
  const tokens = phraseTokens(text);
  const found = new Set<Talk>();
  for (let at = 0; at < tokens.length; ) {
    const spoken = longest(tokens, at);
    if (spoken.kind !== null) found.add(spoken.kind);
    if (spoken.length === 0) return null;
    at += spoken.length;
  }
  return (['thanks', 'bye', 'hello', 'fine'] as const).find((kind) => found.has(kind)) ?? null;
}

function longest(tokens: readonly PhraseToken[], at: number): { readonly kind: Talk | null; readonly length: number } {
  let best: { readonly kind: Talk | null; readonly length: number } = { kind: null, length: 0 };
  for (const kind of ['thanks', 'bye', 'hello', 'fine'] as const) {
    const length = phraseAt(tokens, at, KINDS[kind]);
    if (length > best.length) best = { kind, length };
  }
  const filling = Math.max(phraseAt(tokens, at, fillers), phraseAt(tokens, at, NAMES));
  if (filling > best.length) best = { kind: null, length: filling };
  const word = tokens[at]?.word ?? '';
  return best.length === 0 && LAUGHTER.test(word) ? { kind: 'fine', length: 1 } : best;
}

/** Whether a line greets or thanks the bot by its name. */
export function callsBot(text: string): boolean {
  return phraseTokens(text).some(({ word }) => word === 'repaso');
}

const LEADING = /^[\s,.:;!?¡·…–-]+/u;
const TRAILING = /[\s,.:;·…–-]+$/u;

/** A text without politeness, the bot's name and greetings around it. A text of nothing else stays as it is. */
export function withoutCourtesy(text: string): string {
  let rest = text.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = withoutFront(rest);
    rest = withoutBack(rest);
  }
  return rest;
}

function withoutFront(text: string): string {
  const tokens = phraseTokens(text);
  const courtesy = Math.max(phraseAt(tokens, 0, polite), phraseAt(tokens, 0, NAMES));
  const greeting = phraseAt(tokens, 0, greetings);
  const length = Math.max(courtesy, greeting);
  const last = tokens[length - 1];
  if (last === undefined || length === tokens.length) return text;
  const behind = text.slice(last.to);
  const rest = behind.replace(LEADING, '');
  // "hello world" is no greeting: a sign separates a greeting from what follows, or a question follows.
  const isParted = /^\s*(?:[,.:;!?¡¿…\n]|[–-]\s)/u.test(behind) || ASKING().test(fold(rest));
  const isCalled = phraseAt(tokens, length, NAMES) > 0;
  const isPolite = courtesy === length && !isWeak(tokens.slice(0, length));
  return isPolite || isParted || isCalled ? rest : text;
}

function isWeak(tokens: readonly PhraseToken[]): boolean {
  return phraseAt(tokens, 0, weak) === tokens.length;
}
function withoutBack(text: string): string {
  const tokens = phraseTokens(text);
  const end = tokens.length;
  const length = Math.max(
    phraseBefore(tokens, end, polite),
    phraseBefore(tokens, end, thanks),
    // The name alone may be the subject ("un repaso"); after a sign it addresses the bot.
    isAddressed(text, tokens) ? 1 : 0,
  );
  const first = tokens[end - length];
  if (length === 0 || length === end || first === undefined) return text;
  const rest = text.slice(0, first.from).replace(TRAILING, '');
  // "what is docker, please?" remains a question.
  return /\?\s*$/u.test(text.slice(first.from)) && !/[?!]$/u.test(rest) ? `${rest}?` : rest;
}

function isAddressed(text: string, tokens: readonly PhraseToken[]): boolean {
  const last = tokens.at(-1);
  return last?.word === 'repaso' && /[,@:]\s*$/u.test(text.slice(0, last.from));
}

/** A text without a leading "can you", "quiero", "show me the". */
export function withoutWish(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    const tokens = phraseTokens(rest);
    const length = Math.max(phraseAt(tokens, 0, wishes), phraseAt(tokens, 0, articles), phraseAt(tokens, 0, polite));
    const next = tokens[length];
    if (length > 0 && next !== undefined) rest = rest.slice(next.from);
  }
  return rest;
}

/** Whether a text has the form of a question. */
export function isAsking(text: string): boolean {
  return /\?\s*$/u.test(text) || ASKING().test(fold(text.trim()));
}

/** Open questions; closed ones among people are mostly about the day. */
const OPEN = pattern('u')`^¿?${OPENERS}(?![\p{L}\p{N}])[\s\S]*\?$`;

/** Whether a text is written as a question that may ask for knowledge. */
export function isOpenQuestion(text: string): boolean {
  return OPEN().test(fold(text.trim()).replace(/['’]/gu, ''));
}
