import type {
  BlockContent,
  Code,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { announcedAnswer, isMarkedSide } from '../../language/any/authored.js';
import { isQuestion } from '../../language/any/titles.js';
import {
  type AuthoredCard,
  asksToChoose,
  choiceCard,
  choicesOf,
  isChoiceList,
  linedCard,
  openCard,
} from './authored-blocks.js';
import { pairedAnswers } from './authored-pairs.js';
import { blockText } from './block-text.js';
import { definitionLines, standsBelow } from './definition-list.js';
import { type AnyEntry, asksBelow, type Entry, isLead, isTextEntry, type OtherEntry } from './entries.js';
import { type Inline, inlineOf } from './inline.js';
import { paragraphOf, splitLine } from './line-split.js';
import type { Section } from './outline.js';
import { thoughtsOf } from './thoughts.js';

type Block = RootContent | BlockContent | DefinitionContent;
type Around = { readonly section: Section; readonly parents: readonly Entry[]; readonly lead: Inline | null };
type OpenEntry = Entry & { readonly children: Entry[] };

/** Where a walk over the blocks of a section, an item or a quote has come to. */
type Walk = {
  readonly blocks: readonly Block[];
  readonly around: Around;
  readonly entries: AnyEntry[];
  /** The line that introduces the next list. */
  introducing: OpenEntry | null;
  /** The thought right above the next block. */
  above: OpenEntry | null;
};

function entry(kind: Entry['kind'], inline: Inline, around: Around, more: Partial<Entry> = {}): OpenEntry {
  const plain = { checked: null, isStep: false, isFollowUp: false, labelsCode: false, blocks: [] };
  return { kind, inline, ...around, ...plain, ...more, children: [] };
}

function itemsAt(entries: readonly AnyEntry[], depth: number): readonly Entry[] {
  return entries.filter((made): made is Entry => made.kind === 'item' && made.parents.length === depth);
}

function authored(section: Section, card: AuthoredCard): AnyEntry {
  return { kind: 'authored', section, card };
}

function isWritten(made: AnyEntry): boolean {
  return made.kind === 'authored' || (isTextEntry(made) && /::|\{\{c/u.test(made.inline.text));
}

/** A list item that is a card as a whole, or a question with the answers to choose from. */
function authoredItem(item: ListItem, around: Around): AnyEntry[] | null {
  const lined = linedCard(item.children, 0);
  if (lined) return [authored(around.section, lined.card), ...walk(item.children.slice(lined.used), around)];
  const open = openCard(item.children, 0, true);
  if (open) {
    // Cards that are written inside the answer are cards as well.
    const inner = walk(item.children.slice(1), around).filter(isWritten);
    return [authored(around.section, open.card), ...inner];
  }
  const [first, next, ...behind] = item.children;
  if (first?.type !== 'paragraph' || next?.type !== 'list' || !isChoiceList(next)) return null;
  const head = inlineOf(first.children);
  const card = head.text === '' ? null : choiceCard(head.text, next, head.line);
  return card && [authored(around.section, card), ...walk(behind, around)];
}

const BREAK: PhrasingContent = { type: 'break' };
/** A first thought of more lines is prose. */
const MOST_LINES = 20;

/** What an item holds after its first thought. */
function belowLine(first: Paragraph, head: Inline, rest: readonly Block[]): readonly Block[] {
  let split = splitLine(first.children);
  let line = split?.first ?? [];
  for (let lines = 1; split && lines < MOST_LINES; lines += 1) {
    if (inlineOf(line).text === head.text) {
      return split.rest.length > 0 ? [paragraphOf(split.rest, first), ...rest] : rest;
    }
    const next = splitLine(split.rest);
    line = [...line, BREAK, ...(next?.first ?? [])];
    split = next;
  }
  return rest;
}

/** What follows a list, of its last item. */
type After = { readonly below: () => readonly Block[]; readonly announced: () => readonly Block[] };

function itemEntries(item: ListItem, around: Around, isStep: boolean, after: After): AnyEntry[] {
  const written = authoredItem(item, around);
  if (written) return written;
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return walk(item.children, around);
  const [head, ...more] = definitionLines(first.children) ?? thoughtsOf(first.children);
  if (!head) return walk(rest, around);
  const labelsCode = more.length === 0 && rest[0]?.type === 'code';
  const held = more.length > 0 ? belowLine(first, head, rest) : rest;
  const stands = held.length === 0 && asksBelow(head) ? after.below() : held;
  const blocks = asksBelow(head) ? [...stands, ...after.announced()] : stands;
  const own = entry('item', head, around, { checked: item.checked ?? null, isStep, labelsCode, blocks });
  const inside: Around = { section: around.section, parents: [...around.parents, own], lead: null };
  const inner = [
    ...more.map((inline) => entry('paragraph', inline, inside, { isFollowUp: true })),
    ...walk(rest, inside, labelsCode ? own : null),
  ];
  own.children.push(...itemsAt(inner, inside.parents.length));
  return [own, ...inner];
}

function paragraphEntries({ children }: Paragraph, around: Around): OpenEntry[] {
  const thoughts = definitionLines(children) ?? thoughtsOf(children);
  return thoughts.map((inline, index) => entry('paragraph', inline, around, { isFollowUp: index > 0 }));
}

/** Whether a block opens something of its own, so that what it follows is over. */
function opens(block: Block): boolean {
  if (block.type === 'heading' || block.type === 'thematicBreak') return true;
  if (block.type !== 'paragraph') return false;
  const line = inlineOf(block.children);
  return isLead(line) || asksBelow(line);
}

/** So many answers to choose from may stand before the one that is right. */
const MOST_CHOICES = 10;

/** The block behind the answers to choose from that tells the right one. */
function announcementIn(blocks: readonly Block[], from: number): readonly Block[] {
  for (const block of blocks.slice(from, from + MOST_CHOICES)) {
    if (announcedAnswer(blockText(block).replaceAll('\n', ' ')) !== null) return [block];
    if (block.type !== 'paragraph' && block.type !== 'code') return [];
  }
  return [];
}

/** What follows a line that asks or leads, as far as it belongs to it. */
function blocksBelow(blocks: readonly Block[], from: number, isOver: (block: Block) => boolean): readonly Block[] {
  let end = from;
  for (let block = blocks[end]; block && !isOver(block); block = blocks[end]) end += 1;
  return blocks.slice(from, end);
}

/** Adds a paragraph; returns how many blocks were read. */
function addParagraph(state: Walk, node: Paragraph, index: number): number {
  const around = { ...state.around, lead: state.introducing?.inline ?? state.around.lead };
  const next = state.blocks[index + 1];
  const below = next?.type === 'paragraph' ? standsBelow(node.children, next.children) : null;
  const made = below ? [entry('paragraph', below, around)] : paragraphEntries(node, around);
  const used = below ? 2 : 1;
  const closing = made.at(-1);
  if (closing) {
    const labelsCode = state.blocks[index + used]?.type === 'code';
    const isOpen = isLead(closing.inline) || asksBelow(closing.inline);
    const blocks = isOpen ? blocksBelow(state.blocks, index + used, opens) : [];
    made[made.length - 1] = { ...closing, labelsCode, blocks };
  }
  state.above = made.at(-1) ?? null;
  state.introducing = state.above && isLead(state.above.inline) ? state.above : null;
  state.entries.push(...made);
  return used;
}

/** What a list of answers asks: the line above it, or the heading where it comes first. */
function choiceFor(state: Walk, list: List, above: OpenEntry | null, index: number): AuthoredCard | null {
  const { section, parents } = state.around;
  if (!isChoiceList(list)) return null;
  if (above && asksToChoose(above.inline.text)) return choiceCard(above.inline.text, list, above.inline.line);
  const asks = index === 0 && parents.length === 0 && isQuestion(section.title);
  return asks ? choiceCard(section.title, list, section.line) : null;
}

function addList(state: Walk, list: List, above: OpenEntry | null, index: number): void {
  const { choices, rest } = choicesOf(list);
  const card = choiceFor(state, choices, above, index);
  if (card) {
    if (above && state.entries.at(-1) === above) state.entries.pop();
    state.entries.push(authored(state.around.section, card));
    if (rest) addList(state, rest, null, index);
    return;
  }
  const around = { ...state.around, lead: state.introducing?.inline ?? state.around.lead };
  const isOver = (block: Block) => block.type === 'list' || opens(block);
  const last = list.children.at(-1);
  const made = list.children.flatMap((item) => {
    // One numbered question alone has its answer behind it; a list that goes on and ends in a question is over.
    const isAlone = list.ordered === true && list.children.length === 1;
    const below = () => (isAlone ? blocksBelow(state.blocks, index + 1, isOver) : []);
    const announced = () => (item === last ? announcementIn(state.blocks, index + 1) : []);
    return itemEntries(item, around, list.ordered === true, { below, announced });
  });
  state.introducing?.children.push(...itemsAt(made, around.parents.length));
  state.introducing = null;
  state.entries.push(...made);
}

function codeEntry(section: Section, { lang, value, position }: Code, label: Inline | null): AnyEntry {
  return { kind: 'code', section, lang: lang ?? '', value, label, line: position?.start.line ?? 1 };
}

function otherEntry(section: Section, what: OtherEntry['what'], node: RootContent): OtherEntry {
  return { kind: 'other', section, what, line: node.position?.start.line ?? 1 };
}

/** `[!note] Words` opens a callout of Obsidian and GitHub: its words are a line of their own. */
const CALLOUT = /^\[![\w-]{1,30}\][+-]?[ \t]*/;

function withoutCallout(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  const [text, ...more] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !CALLOUT.test(text.value)) return blocks;
  const [title = '', ...lines] = text.value.replace(CALLOUT, '').split('\n');
  const opening = { ...text, value: title };
  if (lines.length === 0) return [{ ...first, children: [opening, ...more] }, ...rest];
  const { start, end } = text.position ?? { start: undefined, end: undefined };
  const at = start && end ? { position: { start: { ...start, line: start.line + 1 }, end } } : {};
  const body = { type: 'text' as const, value: lines.join('\n'), ...at };
  return [{ ...first, children: [opening, { type: 'break' as const }, body, ...more] }, ...rest];
}

/** Adds one block; returns how many were read. */
function add(state: Walk, node: Block, index: number): number {
  const { section, parents } = state.around;
  const { above } = state;
  state.above = null;
  switch (node.type) {
    case 'paragraph':
      return addParagraph(state, node, index);
    case 'list':
      addList(state, node, above, index);
      return 1;
    case 'blockquote':
      state.entries.push(
        ...walk(withoutCallout(node.children), { section, parents, lead: state.introducing?.inline ?? null }),
      );
      return 1;
    case 'heading': {
      const blocks = blocksBelow(state.blocks, index + 1, opens);
      const made = entry('paragraph', inlineOf(node.children), state.around, { blocks });
      if (made.inline.text !== '') state.entries.push(made);
      return 1;
    }
    case 'table':
      state.entries.push({ kind: 'table', section, table: node });
      return 1;
    case 'code':
      // Code that ends an answer, "A: use this:", leaves nothing open for a list further down.
      if (state.introducing && isMarkedSide(state.introducing.inline.text)) state.introducing = null;
      state.entries.push(codeEntry(section, node, above?.inline ?? null));
      return 1;
    case 'html':
      state.entries.push(otherEntry(section, 'html', node));
      return 1;
    case 'footnoteDefinition':
      state.entries.push(otherEntry(section, 'footnote', node));
      return 1;
    default:
      return 1;
  }
}

function walk(blocks: readonly Block[], around: Around, above: OpenEntry | null = null): AnyEntry[] {
  const state: Walk = { blocks, around, entries: [], introducing: null, above };
  for (let index = 0; index < blocks.length; ) {
    const node = blocks[index];
    if (!node) break;
    const lined = linedCard(blocks, index) ?? openCard(blocks, index, false);
    if (lined) {
      state.entries.push(authored(around.section, lined.card));
      state.above = null;
    }
    index += lined?.used ?? add(state, node, index);
  }
  return state.entries;
}

/** Everything in a section that might become cards, in the order of the notes. */
export function entriesOf(section: Section): readonly AnyEntry[] {
  return pairedAnswers(walk(section.blocks, { section, parents: [], lead: null }));
}
