import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { stretchesOf } from '../src/notes/read/stretches.js';
import { readDeck } from '../src/notes/read-deck.js';

/** Times in milliseconds, the best of the runs: what else the machine does only ever adds to them. */
export type ParserMeasured = {
  readonly megabytes: number;
  readonly cards: number;
  /** From bytes to cards and passages. */
  readonly ours: number;
  /** The Markdown parser alone on the same parts of the text, none longer than what it reads in good time. */
  readonly floor: number;
  /** The Markdown parser alone on one megabyte in one piece: its own time grows with the square. */
  readonly wholeMegabyte: number;
};

const RUNS = 3;

/** The notes that ship, again and again under other headings and with other terms, as one long file. */
function notesOf(characters: number): string {
  const deck = readFileSync('flashcards/docker.md', 'utf8');
  const parts: string[] = [];
  for (let length = 0, number = 0; length < characters; number += 1) {
    const part = deck.replace(/^(#+ .*)$/gm, `$1 ${number}`).replace(/^\* \*\*(.+?)\*\*/gm, `* **$1 ${number}**`);
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join('\n');
}

function parse(text: string): void {
  fromMarkdown(text, {
    extensions: [frontmatter(['yaml']), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
  });
}

function best(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Reads notes of ten megabytes, beside the bare Markdown parser in the same run. */
export function measureParser(note: (text: string) => void, megabytes = 10): ParserMeasured {
  const text = notesOf(megabytes * 1_000_000);
  const bytes = new TextEncoder().encode(text);
  const parts = stretchesOf(text).list.map((part) => part.text);
  note(`parser: ${(bytes.length / 1e6).toFixed(1)} MB, ${RUNS} runs of each`);
  let cards = 0;
  let ours = Number.POSITIVE_INFINITY;
  let floor = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    floor = Math.min(
      floor,
      best(1, () => parts.forEach(parse)),
    );
    ours = Math.min(
      ours,
      best(1, () => {
        cards = readDeck('notes.md', bytes).deck?.cards.length ?? 0;
      }),
    );
  }
  const wholeMegabyte = best(1, () => parse(text.slice(0, 1_000_000)));
  return { megabytes: bytes.length / 1e6, cards, ours, floor, wholeMegabyte };
}

/** The target: reading costs about twice the bare parser's own time. */
export const MOST_TIMES_THE_PARSER = 2;

export function parserRows({ megabytes, cards, ours, floor, wholeMegabyte }: ParserMeasured): readonly string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return [
    'reading notes',
    `  ${megabytes.toFixed(1)} MB, ${cards} cards`,
    `  ours, bytes to cards             ${seconds(ours)}`,
    `  bare Markdown parser, in parts   ${seconds(floor)}`,
    `  ours / bare parser               ${(ours / floor).toFixed(2)}`,
    `  bare parser, 1 MB in one piece   ${seconds(wholeMegabyte)}`,
    '',
  ];
}

export function missedByParser({ ours, floor }: ParserMeasured): readonly string[] {
  const times = ours / floor;
  return times <= MOST_TIMES_THE_PARSER
    ? []
    : [`reading notes takes ${times.toFixed(2)} times the bare parser, the target is ${MOST_TIMES_THE_PARSER}`];
}
