import type { Card, Passage } from '../../../core/card.js';
import { shortHash } from '../../../core/hash.js';
import { type CardId, cardId, type DeckId } from '../../../core/ids.js';
import { contentWords } from '../../../language/function-words.js';
import { grammarFor } from '../../../language/grammars.js';
import { searchWords } from '../../../language/search-words.js';
import { stem } from '../../../language/stem.js';
import { escapeCardText, fold, plainMarkdown, tidy } from '../../../language/text.js';
import { refusalOf } from '../../../notes/cards/refusals.js';
import type { ReadDeck } from '../../../notes/read-deck.js';
import type { SuggestInto } from '../../context.js';
import type { ModelSuggestion } from './read-suggestions.js';

/** The scores of suggested cards: `pile` makes them wait for a person, `deck` does not, as configured. */
const SCORES = { pile: 0.45, deck: 0.55 } as const satisfies Record<SuggestInto, number>;

/**
 * Invisible characters, marks that begin a block, and anything that could be a link, a picture, HTML or another card.
 */
const NOT_PLAIN = /(?!\t)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]|\]\(|!\[|\[\[|<|:\/\/|\bwww\.|::|==|\{\{|@/iu;
/** Marks of emphasis of which the span contains only one half. */
const HALF_MARKS = [/\*\*/gu, /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, /`/gu, /\$/gu] as const;

/** Whether the body contains the words exactly, and as whole words. */
function standsIn(body: string, span: string): boolean {
  for (let at = body.indexOf(span); at >= 0; at = body.indexOf(span, at + 1)) {
    const [before, after] = [body.slice(0, at), body.slice(at + span.length)];
    const isCut =
      (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(span)) ||
      (/[\p{L}\p{N}]$/u.test(span) && /^[\p{L}\p{N}]/u.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** Whether every content word of the question is in the passage or its headings, in some form. */
function isInWordsOf({ headings, title, body, language }: Passage, question: string): boolean {
  const known = new Set(searchWords([...headings, title, body].join(' ')).map((word) => stem(word, language)));
  return contentWords(searchWords(question), language).every((word) => known.has(stem(word, language)));
}

function isPlainQuestion(question: string): boolean {
  return (
    /\p{L}/u.test(question) && /[?？]$/u.test(question) && !/[`*_$|\\]/u.test(question) && !NOT_PLAIN.test(question)
  );
}

function isWholeSpan(answer: string): boolean {
  const isHalf = HALF_MARKS.some((mark) => (answer.match(mark)?.length ?? 0) % 2 === 1);
  return /[\p{L}\p{N}]/u.test(answer) && !isHalf && !NOT_PLAIN.test(answer);
}

/** The words of a question, without punctuation. */
export function askedBy(front: string): string {
  return tidy(fold(plainMarkdown(front)).replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** The id of a suggested card, derived from its words alone, so that it is recognised everywhere. */
export function suggestedId(deck: DeckId, question: string, answer: string): CardId {
  return cardId(shortHash([deck, 'model', askedBy(question), fold(answer)]));
}

/** The line of the notes with the words, searched from the passage's first line. */
function lineOf(text: string, { source }: Passage, span: string): number {
  const below = text.split(/\r\n|\r|\n/u).slice(source.line - 1);
  const at = below.findIndex((line) => line.includes(span));
  return at < 0 ? source.line : source.line + at;
}

/**
 * The card of a suggestion, or `null` if it fails a check: the answer stands in the passage, the question uses the
 * passage's words and does not contain the answer, and it passes the checks for all cards of notes.
 */
export function cardOfSuggestion(
  { question, answer }: ModelSuggestion,
  passage: Passage,
  { deck, text }: Pick<ReadDeck, 'deck' | 'text'>,
  into: SuggestInto,
): Card | null {
  if (deck === null || !isPlainQuestion(question) || !isWholeSpan(answer)) return null;
  if (!standsIn(passage.body, answer) || !isInWordsOf(passage, question)) return null;
  const asked = askedBy(question);
  if (` ${asked} `.includes(` ${askedBy(answer)} `)) return null;
  const front = escapeCardText(question);
  const line = lineOf(text, passage, answer);
  const draft = { kind: 'basic', front, back: answer, concept: question, fact: answer, facet: '', line } as const;
  if (refusalOf(draft, passage.headings, grammarFor(passage.language)) !== null) return null;
  return {
    id: suggestedId(deck.id, question, answer),
    kind: 'basic',
    front,
    back: answer,
    context: passage.headings,
    source: { file: deck.source, line },
    tags: deck.cards[0]?.tags ?? [],
    passageId: passage.id,
    doubt: { reason: 'model', score: SCORES[into] },
  };
}
