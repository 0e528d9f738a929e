import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { showHtml } from './html-nodes.js';
import { createShield } from './shield.js';

/** Code, which is skipped, or maths between dollars, which neither begins nor ends with a space. */
const CODE_OR_MATHS = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)/gu;
const SOUND = /\[sound:[^\]\n]{1,300}\]/giu;

/** One line without Markdown, which needs no parser. */
const WORDS_ONLY = /^[\p{L}¿¡(“«›][\p{L}\p{N} ,;:.?()“”…›«»%/=–—-]*$/u;
const LINK = /www\.|:\/\//iu;

function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function mathsHtml(maths: string): string {
  if (maths.startsWith('$$')) return `\\[${escapeHtml(maths.slice(2, -2))}\\]`;
  return `\\(${escapeHtml(maths.slice(1, -1))}\\)`;
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** A single paragraph has no `<p>` in a field, as when it is typed there. */
function unwrapped(html: string): string {
  const alone = /^<p>([\s\S]*)<\/p>$/u.exec(html)?.[1];
  return alone === undefined || alone.includes('<p>') ? html : alone;
}

/** Picture names in the package by their addresses in the Markdown. */
export type PictureNames = ReadonlyMap<string, string>;

function renamePictures(root: Root, names: PictureNames): Root {
  if (names.size > 0) {
    visit(root, 'image', (image) => {
      image.url = names.get(image.url) ?? image.url;
    });
  }
  return root;
}

/** Markdown as HTML for a field of Anki. Maths becomes MathJax; HTML in the Markdown is shown as text. */
export function fieldHtml(markdown: string, names: PictureNames = new Map()): string {
  if (WORDS_ONLY.test(markdown) && !LINK.test(markdown)) return markdown.trimEnd();
  const shield = createShield();
  const noMaths = shield.hide(markdown, CODE_OR_MATHS, (found) => (found.startsWith('`') ? null : mathsHtml(found)));
  const noSounds = shield.hide(noMaths, SOUND, escapeHtml);
  return shield.show(unwrapped(toHtml(toHast(showHtml(renamePictures(parse(noSounds), names))))));
}
