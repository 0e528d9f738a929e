import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { showHtml } from './html-nodes.js';
import { createShield } from './shield.js';

/** Code, which is passed over, or maths between dollars, which does not begin or end with a space. */
const CODE_OR_MATHS = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)/gu;
const SOUND = /\[sound:[^\]\n]{1,300}\]/giu;

/** One line of words that Markdown changes nothing of: it need not be parsed. */
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

/** One paragraph stands alone in a field, as when somebody typed it there. */
function unwrapped(html: string): string {
  const alone = /^<p>([\s\S]*)<\/p>$/u.exec(html)?.[1];
  return alone === undefined || alone.includes('<p>') ? html : alone;
}

/** Pictures under the names that they have in a package, by the addresses that they have in the Markdown. */
export type PictureNames = ReadonlyMap<string, string>;

function renamePictures(root: Root, names: PictureNames): Root {
  if (names.size > 0) {
    visit(root, 'image', (image) => {
      image.url = names.get(image.url) ?? image.url;
    });
  }
  return root;
}

/** Markdown as HTML for a field of Anki. Maths becomes MathJax; HTML in the Markdown is the text that it is. */
export function markdownToHtml(markdown: string, names: PictureNames = new Map()): string {
  if (WORDS_ONLY.test(markdown) && !LINK.test(markdown)) return markdown.trimEnd();
  const shield = createShield();
  const noMaths = shield.hide(markdown, CODE_OR_MATHS, (found) => (found.startsWith('`') ? null : mathsHtml(found)));
  const noSounds = shield.hide(noMaths, SOUND, escapeHtml);
  return shield.show(unwrapped(toHtml(toHast(showHtml(renamePictures(parse(noSounds), names))))));
}
