import { showScripts } from '../../core/scripts.js';
import { plainLine } from '../plain-line.js';

/** Closed code, bold, link or maths, which show that the cell is Markdown. Text between two prices is no maths. */
const WRITTEN =
  /`[^`\n]+`|\*\*[^*\n]+\*\*|!?\[[^[\]\n]*\]\([^()\s]+\)|(?<![\\$\p{L}\p{N}])\$(?=[^\s$])[^$\n]*(?<=\S)\$(?![\p{N}$])/u;
/** A `<br>` that touches words; a `<br>` on its own is the cell's subject. */
const BREAK = /(?<=[\p{L}\p{N}.,;:!?)\]”»>])<br ?\/?>[ \t]*|<br ?\/?>(?=[\p{L}\p{N}])/giu;
/** Stands for a line break while characters are escaped; a private-use character that no text contains. */
const BREAK_MARK = '\u{E003}';
const CODE = /(`[^`\n]+`)/u;
/** Words in angle brackets, which Markdown would take for HTML and hide; addresses in them are links. */
const ANGLE_WORD = /(?<!\\)<(?!https?:|mailto:)(?=[\p{L}/!?])/giu;

function outsideCode(markdown: string, change: (text: string) => string): string {
  const parts = markdown.split(CODE);
  return parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join('');
}

/** A cell as Markdown: unchanged where it is Markdown already, else with its characters escaped. */
export function cellMarkdown(cell: string): string {
  const text = outsideCode(cell.replaceAll(BREAK_MARK, '').trim(), (part) =>
    showScripts(part).replace(BREAK, BREAK_MARK),
  );
  const markdown = WRITTEN.test(text)
    ? outsideCode(text, (part) => part.replace(ANGLE_WORD, '\\<'))
    : text.split('\n').map(plainLine).join('\n');
  return markdown.replaceAll(BREAK_MARK, '\\\n').replace(/\\\n$/u, '');
}
