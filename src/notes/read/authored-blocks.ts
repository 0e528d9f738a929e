import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isQuestion } from '../../language/any/titles.js';
import { answerText, blockText } from './block-text.js';
import { hasLine, type Inline, linesOf } from './inline.js';
import { splitLine } from './line-split.js';
import { thoughtsOf } from './thoughts.js';

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

/** Blocks that follow without a blank line between: lists, code, quotes, and the lines right behind code. */
function attached(blocks: readonly RootContent[], index: number): readonly RootContent[] {
  const list: RootContent[] = [];
  let before = blocks[index];
  for (const node of blocks.slice(index + 1, index + 6)) {
    const isPart = OPENS_CODE_OR_LIST.has(node.type) || (node.type === 'paragraph' && before?.type === 'code');
    if (!before || !isPart || firstLine(node) > lastLine(before) + 1) break;
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

/** A question or a term with `::` behind it and its answer below. */
const OPEN_FRONT = /(?<!:)(:{2,3})$/u;
/** Logseq's mark of a block that is a card. */
const CARD_TAG = /(?:^|\s)#(?:card|cards|flashcards?)(?=\s|$)/u;

/** The blocks below a line that are its answer: a list, code or a quote, or one paragraph. */
function answerBelow(blocks: readonly RootContent[], index: number): readonly RootContent[] {
  const [next] = blocks.slice(index + 1, index + 2);
  return next && (OPENS_CODE_OR_LIST.has(next.type) || next.type === 'paragraph') ? [next] : [];
}

/**
 * A line that its author marked as the front of a card, `Question ::`, with the answer in the blocks below it.
 *
 * @param isItem all that follows is in the same list item
 */
export function openCard(
  blocks: readonly RootContent[],
  index: number,
  isItem: boolean,
): { readonly card: AuthoredCard; readonly used: number } | null {
  const node = blocks[index];
  if (node?.type !== 'paragraph') return null;
  const last = node.children.at(-1);
  const split = splitLine(node.children);
  const isTagged = isItem && CARD_TAG.test(plainText(split?.first ?? node.children));
  const isOpen = split === null && last?.type === 'text' && /::\s*$/u.test(last.value);
  if (!isTagged && !isOpen) return null;
  const [head] = thoughtsOf(node.children);
  const sign = OPEN_FRONT.exec(head?.text ?? '')?.[1] ?? '';
  if (!head || head.text.includes('{{c') || (!isTagged && sign === '')) return null;
  const below = isItem ? blocks.slice(index + 1) : answerBelow(blocks, index);
  const [front, back] = [head.text.replace(OPEN_FRONT, '').trim(), answerText(below)];
  if (front === '' || back === '' || /(?<!:):{2,3}(?!:)/u.test(front)) return null;
  const form = sign === ':::' ? 'reversed' : 'basic';
  return { card: { form, front, back, line: head.line }, used: 1 + below.length };
}

/** Whether a paragraph is or holds a card that its author wrote: `Question::answer`, `?` between its sides. */
export function isWrittenCard(node: Paragraph): boolean {
  return hasLine(node.children, /\S\s*(?<!:):{2,3}(?!:)\s*\S|^[ \t]*\?{1,2}[ \t]*$|\{\{c/mu);
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
