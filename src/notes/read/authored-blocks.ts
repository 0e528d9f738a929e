import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { isQuestion } from '../../language/any/titles.js';
import { blockText } from './block-text.js';
import { hasLine, type Inline, linesOf } from './inline.js';

/** A card as its author wrote it, over several lines. */
export type AuthoredCard = {
  readonly form: 'basic' | 'reversed' | 'choice';
  /** Light Markdown; may go on over lines. */
  readonly front: string;
  readonly back: string;
  /** What can be chosen from, as Markdown; only for `choice`. */
  readonly choices?: readonly string[];
  readonly line: number;
};

const FRONT_ENDS = /^\?{1,2}$/u;
const OPENS_CODE_OR_LIST = new Set(['list', 'code', 'blockquote']);

function lastLine(node: RootContent): number {
  return node.position?.end.line ?? 0;
}

function firstLine(node: RootContent): number {
  return node.position?.start.line ?? 0;
}

/** Blocks that follow without a blank line between. */
function attached(blocks: readonly RootContent[], index: number): readonly RootContent[] {
  const list: RootContent[] = [];
  let before = blocks[index];
  for (const node of blocks.slice(index + 1, index + 6)) {
    if (!before || !OPENS_CODE_OR_LIST.has(node.type) || firstLine(node) > lastLine(before) + 1) break;
    list.push(node);
    before = node;
  }
  return list;
}

const joinLines = (lines: readonly Inline[]) => lines.map((line) => line.text).join('\n');

/** Obsidian's card over several lines: the front, `?` alone on a line (`??`: asked both ways), the back. */
export function linedCard(
  blocks: readonly RootContent[],
  index: number,
): { readonly card: AuthoredCard; readonly used: number } | null {
  const node = blocks[index];
  if (node?.type !== 'paragraph' || !hasLine(node.children, /^[ \t]*\?{1,2}[ \t]*$/mu)) return null;
  const lines = linesOf(node.children);
  const at = lines.findIndex((line) => FRONT_ENDS.test(line.text));
  const [first] = lines;
  if (at < 1 || !first) return null;
  const more = attached(blocks, index);
  const back = [joinLines(lines.slice(at + 1)), ...more.map((block) => blockText(block))].filter((text) => text !== '');
  if (back.length === 0) return null;
  const form = lines[at]?.text === '??' ? 'reversed' : 'basic';
  const card = { form, front: joinLines(lines.slice(0, at)), back: back.join('\n'), line: first.line } as const;
  return { card, used: 1 + more.length };
}

function itemLine(item: ListItem): string {
  const first = item.children.find((child): child is Paragraph => child.type === 'paragraph');
  return first ? joinLines(linesOf(first.children)) : '';
}

/** A task list whose ticked items are right and whose open ones are wrong. */
export function isChoiceList(list: List): boolean {
  const states = list.children.map((item) => item.checked ?? null);
  return (
    states.length >= 2 && states.every((state) => state !== null) && states.includes(true) && states.includes(false)
  );
}

/** A list cut behind the answers that it begins with: a blank line does not end a list in Markdown. */
export function choicesOf(list: List): { readonly choices: List; readonly rest: List | null } {
  const end = list.children.findIndex((item) => (item.checked ?? null) === null);
  if (end < 0) return { choices: list, rest: null };
  const part = (children: ListItem[]): List => ({ ...list, children });
  return { choices: part(list.children.slice(0, end)), rest: part(list.children.slice(end)) };
}

/** Whether a line can stand above a list of answers. */
export function asksToChoose(text: string): boolean {
  return /[?:]\s*$/u.test(text) || isQuestion(text);
}

/** A question with a task list under it: which of these are right? */
export function choiceCard(question: string, list: List, line: number): AuthoredCard | null {
  const options = list.children.map((item) => ({ text: itemLine(item), isRight: item.checked === true }));
  const right = options.filter(({ isRight }) => isRight).map(({ text }) => text);
  if (options.some(({ text }) => text === '')) return null;
  return {
    form: 'choice',
    front: question,
    back: right.length === 1 ? (right[0] ?? '') : right.map((text) => `- ${text}`).join('\n'),
    choices: options.map(({ text }) => text),
    line,
  };
}
