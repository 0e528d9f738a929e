import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Language } from '../../../core/language.js';
import { NO_ANSWER } from './prompt.js';

/** A sentence of an answer as plain text, and the numbers of the passages that it names as its source. */
export type CitedSentence = { readonly text: string; readonly citations: readonly number[] };

/** Characters of an answer that are read; five sentences have fewer. */
const LONGEST_ANSWER = 4_000;
/** What makes a line a quotation, a heading or an item, however often. */
const LINE_MARKS = /^(?:[\s>]|#{1,6}\s|[-+*]\s|\d{1,3}[.)]\s)+/u;
const FENCE = /^\s*(?:`{3}|~{3})/u;
/** What some platform would make a link of. */
const ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/\S*|\b(?:www\.|mailto:|data:|javascript:)\S*|[^\s@]+@[^\s@]+\.[^\s@]+/giu;
const CITATION = /\[\^?\d{1,3}(?:\s*[,;]\s*\^?\d{1,3})*\]/gu;
/** "It is so. [1]" means the same as "It is so [1]." */
const AFTER_THE_STOP = /([.!?…])\s*((?:\[[\d\s,;^]+\]\s*)+)/gu;

/** Whether a model says that the passages do not hold the answer. */
export function saysNoAnswer(text: string): boolean {
  return new RegExp(`^[^\\p{L}\\p{N}]*${NO_ANSWER}(?![\\p{L}\\p{N}])`, 'u').test(text.replaceAll('\\', ''));
}

/**
 * What a model wrote as sentences of plain text: marks, links, images, addresses and HTML are gone. Where it was cut,
 * its last sentence is not taken.
 */
export function readAnswer(text: string, language: Language, isCut = false): readonly CitedSentence[] {
  const lines = text
    .slice(0, LONGEST_ANSWER)
    .replace(/【(\d+)】/gu, '[$1]')
    .split('\n');
  const sentences = lines.filter((line) => !FENCE.test(line)).flatMap((line) => sentencesOf(plainLine(line), language));
  const whole = isCut || text.length > LONGEST_ANSWER ? sentences.slice(0, -1) : sentences;
  return whole.map(citedSentence).filter((sentence) => sentence.text !== '');
}

function plainLine(line: string): string {
  return plainText(fromMarkdown(line.replace(LINE_MARKS, ''))).replace(ADDRESS, ' ');
}

function plainText(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html' || node.type === 'definition') {
    return '';
  }
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : ' ';
}

function sentencesOf(line: string, language: Language): readonly string[] {
  const moved = line.replace(AFTER_THE_STOP, ' $2$1 ');
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(moved)].map(({ segment }) => segment);
}

function citedSentence(sentence: string): CitedSentence {
  const numbers = (sentence.match(CITATION) ?? []).flatMap((citation) => citation.match(/\d+/gu) ?? []).map(Number);
  const text = sentence
    .replace(CITATION, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:!?…])/gu, '')
    .trim();
  return { text: /[\p{L}\p{N}]/u.test(text) ? text : '', citations: [...new Set(numbers)] };
}
