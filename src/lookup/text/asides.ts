import { markdownSentences } from '../../language/markdown-sentences.js';

const COMMENT = /^<!--/u;
/** A point that is nothing but a link inside the notes, as in a table of contents. */
const CONTENTS = /^\s*(?:\d{1,3}[.)]\s*)?\[[^\]]*\]\(#[^)\s]*\)[.,;]?$/u;
/** "a) …", "- [ ] B. …": what a quiz offers. */
const OPTION = /^(?:\[[ xX]\]\s*)?[a-fA-F][).]\s+\S/u;
/** The line between the head of a table and its rows. */
const RULE = /^[|\s:-]+$/u;

/** Whether a text has nothing but such sentences. */
export function isAllAside(markdown: string): boolean {
  // Most texts say something at once, and need not be taken apart.
  if (!/^\s*(?:<!--|[|\s:-]+$|(?:[-*+]|\d+[.)])\s)/mu.test(markdown)) return false;
  const sentences = markdownSentences(markdown);
  return sentences.length > 0 && sentences.every(isAside);
}

/** Whether a sentence says nothing by itself: a remark to writers, a line of contents, an option of a quiz. */
export function isAside(sentence: string): boolean {
  return [COMMENT, CONTENTS, OPTION, RULE].some((aside) => aside.test(sentence.trim()));
}
