import type { Html, PhrasingContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { subscript, superscript } from '../../core/scripts.js';
import { withHighlights } from './highlight.js';
import { isAngleWord, tagIn } from './html-words.js';

/** `10^23^`, `CO~2~`, as Pandoc writes them: attached to what they belong to. */
const RAISED = /(?<=[\p{L}\p{N})\]])\^((?:[^\s^]|\\ ){1,30})\^(?!\p{N})/gu;
const LOWERED = /(?<=[\p{L}\p{N})\]])~([^\s~]{1,30})~(?!~)/gu;
/** Words between single signs are deleted, as GitHub does. */
const DELETED = /(?<![~\p{L}\p{N}])~(?=[^\s~])([^~\n]{1,300})(?<=[^\s~])~(?![~\p{L}\p{N}])/gu;
/** A number in brackets that is raised points to a source. */
const CITATION = /^(?:\[\d{1,3}\][,\s]*)+$/u;

function wordsOf(node: Text): Text {
  if (!/[~^]/u.test(node.value)) return node;
  const value = node.value
    .replace(RAISED, (_, words: string) => superscript(words))
    .replace(LOWERED, (_, words: string) => subscript(words))
    .replace(DELETED, '');
  return { ...node, value };
}

function textAt(value: string, { position }: Html): Text {
  return { type: 'text', value, ...(position ? { position } : {}) };
}

/** Where each tag's end stands among its siblings. */
function endsOf(nodes: readonly PhrasingContent[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    const tag = node.type === 'html' ? tagIn(node.value) : null;
    if (!tag) continue;
    if (!tag.isClosing) {
      open.push({ name: tag.name, index });
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name);
    const [start] = at < 0 ? [] : open.splice(at);
    if (start) ends.set(start.index, index);
  }
  return ends;
}

function isAttached(before: PhrasingContent | undefined): boolean {
  return before?.type === 'text' && /[\p{L}\p{N}_]$/u.test(before.value);
}

/** What stands between a tag and its end, where the tag says something of it; `null` for any other. */
function meant(name: string, inner: readonly PhrasingContent[], html: Html): readonly PhrasingContent[] | null {
  if (name === 'mark') {
    return [{ type: 'highlight', children: [...inner], ...(html.position ? { position: html.position } : {}) }];
  }
  if (name !== 'sup' && name !== 'sub') return null;
  const words = plainText(inner);
  if (CITATION.test(words)) return [];
  return [textAt(name === 'sup' ? superscript(words) : subscript(words), html)];
}

function withoutTags(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const ends = endsOf(nodes);
  const list: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== 'html') {
      if (node) list.push(node);
      continue;
    }
    const end = ends.get(index);
    const tag = tagIn(node.value);
    const words = tag && end !== undefined ? meant(tag.name, withoutTags(nodes.slice(index + 1, end)), node) : null;
    if (words && end !== undefined) {
      list.push(...words);
      index = end;
    } else
      list.push(
        isAngleWord(node.value, end !== undefined, isAttached(nodes[index - 1])) ? textAt(node.value, node) : node,
      );
  }
  return list;
}

/** Text nodes side by side become one, so that a word and its index are not apart. */
function joined(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const list: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = list.at(-1);
    if (node.type === 'text' && before?.type === 'text')
      list[list.length - 1] = { ...before, value: before.value + node.value };
    else list.push(node);
  }
  return list;
}

function isPlain(node: PhrasingContent): boolean {
  if (node.type === 'text') return !/[~^]|==/u.test(node.value);
  return node.type !== 'html' && (!('children' in node) || node.children.every(isPlain));
}

/**
 * Inline content that says what its author meant: powers and indices, marks, words in angle brackets. Tags that only
 * change how text looks stay as they are.
 */
export function meantBy(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (nodes.every(isPlain)) return nodes;
  const inner = nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return wordsOf(node);
    return 'children' in node ? { ...node, children: [...meantBy(node.children)] } : node;
  });
  return withHighlights(joined(withoutTags(inner)));
}
