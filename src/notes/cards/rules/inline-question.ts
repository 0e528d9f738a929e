import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { namesCode } from '../../../language/any/authored.js';
import { isPageField } from '../../../language/any/pages.js';
import { isQuestion } from '../../../language/any/titles.js';
import { proseSentences } from '../../../language/sentences.js';
import type { Inline } from '../../read/inline.js';
import type { Section } from '../../read/outline.js';
import { type EntryPlace, type Rule, refusal } from '../rule.js';
import { saysSomething, writtenDraft } from './authored.js';

const SIGN = /(?<!:):{2,3}(?!:)/gu;
/** So many words before a `::` in one section are a list to be learnt. */
const FEWEST_NEIGHBOURS = 3;
/** `[rating:: 5]`, `(published:: 1998)`: fields of Dataview inside a line. */
const FIELD = /\[[^[\]]*::[^[\]]*\]|\([^()]*::[^()]*\)/u;
/** `key:: value`, as a page describes itself. */
const PROPERTY = /^[\p{L}\p{N}_-]+:: /u;
const PAGE_SAYS = refusal('metadata');

type Sides = { readonly front: string; readonly back: string; readonly isReversed: boolean };

/** What stands before a `::` at the beginning of lines, by section. */
const fronts = new WeakMap<Section, ReadonlySet<string>>();

function linesIn(block: RootContent): readonly string[] {
  if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote') {
    return block.children.flatMap((child) => linesIn(child));
  }
  return block.type === 'paragraph' ? plainText(block).split('\n') : [];
}

function frontsIn(section: Section): ReadonlySet<string> {
  const known = fronts.get(section);
  if (known) return known;
  const found = new Set(section.blocks.flatMap(linesIn).flatMap((line) => /^\s*([^\s:]+)::/u.exec(line)?.[1] ?? []));
  fronts.set(section, found);
  return found;
}

/** Names of code have a look of their own, unless a list of words stands around them. */
function isCodeName(text: string, section: Section): boolean {
  return namesCode(text) && frontsIn(section).size < FEWEST_NEIGHBOURS;
}

/** The word in which a sign stands. */
function wordAround(text: string, at: number): string {
  return (/\S*$/u.exec(text.slice(0, at))?.[0] ?? '') + (/^\S*/u.exec(text.slice(at))?.[0] ?? '');
}

/**
 * The two sides of a line around its `::` or `:::` outside code and formulas. Of several it is the first where a question
 * stands before it; any other line with several is no card.
 */
function sidesOf({ text, marks }: Inline, section: Section): Sides | null {
  const signs = [...text.matchAll(SIGN)].filter(
    ({ index }) =>
      !marks.some(({ kind, start, end }) => (kind === 'code' || kind === 'math') && start <= index && index < end) &&
      !isCodeName(wordAround(text, index), section),
  );
  const [sign] = signs;
  if (!sign) return null;
  const [front, back] = [text.slice(0, sign.index).trim(), text.slice(sign.index + sign[0].length).trim()];
  return signs.length > 1 && !isQuestion(front) ? null : { front, back, isReversed: sign[0].length === 3 };
}

/** Whether a line is of the paragraph in which a page describes itself above all else. */
function describesPage({ section, entry }: EntryPlace): boolean {
  const [first] = section.blocks;
  if (first?.type !== 'paragraph' || (first.position?.end.line ?? 0) < entry.inline.line) return false;
  const lines = plainText(first).split('\n');
  return lines.every((line) => PROPERTY.test(line)) && lines.some(isPageField);
}

/** `Question::answer` on one line, as Obsidian's flashcards are written; `:::` is asked both ways. */
export const inlineQuestion: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { text, line } = place.entry.inline;
  if (!text.includes('::') || text.includes('{{c')) return null;
  if (isPageField(text) || describesPage(place)) return PAGE_SAYS;
  const sides = sidesOf(place.entry.inline, place.section);
  if (!sides || !saysSomething(sides.front) || !saysSomething(sides.back)) return null;
  if (FIELD.test(text)) return /\p{L}/u.test(text.replace(FIELD, '')) ? null : PAGE_SAYS;
  if (!isQuestion(sides.front) && proseSentences(sides.front).length !== 1) return null;
  return [writtenDraft(sides, place, line, sides.isReversed ? 'reversed' : 'basic')];
};
