import type { Parent, PhrasingContent, Text } from 'mdast';

/** What the author marked, `==so==`, with whatever stands out in it. */
export interface Highlight extends Parent {
  type: 'highlight';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    highlight: Highlight;
  }
  interface RootContentMap {
    highlight: Highlight;
  }
}

/** Two signs of equality that no comparison is written with: `a==b` opens nothing, and `a == b` neither. */
const OPENS = /(?<![=\p{L}\p{N}_)\]!<>])==(?=[^\s=]|$)/gu;
const CLOSES = /(?<=[^\s=])==(?!=)|^==(?![=\p{L}\p{N}])/gu;
/** A mark that goes on over more parts than that is none. */
const MOST_PARTS = 12;

type Place = { readonly node: number; readonly at: number };

function firstIn(text: string, sign: RegExp, from: number): number {
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? -1;
}

function closing(nodes: readonly PhrasingContent[], opened: Place): Place | null {
  const end = Math.min(nodes.length, opened.node + MOST_PARTS);
  for (let index = opened.node; index < end; index += 1) {
    const node = nodes[index];
    if (node?.type === 'break') return null;
    if (node?.type !== 'text') continue;
    const from = index === opened.node ? opened.at + 2 : 0;
    const at = firstIn(node.value, CLOSES, from);
    if (at >= 0 && !(index === opened.node && at === from)) return { node: index, at };
  }
  return null;
}

/** A piece of a text node, at the line where it begins. */
function part(node: Text, from: number, to: number): readonly Text[] {
  if (to <= from) return [];
  const { position } = node;
  const lines = node.value.slice(0, from).split('\n').length - 1;
  const moved = position && { ...position, start: { ...position.start, line: position.start.line + lines } };
  return [{ type: 'text', value: node.value.slice(from, to), ...(moved ? { position: moved } : {}) }];
}

/** What stands between two places. */
function between(nodes: readonly PhrasingContent[], start: Place, end: Place): PhrasingContent[] {
  return nodes.slice(start.node, end.node + 1).flatMap((node, index): readonly PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const from = index === 0 ? start.at : 0;
    return part(node, from, start.node + index === end.node ? end.at : node.value.length);
  });
}

/** Inline content with its marks as nodes. What is marked may be bold, code or a formula. */
export function withHighlights(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const marked: PhrasingContent[] = [];
  let done: Place = { node: 0, at: 0 };
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== 'text' || !node.value.includes('==')) continue;
    let from = index === done.node ? done.at : 0;
    for (let at = firstIn(node.value, OPENS, from); at >= 0; at = firstIn(node.value, OPENS, from)) {
      const opened = { node: index, at };
      const closed = closing(nodes, opened);
      from = at + 2;
      if (!closed) continue;
      marked.push(...between(nodes, done, opened));
      const position = node.position ? { position: node.position } : {};
      marked.push({ type: 'highlight', children: between(nodes, { node: index, at: at + 2 }, closed), ...position });
      done = { node: closed.node, at: closed.at + 2 };
      if (closed.node !== index) {
        index = closed.node - 1;
        break;
      }
      from = done.at;
    }
  }
  if (marked.length === 0) return nodes;
  const last = nodes.at(-1);
  const end = { node: nodes.length - 1, at: last?.type === 'text' ? last.value.length : 0 };
  return done.node >= nodes.length ? marked : [...marked, ...between(nodes, done, end)];
}
