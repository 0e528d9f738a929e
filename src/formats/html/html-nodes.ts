import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const OPENED = /^<(su[bp])>$/iu;
const BREAK = /^<br ?\/?>$/iu;
/** Only text and blocks of text: there is no place in them for a paragraph. */
const INLINE: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link']);

/** A raised or lowered part: no kind of Markdown's, but of the page that it becomes. */
function scriptNode(name: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: name } };
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return node.type !== 'root' && node.type !== 'html';
}

/** Puts a tag of HTML, and where it opens a raised part all up to its end, into a form that is shown. */
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
 * HTML in Markdown as what a chat shows of it: powers, indices and line breaks by their meaning, anything else as the
 * text that it is. Notes about a command line say `docker run <image>`, and nothing of that may vanish.
 */
export function showHtml(root: Root): Root {
  visit(root, 'html', (node, index, parent) => {
    if (parent !== undefined && index !== undefined) showOne(parent, index, node.value);
  });
  return root;
}
