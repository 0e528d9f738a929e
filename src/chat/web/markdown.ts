import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { makeShallow } from '../shallow-tree.js';
import { rememberLatest } from './remember.js';

const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'strong', 'em', 'del', 'code', 'pre', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', ['rel', 'noopener', 'noreferrer'], ['target', '_blank']],
    ol: ['start'],
    p: [['className', 'heading']],
    pre: ['tabIndex'],
    '*': [],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

/**
 * Raw HTML becomes the text that it is: notes about a command line say `docker run <image>`, and nothing of that may
 * vanish. Pictures become links, so that reading a card asks no other server for anything.
 */
function withoutHtmlAndPictures(tree: Nodes): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'html') {
      const text = { type: 'text', value: node.value } as const;
      const isBlock = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
      parent.children[index] = isBlock ? { type: 'paragraph', children: [text] } : text;
    }
    if (node.type === 'image') {
      const children = [{ type: 'text', value: node.alt || node.url } as const];
      parent.children[index] = { type: 'link', url: node.url, children };
    }
  });
}

/** Headings are kept as a look only: the card's title is its place among the page's headings. */
function tameHeading(element: Element): void {
  if (!/^h[1-6]$/.test(element.tagName)) return;
  element.tagName = 'p';
  element.properties = { className: ['heading'] };
}

/** An address of another place: one inside the notes leads nowhere from here. */
const ABSOLUTE = /^(https?:\/\/|mailto:)/i;

/** Links open beside the room. One that leads nowhere loses its address here and its tag below. */
function tameLink(element: Element): void {
  if (element.tagName === 'pre') element.properties = { tabIndex: 0 };
  if (element.tagName !== 'a') return;
  const href = String(element.properties.href);
  element.properties = {};
  if (ABSOLUTE.test(href)) element.properties = { href, rel: ['noopener', 'noreferrer'], target: '_blank' };
}

function isLink(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'a';
}

function unwrapDeadLinks(tree: HastNodes): void {
  visit(tree, 'element', (element) => {
    element.children = element.children.flatMap((child) =>
      isLink(child) && child.properties.href === undefined ? child.children : [child],
    );
  });
}

function unwrapParagraph(tree: HastNodes): HastNodes {
  if (tree.type !== 'root') return tree;
  const [only, ...others] = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (others.length > 0 || only?.type !== 'element' || only.tagName !== 'p') return tree;
  if (only.properties.className !== undefined) return tree;
  return { type: 'root', children: only.children };
}

/** Made once: to make them takes as long as to read a short text. */
const GITHUB = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

function toTree(markdown: string): HastNodes {
  const tree = fromMarkdown(markdown, GITHUB);
  makeShallow(tree, markdown);
  withoutHtmlAndPictures(tree);
  const hast = toHast(tree);
  visit(hast, 'element', (element) => {
    tameHeading(element);
    tameLink(element);
  });
  const safe = sanitize(hast, SCHEMA);
  unwrapDeadLinks(safe);
  return safe;
}

/** Texts whose HTML is kept: a message to a full room is read by everybody in it at once. */
const KEPT = 200;

/** CommonMark (and the tables of GitHub's) as HTML that can be put into the page as it is. */
export const markdownToHtml = rememberLatest((markdown) => toHtml(toTree(markdown)), KEPT);

/** The same for a list's item or a field's value: a single paragraph comes without its `<p>`. */
export const inlineMarkdownToHtml = rememberLatest((markdown) => toHtml(unwrapParagraph(toTree(markdown))), KEPT);
