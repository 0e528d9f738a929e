import type { Element, Nodes, Parents } from 'hast';
import { subscript, superscript } from '../../core/scripts.js';

type Script = (text: string) => string;
type Text = Extract<Nodes, { type: 'text' }>;

const RAISED = /vertical-align:\s*super\b/iu;
const LOWERED = /vertical-align:\s*sub\b/iu;

function scriptOf({ tagName, properties }: Element): Script | null {
  const style = typeof properties.style === 'string' ? properties.style : '';
  if (tagName === 'sup' || RAISED.test(style)) return superscript;
  return tagName === 'sub' || LOWERED.test(style) ? subscript : null;
}

/** MathML's elements, with which of their parts are raised or lowered. */
const MATHML: Readonly<Record<string, readonly (Script | null)[]>> = {
  msup: [null, superscript],
  msub: [null, subscript],
  msubsup: [null, subscript, superscript],
};

function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** The text nodes of a part, and whether none of them is raised or lowered already. */
type Pieces = { readonly texts: readonly Text[]; readonly isPlain: boolean };

const NOTHING: Pieces = { texts: [], isPlain: true };

function together(pieces: readonly Pieces[]): Pieces {
  return { texts: pieces.flatMap(({ texts }) => texts), isPlain: pieces.every(({ isPlain }) => isPlain) };
}

/** Raises or lowers a part: letter by letter where each has such a form, else the part as a whole. */
function raise(part: Parents, { texts, isPlain }: Pieces, script: Script): Pieces {
  const words = texts.map(({ value }) => value).join('');
  if (words.trim() === '') return { texts, isPlain };
  const raised = isPlain ? script(words) : `${script('\0').charAt(0)}(${words.trim()})`;
  const isSetApart = !isPlain || /^[\^_]\(/u.test(raised);
  if (!isSetApart) for (const text of texts) text.value = script(text.value);
  else {
    part.children.unshift({ type: 'text', value: raised.slice(0, 2) });
    part.children.push({ type: 'text', value: ')' });
  }
  return { texts: [], isPlain: false };
}

/** Puts readings above characters in brackets after them, unless the page has brackets for it. */
function bracketReadings(ruby: Element): void {
  if (ruby.children.some((child) => isElement(child) && child.tagName === 'rp')) return;
  for (const child of ruby.children) {
    if (!isElement(child) || child.tagName !== 'rt') continue;
    child.children.unshift({ type: 'text', value: '(' });
    child.children.push({ type: 'text', value: ')' });
  }
}

function walk(node: Nodes): Pieces {
  if (node.type === 'text') return { texts: [node], isPlain: true };
  if (!('children' in node)) return NOTHING;
  if (!isElement(node)) return together(node.children.map(walk));
  const parts = MATHML[node.tagName];
  const elements = node.children.filter(isElement);
  const pieces = node.children.map((child) => {
    const inner = walk(child);
    const script = isElement(child) ? (parts?.[elements.indexOf(child)] ?? null) : null;
    return script === null || !isElement(child) ? inner : raise(child, inner, script);
  });
  if (node.tagName === 'ruby') bracketReadings(node);
  const script = scriptOf(node);
  return script === null ? together(pieces) : raise(node, together(pieces), script);
}

/** Superscripts, subscripts and readings as plain text with the same meaning: `2<sup>30</sup>` is `2³⁰`. */
export function writeScripts<Tree extends Nodes>(tree: Tree): Tree {
  walk(tree);
  return tree;
}
