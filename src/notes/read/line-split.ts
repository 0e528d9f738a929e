import type { Paragraph, PhrasingContent } from 'mdast';
import { HARD_BREAK } from './inline-pieces.js';

type Split = { readonly first: PhrasingContent[]; readonly rest: PhrasingContent[] };

/** A text node without its first line, at the line where it goes on. */
function goesOn(node: Extract<PhrasingContent, { type: 'text' }>, at: number): PhrasingContent {
  const { position } = node;
  const moved = position && { ...position, start: { ...position.start, line: position.start.line + 1, column: 1 } };
  return { type: 'text', value: node.value.slice(at + 1), ...(moved ? { position: moved } : {}) };
}

/** Inline content cut behind its first line, or `null` where it has but one. What stands out is never cut in two. */
export function splitLine(nodes: readonly PhrasingContent[]): Split | null {
  for (const [index, node] of nodes.entries()) {
    const before = nodes.slice(0, index);
    const after = nodes.slice(index + 1);
    const isBreak = node.type === 'break' || (node.type === 'html' && HARD_BREAK.test(node.value));
    if (isBreak) return { first: before, rest: after };
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || at < 0) continue;
    const head = { ...node, value: node.value.slice(0, at) };
    const tail = node.value.length > at + 1 ? [goesOn(node, at)] : [];
    return { first: [...before, head], rest: [...tail, ...after] };
  }
  return null;
}

function lineOf(nodes: readonly PhrasingContent[]): number | undefined {
  return nodes.find(({ position }) => position !== undefined)?.position?.start.line;
}

/** A paragraph of some of another's content. It ends where that one does, so that what holds both keeps its end. */
export function paragraphOf(children: PhrasingContent[], from: Paragraph): Paragraph {
  const { position } = from;
  const line = lineOf(children) ?? position?.start.line ?? 1;
  return {
    type: 'paragraph',
    children,
    ...(position ? { position: { ...position, start: { ...position.start, line } } } : {}),
  };
}
