import type { RootContent } from 'mdast';
import { countWords } from '../../language/text.js';
import { type Inline, linesOf } from '../read/inline.js';
import type { Section } from '../read/outline.js';

/** What stands below a heading and defines it is short: a longer text tells of it. */
const MOST_BLOCKS = 2;
const LONGEST_TEXT_WORDS = 60;
/** So many headings side by side, each with a short text, are a glossary. */
const FEWEST_TERMS = 4;

/** A paragraph, or the one point of a list, as one line. */
export function lineOf(node: RootContent | undefined): Inline | null {
  const [only, ...others] = node?.type === 'list' ? node.children : [];
  if (only && others.length === 0 && only.children.length === 1) return lineOf(only.children[0]);
  const lines = node?.type === 'paragraph' ? linesOf(node.children) : [];
  const [first] = lines;
  return first ? { ...first, text: lines.map(({ text }) => text).join(' ') } : null;
}

/** The short text that is all that stands below a heading, or `null`. */
export function textBelow({ path, blocks }: Section): Inline | null {
  const told = blocks.filter(({ type }) => type !== 'html' && type !== 'thematicBreak');
  const below = path.length === 0 || told.length > MOST_BLOCKS ? null : lineOf(told[0]);
  return below && countWords(below.text) <= LONGEST_TEXT_WORDS ? below : null;
}

/** The first line below a heading that tells more than it: a definition opens its section. */
export function lineBelow({ path, blocks }: Section): Inline | null {
  const [first] = blocks.filter(({ type }) => type !== 'html' && type !== 'thematicBreak');
  return path.length === 0 || first?.type !== 'paragraph' ? null : lineOf(first);
}

/** The sections that stand among others of their kind: a heading that is a term, and a short text. */
export function headingGlossaries(sections: readonly Section[]): ReadonlySet<Section> {
  const beside = new Map<Section | null, Section[]>();
  for (const section of sections) {
    if (textBelow(section) === null) continue;
    const group = beside.get(section.parent) ?? [];
    group.push(section);
    beside.set(section.parent, group);
  }
  return new Set([...beside.values()].filter((group) => group.length >= FEWEST_TERMS).flat());
}
