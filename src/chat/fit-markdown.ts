import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Measure, splitText } from './fit-text.js';
import type { Block } from './port.js';

/** What a piece may measure at most. */
export type BlockLimit = { readonly measure: Measure; readonly block: number };

/** Room for the lines of a fence around a code block. */
export const FENCE = 16;

/** Neighbours together as long as `together` says so. */
export function groups<T>(items: readonly T[], together: (group: readonly T[]) => boolean): readonly T[][] {
  const all: T[][] = [];
  for (const item of items) {
    const last = all.at(-1);
    if (last && together([...last, item])) last.push(item);
    else all.push([item]);
  }
  return all;
}

export function splitCode(block: Extract<Block, { kind: 'code' }>, limits: BlockLimit): readonly Block[] {
  return splitText(block.code, limits.block - FENCE, limits.measure).map((code) => ({ ...block, code }));
}

/** Cuts a table between its rows; each piece begins with the table's head, so that it can be read alone. */
function splitTable(table: string, { measure, block }: BlockLimit): readonly string[] {
  const [names = '', rule = '', ...rows] = table.split('\n');
  const head = `${names}\n${rule}`;
  const piece = (part: readonly string[]) => [head, ...part].join('\n');
  return groups(rows, (part) => measure(piece(part)) <= block).flatMap((part) => {
    const text = piece(part);
    return measure(text) <= block ? [text] : splitText(text, block, measure);
  });
}

/** Made once: to make them takes as long as to read a short text. */
const GITHUB = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** Cuts between the Markdown's own blocks, and inside one only where it alone is too long. */
export function splitMarkdown(markdown: string, limits: BlockLimit): readonly Block[] {
  const { measure } = limits;
  const tree = fromMarkdown(markdown, GITHUB);
  const nodes = tree.children.map((node) => ({
    node,
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  }));
  const slice = (part: readonly { start: number; end: number }[]) =>
    markdown.slice(part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
  const asText = (piece: string): Block => ({ kind: 'text', markdown: piece });
  return groups(nodes, (part) => measure(slice(part)) <= limits.block).flatMap((part): readonly Block[] => {
    const text = slice(part);
    const only = part[0]?.node;
    if (measure(text) <= limits.block) return [asText(text)];
    if (only?.type === 'code') {
      const code = { kind: 'code', code: only.value, ...(only.lang ? { language: only.lang } : {}) } as const;
      return splitCode(code, limits);
    }
    if (only?.type === 'table') return splitTable(text, limits).map(asText);
    return splitText(text, limits.block, measure).map(asText);
  });
}
