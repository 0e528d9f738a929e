import type { Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { SkippedLine, SkippedLines } from '../../tutor/decks/skipped-lines.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { problemWords } from '../problem-words.js';
import { shortenLabel } from '../words.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { clampPage, itemsOn, pageButtons, pageCaption } from './page-controls.js';

const PAGE = 5;
const WORDS = 160;
const FENCE = /^\s*(?:```|~~~)/u;

type ShownLines = SkippedLines & { readonly draft: string };

/** The page of a line. */
export function pageOfLine({ lines }: SkippedLines, index: number): number {
  return Math.floor(
    Math.max(
      0,
      lines.findIndex((line) => line.index === index),
    ) / PAGE,
  );
}

/** The line as plain words: a table's cells, the content of code. */
function wordsOf({ text, position }: SkippedLine): string {
  if (position?.kind === 'row')
    return text
      .split('\t')
      .filter((cell) => cell !== '')
      .join(' · ');
  const [first = '', ...rest] = text.split('\n');
  if (FENCE.test(first)) return rest.filter((line) => !FENCE.test(line)).join(' ');
  if (first.startsWith('|'))
    return first
      .split('|')
      .filter((cell) => cell.trim() !== '')
      .map(stripMarkdown)
      .join(' · ');
  return stripMarkdown(text);
}

function placeWords(language: Language, { file, position }: SkippedLine, isOfSeveralFiles: boolean): string {
  const name = escapeInline(file);
  if (position === null) return name;
  const where = say(language, 'import.lines.place', position);
  return isOfSeveralFiles ? say(language, 'import.lines.in-file', { file: name, place: where }) : where;
}

function rowOf(language: Language, { draft, isOfSeveralFiles }: ShownLines, line: SkippedLine): Row {
  const words = escapeInline(shortenLabel(wordsOf(line), WORDS));
  const reason = line.isCard ? say(language, 'import.lines.made') : problemWords(language, line);
  const told = `*${placeWords(language, line, isOfSeveralFiles)}: ${escapeInline(reason)}*`;
  const make = button(say(language, 'import.lines.make'), 'import.line', [draft, line.index]);
  return {
    markdown: words === '' ? told : `${words} · ${told}`,
    controls: line.isCard || line.isLoss || line.position === null ? [] : [make],
  };
}

/** The lines without a card, each with its reason and a button to make one. `page` is clamped. */
export function importLinesView(language: Language, shown: ShownLines, page: number, notice: Notice | null): View {
  const { draft, lines } = shown;
  const place = clampPage({ page, size: PAGE, total: lines.length });
  const back = button(say(language, 'import.back'), 'import.back', [draft]);
  if (lines.length === 0) {
    return {
      body: [...noticeBlocks(notice), { kind: 'text', markdown: say(language, 'import.lines.none') }],
      controls: [back],
    };
  }
  return {
    ...noticeTone(notice),
    title: say(language, 'import.lines.title'),
    body: [
      ...noticeBlocks(notice),
      { kind: 'rows', rows: itemsOn(lines, place).map((line) => rowOf(language, shown, line)) },
      ...pageCaption(language, place),
    ],
    controls: [...pageButtons(language, place, 'import.lines', (to) => [draft, to]), back],
  };
}
