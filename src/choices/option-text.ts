import { anySet } from '../language/lists.js';
import { markdownSentences } from '../language/markdown-sentences.js';
import { fold, plainMarkdown, tidy, upperFirst } from '../language/text.js';

/** In characters; longer ones are not compared at a glance. */
const MOST = 160;
const LIST = /\n\s*(?:[-*+]|\d+[.)])\s|^\s*(?:[-*+]|\d+[.)])\s/u;
const BLOCK = /```|~~~|^\s*\||!\[/mu;
/** "… con apoyo de EE.", "… e.g.": a sentence that ended at an abbreviation. */
const CUT = /(?<![\p{L}\p{N}])(?:\p{L}\.)?\p{L}{1,2}\.$|:$/u;
const IS = anySet('is');
const ARTICLES = anySet('articles');

/**
 * An answer as an option beside others: its first sentence without bold, without the full stop, and without the words
 * by which it would be known ("Docker is a …" → "A …"). `null` for lists, blocks and what is too long.
 *
 * @param term what the question asks about
 */
export function optionText(back: string, term: string | null): string | null {
  if (LIST.test(back) || BLOCK.test(back)) return null;
  const [first] = markdownSentences(back);
  if (first === undefined || CUT.test(first)) return null;
  const line = tidy(first.replace(/\*\*/gu, '')).replace(/(?<![.…])[.;:]$/u, '');
  const text = upperFirst(withoutOpening(line, term));
  return text.length === 0 || text.length > MOST ? null : text;
}

function withoutOpening(line: string, term: string | null): string {
  const words = line.split(' ');
  const opening = words[0] ?? '';
  if (words.length > 2 && IS.has(fold(opening))) return words.slice(1).join(' ');
  if (term === null) return line;
  const start = ARTICLES.has(fold(opening)) ? 1 : 0;
  const length = plainMarkdown(term).split(/\s+/u).length;
  const named = words.slice(start, start + length).join(' ');
  const verb = words[start + length] ?? '';
  const isNamed = fold(plainMarkdown(named)) === fold(plainMarkdown(term)) && IS.has(fold(verb));
  return isNamed && words.length > start + length + 2 ? words.slice(start + length + 1).join(' ') : line;
}
