import type { Heading, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { withoutNotionIds } from '../../core/notion-names.js';
import { withoutEmoji } from '../../language/text.js';

/** A heading with what stands directly under it, up to the next heading of any level. */
export type Section = {
  /** Plain text without emoji; the deck's name for what stands above the first heading. */
  readonly title: string;
  /** Headings above and including this one, outermost first. Empty above the first heading. */
  readonly path: readonly string[];
  readonly parent: Section | null;
  /** Line of the heading, from 1. */
  readonly line: number;
  readonly blocks: readonly RootContent[];
};

type OpenSection = Section & { readonly depth: number; readonly blocks: RootContent[] };

/** The mark by which other programs know that a heading is the front of a card. */
const CARD_TAG = /\s#(?:card|cards|flashcards?|anki)$/u;

/** `[[page|words]]`: the words, or the page. */
const WIKI_LINK = /\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]/gu;

function titleOf(heading: Heading): string {
  return withoutNotionIds(withoutEmoji(plainText(heading, { includeHtml: false }).replace(WIKI_LINK, '$1'))).replace(
    CARD_TAG,
    '',
  );
}

/** The innermost open section that a heading of this depth belongs into; headings may skip levels. */
function parentFor(depth: number, current: OpenSection | null, openParents: Map<Section, OpenSection>) {
  let candidate = current;
  while (candidate && candidate.depth >= depth) {
    candidate = candidate.parent ? (openParents.get(candidate.parent) ?? null) : null;
  }
  return candidate;
}

/**
 * The document as a flat list of sections in the order of the notes. The first one holds what stands above all
 * headings and is left out where nothing does.
 */
export function outlineOf(root: Root, deckName: string): readonly Section[] {
  const preamble: OpenSection = { title: deckName, path: [], parent: null, line: 1, depth: 0, blocks: [] };
  const sections: OpenSection[] = [];
  const open = new Map<Section, OpenSection>();
  let current: OpenSection | null = null;
  for (const node of root.children) {
    if (node.type === 'yaml') continue;
    const title = node.type === 'heading' ? titleOf(node) : '';
    if (node.type !== 'heading' || title === '') {
      (current ?? preamble).blocks.push(node);
      continue;
    }
    const parent: OpenSection | null = parentFor(node.depth, current, open);
    const path = [...(parent?.path ?? []), title];
    current = { title, path, parent, line: node.position?.start.line ?? 1, depth: node.depth, blocks: [] };
    open.set(current, current);
    sections.push(current);
  }
  return preamble.blocks.length > 0 ? [preamble, ...sections] : sections;
}
