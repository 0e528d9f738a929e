import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const OPENED = /^<(su[bp])>$/iu;
const BREAK = /^<br ?\/?>$/iu;
/** Nodes that contain only text, so that no paragraph can be put into them. */
const INLINE: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link']);

/** A superscript or subscript, which Markdown lacks; rendered as an HTML element. */
function scriptNode(name: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: name } };
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return node.type !== 'root' && node.type !== 'html';
}

/** Replaces one HTML tag, up to its end tag for raised and lowered text, by nodes that are shown. */
function showOne(parent: Parents, index: number, value: string): void {
  const name = OPENED.exec(value)?.[1]?.toLowerCase();
  const end = `</${name}>`;
  const after = parent.children.slice(index + 1);
  const length = name === undefined ? -1 : after.findIndex((node) => 'value' in node && node.value === end);
  if (name !== undefined && length >= 0) {
    const inner = after.slice(0, length).filter(isPhrasing);
    if (inner.length === length) {
      parent.children.splice(index, length + 2, scriptNode(name, inner));
      return;
    }
  }
  const shown: PhrasingContent = BREAK.test(value) ? { type: 'break' } : { type: 'text', value };
  parent.children[index] = INLINE.has(parent.type) ? shown : { type: 'paragraph', children: [shown] };
}

/**
 * Shows HTML within Markdown as a chat does: superscripts, subscripts and line breaks by their meaning, anything else
 * as text. Notes about a command line contain `docker run <image>`, and nothing of that may vanish.
 */
export function showHtml(root: Root): Root {
  visit(root, 'html', (node, index, parent) => {
    if (parent !== undefined && index !== undefined) showOne(parent, index, node.value);
  });
  return root;
}
