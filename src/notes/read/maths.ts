import type { Literal, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** A formula inside a line, `$…$` or `$$…$$`, as written and with its marks. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    inlineMath: InlineMath;
  }
}

/**
 * A formula by Pandoc's rule: no space inside its marks and no digit behind the last one, so that "$5 and $6" is money.
 * One that is set apart, `$$…$$`, may go on over lines, but not over a blank one.
 */
const FORMULA =
  /(?<![\\$])\$\$(?!\$)(?:[^$\n`]|\n(?![ \t]*\n)){1,2000}\$\$|(?<![\\$\p{L}\p{N}])\$(?=[^\s$])[^$\n`]{0,500}(?<=[^\s\\])\$(?![\p{N}$])/gu;
/** `$HOME/bin:$PATH`: two words of a shell. */
const VARIABLES = /^\$[A-Z_]{2,}.*[^A-Za-z]\$$/su;
/** The bar in `[[target|words]]`, which a table would be cut at. */
const LINK_BAR = /(?<=\[\[[^[\]|\n]{1,300})\|(?=[^[\]|\n]{1,300}\]\])/gu;

/** Where punctuation is put while Markdown is read: a private area that no text uses. */
const HIDING_PLACE = 0xe000;
const HIDDEN = /[\uE021-\uE07E]/gu;
const HIDDEN_FORMULA = /\uE024{1,2}[^\uE024]+\uE024{1,2}/gu;

/**
 * Hides the punctuation of formulas, so that Markdown finds nothing to read in them: `$a_1 * b_2$` has no emphasis; and the
 * bars of links, which part no cells.
 * The text keeps its length, and all places in it.
 */
export function hideFormulas(text: string): string {
  if (text.search(HIDDEN) >= 0) return text;
  const linked = text.includes('[[') ? text.replace(LINK_BAR, hidden) : text;
  if (!text.includes('$')) return linked;
  return linked.replace(FORMULA, (formula, at: number) => {
    const isShell = VARIABLES.test(formula) && /^[A-Z_]{2}/u.test(linked.slice(at + formula.length));
    return isShell ? formula : formula.replace(/[!-/:-@[-`{-~]/g, hidden);
  });
}

function hidden(mark: string): string {
  return String.fromCharCode(HIDING_PLACE + mark.charCodeAt(0));
}

function shown(text: string): string {
  return text.replace(HIDDEN, (mark) => String.fromCharCode(mark.charCodeAt(0) - HIDING_PLACE));
}

/** Puts formulas back into a tree: as nodes of their own inside text, as plain text anywhere else. */
export function showFormulas(root: Root, text: string): Root {
  if (text.search(HIDDEN) < 0) return root;
  visit(root, (node, index, parent) => {
    if (node.type !== 'text' || !parent || index === undefined) {
      if ('value' in node && typeof node.value === 'string') node.value = shown(node.value);
      if ('url' in node && typeof node.url === 'string') node.url = shown(node.url);
      if ('alt' in node && typeof node.alt === 'string') node.alt = shown(node.alt);
      return undefined;
    }
    const parts = partsOf(node);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
  return root;
}

/** Text and formulas in turn, each at its own line. */
function partsOf({ value, position }: Text): (Text | InlineMath)[] {
  const parts: (Text | InlineMath)[] = [];
  let done = 0;
  let line = position?.start.line ?? 1;
  const add = (type: 'text' | 'inlineMath', part: string) => {
    if (part === '') return;
    const start = { line, column: 1 };
    line += part.split('\n').length - 1;
    parts.push({ type, value: shown(part), position: { start, end: { line, column: 1 } } });
  };
  for (const match of value.matchAll(HIDDEN_FORMULA)) {
    add('text', value.slice(done, match.index));
    add('inlineMath', match[0]);
    done = match.index + match[0].length;
  }
  add('text', value.slice(done));
  return parts;
}
