import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { splitLine } from './line-split.js';
import { type MarkdownBlock, toggle } from './toggles.js';

/** "a. ¿Qué es …?", "3) Which …?" at the beginning of a line. */
const MARK = /^\s*(?:\p{L}|\d{1,2})[.)]\s+\S/u;
const ENDS_ASKING = /\?["»”’)*_]*\s*$/u;
/** A point of a list that stands too deep to be one to Markdown. */
const POINT = /^\s*[-*•]\s+/u;
/** A question goes over so many lines at most. */
const MOST_LINES = 3;

/** A line of a paragraph, with its number in the notes. */
type Line = { readonly nodes: PhrasingContent[]; readonly number: number };
type Part = { readonly lines: readonly Line[]; readonly isQuestion: boolean };

function linesOf({ children, position }: Paragraph): readonly Line[] {
  const lines: Line[] = [];
  let left: PhrasingContent[] | null = children;
  while (left !== null) {
    const split = splitLine(left);
    lines.push({ nodes: split?.first ?? left, number: (position?.start.line ?? 1) + lines.length });
    left = split && split.rest.length > 0 ? split.rest : null;
  }
  return lines;
}

function textOf({ nodes }: Line): string {
  return plainText({ type: 'paragraph', children: nodes });
}

function spanOf(lines: readonly Line[]): NonNullable<Paragraph['position']> {
  const [first, last] = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1];
  return { start: { line: first, column: 1 }, end: { line: last, column: 1 } };
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const children = lines.flatMap(({ nodes }, index): PhrasingContent[] =>
    index === 0 ? nodes : [{ type: 'text', value: '\n' }, ...nodes],
  );
  return { type: 'paragraph', children, position: spanOf(lines) };
}

function itemOf({ nodes, number }: Line): ListItem {
  const [first, ...rest] = nodes;
  const text = first?.type === 'text' ? { ...first, value: first.value.replace(POINT, '') } : first;
  const line = { nodes: text ? [text, ...rest] : [], number };
  return { type: 'listItem', spread: false, checked: null, children: [paragraphOf([line])], position: spanOf([line]) };
}

/** The lines of an answer: text, and points as the list that their author meant. */
function answerOf(lines: readonly Line[]): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let texts: Line[] = [];
  let list: List | null = null;
  for (const line of lines) {
    if (!POINT.test(textOf(line))) {
      list = null;
      texts.push(line);
      continue;
    }
    if (texts.length > 0) blocks.push(paragraphOf(texts));
    texts = [];
    const item = itemOf(line);
    if (list === null) {
      list = { type: 'list', ordered: false, spread: false, children: [item], position: spanOf([line]) };
      blocks.push(list);
    } else {
      list.children.push(item);
      if (list.position) list.position = { ...list.position, end: { line: line.number, column: 1 } };
    }
  }
  return texts.length > 0 ? [...blocks, paragraphOf(texts)] : blocks;
}

/** The lines of a paragraph, with each question that has a letter or a number as one of them. */
function partsOf(lines: readonly Line[]): readonly Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const around = lines.slice(index, index + MOST_LINES);
    const [line, ...next] = around;
    if (!line) break;
    const ends = MARK.test(textOf(line)) ? around.findIndex((one) => ENDS_ASKING.test(textOf(one))) : -1;
    const isCut = next.slice(0, Math.max(0, ends)).some((one) => MARK.test(textOf(one)));
    const isQuestion = ends >= 0 && !isCut;
    const taken = isQuestion ? around.slice(0, ends + 1) : [line];
    parts.push({ lines: taken, isQuestion });
    index += taken.length - 1;
  }
  return parts;
}

type Shaped = { readonly blocks: readonly MarkdownBlock[]; readonly open: Paragraph | null };

/** The blocks of a paragraph that asks by letters; `open` is its last question where no answer follows in it. */
function parted(paragraph: Paragraph): Shaped | null {
  const parts = partsOf(linesOf(paragraph));
  const starts = [...parts.keys()].filter((index) => parts[index]?.isQuestion);
  const [first] = starts;
  if (first === undefined) return null;
  const linesIn = (from: number, to: number) => parts.slice(from, to).flatMap(({ lines }) => lines);
  const blocks: MarkdownBlock[] = first > 0 ? [paragraphOf(linesIn(0, first))] : [];
  for (const [nth, start] of starts.entries()) {
    const question = paragraphOf(linesIn(start, start + 1));
    const end = starts[nth + 1] ?? parts.length;
    const answer = linesIn(start + 1, end);
    if (answer.length > 0) blocks.push(toggle(question, answerOf(answer), spanOf(linesIn(start, end))));
    else if (end === parts.length) return { blocks, open: question };
    else blocks.push(question);
  }
  return { blocks, open: null };
}

/**
 * Questions by letters or numbers whose answers stand on the lines below, as if each had been written as a point of a list:
 * a text editor indents them, and to Markdown all of it is one paragraph.
 */
export function joinLetteredQuestions(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const all: MarkdownBlock[] = [];
  let open: Paragraph | null = null;
  for (const block of blocks) {
    if (open !== null && block.type === 'list') {
      all.push(toggle(open, [block], open.position));
      open = null;
      continue;
    }
    if (open !== null) all.push(open);
    const found: Shaped | null = block.type === 'paragraph' ? parted(block) : null;
    all.push(...(found ? found.blocks : [block]));
    open = found?.open ?? null;
  }
  return open === null ? all : [...all, open];
}
