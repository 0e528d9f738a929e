import { showScripts } from '../../core/scripts.js';
import { plainLine } from '../plain-line.js';

/** Code, bold, a link or maths, each closed: somebody wrote Markdown. Between two prices is no maths. */
const WRITTEN =
  /`[^`\n]+`|\*\*[^*\n]+\*\*|!?\[[^[\]\n]*\]\([^()\s]+\)|(?<![\\$\p{L}\p{N}])\$(?=[^\s$])[^$\n]*(?<=\S)\$(?![\p{N}$])/u;
/** A line that a page would break here, by a sign that belongs to the words beside it: alone it is what a cell is about. */
const BREAK = /(?<=[\p{L}\p{N}.,;:!?)\]”»>])<br ?\/?>[ \t]*|<br ?\/?>(?=[\p{L}\p{N}])/giu;
/** In its place while signs are escaped: a character that no text has. */
const BREAK_MARK = '\u{E003}';
const CODE = /(`[^`\n]+`)/u;
/** Words in angle brackets in what is Markdown: HTML would not be shown. An address in them is a link. */
const ANGLE_WORD = /(?<!\\)<(?!https?:|mailto:)(?=[\p{L}/!?])/giu;

function outsideCode(markdown: string, change: (text: string) => string): string {
  const parts = markdown.split(CODE);
  return parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join('');
}

/** A cell's words as Markdown: as they stand where they are Markdown already, else with its signs escaped. */
export function cellMarkdown(cell: string): string {
  const text = outsideCode(cell.replaceAll(BREAK_MARK, '').trim(), (part) =>
    showScripts(part).replace(BREAK, BREAK_MARK),
  );
  const markdown = WRITTEN.test(text)
    ? outsideCode(text, (part) => part.replace(ANGLE_WORD, '\\<'))
    : text.split('\n').map(plainLine).join('\n');
  return markdown.replaceAll(BREAK_MARK, '\\\n').replace(/\\\n$/u, '');
}
