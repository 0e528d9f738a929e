import type { Language } from '../core/language.js';
import {
  deniesNextOnly,
  deniesNothingWith,
  digitsOf,
  isContractedDenial,
  joinsAnswers,
  type Stems,
  stemsOf,
} from '../language/answers.js';
import { isDenial } from '../language/any/denials.js';
import { guessLanguage, isFunctionWord, isGrammar } from '../language/function-words.js';
import { fold } from '../language/text.js';

/**
 * `content`: says something. `grammar`: says little. `exact`: a name, a flag, a path, code. `number`: digits or a number
 * word. `letter`: one letter that names something: "switch A".
 */
export type WordKind = 'content' | 'grammar' | 'exact' | 'number' | 'letter';

export type AnswerWord = {
  readonly shown: string;
  readonly folded: string;
  readonly kind: WordKind;
  readonly stems: Stems;
  /** Whether its sentence denies it. */
  readonly isDenied: boolean;
  /** Whether anything in its piece is denied. */
  readonly isInDenial: boolean;
  /** The piece of the answer that it stands in, from 0; commas and joining words part them. */
  readonly piece: number;
  /** Where it stands in its text. */
  readonly start: number;
  readonly end: number;
};

const CODE = /`(?<code>[^`\n]+)`/u;
/** A flag, a variable or a path; a name with a sign inside; a name with a digit. */
const SIGNED = /(?<![\p{L}\p{N}])-{1,2}\p{L}[\p{L}\p{N}-]*|[$@/~][\p{L}\p{N}_./-]+/u;
const JOINED = /\p{L}[\p{L}\p{N}]*(?:[_./@:][\p{L}\p{N}_-]+)+|\p{L}+\d[\p{L}\p{N}]*/u;
const NUMBER = /(?<number>\d+(?:[.,:/-]\d+)*)/u;
const WORD = /(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)/u;
const STOP = /(?<stop>[.,;:!?()\n–—]+)/u;
const TOKEN = new RegExp(
  [CODE.source, `(?<exact>${SIGNED.source}|${JOINED.source})`, NUMBER.source, WORD.source, STOP.source].join('|'),
  'gu',
);
/** How many words that say something a denial reaches. */
const REACH = 4;

type Token = { readonly shown: string; readonly kind: WordKind | 'stop'; readonly start: number; readonly end: number };

function tokensOf(text: string, language: Language | null): readonly Token[] {
  return [...text.matchAll(TOKEN)].flatMap((match): readonly Token[] => {
    const { code, exact, number, word, stop } = match.groups ?? {};
    const start = match.index;
    const whole = { shown: match[0], start, end: start + match[0].length };
    if (code !== undefined) return codeTokens(code, start + 1);
    if (exact !== undefined) return [{ ...whole, kind: 'exact' }];
    if (number !== undefined) return [{ ...whole, kind: 'number' }];
    if (stop !== undefined) return [{ ...whole, kind: 'stop' }];
    return word === undefined ? [] : [{ ...whole, kind: kindOf(word, language) }];
  });
}

function codeTokens(code: string, start: number): readonly Token[] {
  return [...code.matchAll(/\S+/gu)].map((match): Token => {
    const from = start + match.index;
    return { shown: match[0], kind: 'exact', start: from, end: from + match[0].length };
  });
}

function kindOf(word: string, language: Language | null): WordKind {
  const folded = fold(word);
  if (folded.length === 1)
    return isFunctionWord(folded, language) && word !== word.toUpperCase() ? 'grammar' : 'letter';
  if (/^\p{Lu}$/u.test(word)) return 'letter';
  if (digitsOf(folded) !== null) return 'number';
  if (isDenial(folded) || isContractedDenial(folded)) return 'grammar';
  return isFunctionWord(folded, language) ? 'grammar' : 'content';
}

/** A capital at the beginning of a sentence names nothing: "A machine". Before "and" it does: "A and B". */
function withArticles(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const isFirst = before === undefined || before.kind === 'stop';
    const isArticle = token.kind === 'letter' && isGrammar(fold(token.shown)) && after?.kind === 'content';
    return isFirst && isArticle ? { ...token, kind: 'grammar' } : token;
  });
}

function denies(folded: string): boolean {
  return isDenial(folded) || isContractedDenial(folded);
}

/**
 * The words of an answer in order. A denial denies the words that follow it, up to the next comma or joining word, and a few
 * at most; those right after it only where it is "without".
 *
 * @param language of the card; the text may speak for another
 */
export function readWords(text: string, language: Language | null): readonly AnswerWord[] {
  const words = text.match(/\p{L}+/gu)?.map(fold) ?? [];
  const tokens = withArticles(tokensOf(text, guessLanguage(words) ?? language));
  const read: AnswerWord[] = [];
  let piece = 0;
  let reach = 0;
  for (const [index, { kind, ...token }] of tokens.entries()) {
    const folded = fold(token.shown);
    if (kind === 'stop' || (joinsAnswers(folded) && kind === 'grammar')) {
      if (read.length > 0) piece += 1;
      if (kind === 'stop' || !joinsLists(tokens, index)) reach = 0;
    }
    if (kind === 'stop') continue;
    const isMeaning = kind !== 'grammar';
    read.push({
      ...token,
      folded: kind === 'number' ? (digitsOf(folded) ?? folded) : folded,
      kind,
      stems: stemsOf(folded),
      isDenied: isMeaning && reach > 0,
      isInDenial: false,
      piece,
    });
    if (isMeaning && reach > 0) reach -= 1;
    if (kind !== 'exact' && denies(folded) && !saysMore(tokens[index + 1]))
      reach = deniesNextOnly(folded) && folded.length > 2 ? 2 : REACH;
  }
  const denials = new Set(
    read.filter(({ kind, folded }) => kind !== 'exact' && denies(folded)).map((word) => word.piece),
  );
  return read.map((word) => ({ ...word, isInDenial: denials.has(word.piece) }));
}

/** "A and B" behind a denial: both are denied. A verb cannot be told, so only short lists of letters and numbers go on. */
function joinsLists(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const isName = (token: Token | undefined) => token?.kind === 'letter' || token?.kind === 'number';
  return isName(before) && isName(after);
}

function saysMore(next: Token | undefined): boolean {
  return next !== undefined && deniesNothingWith(fold(next.shown));
}

/** Whether a word says something that can be compared. */
export function isMeaning({ kind }: AnswerWord): boolean {
  return kind !== 'grammar';
}
