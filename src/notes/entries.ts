import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { type Inline, inlineOf, thoughtsOf } from './inline.js';
import type { Section } from './outline.js';

/** A thought of the notes that may become cards, with what stands around it. */
export type Entry = {
  readonly kind: 'item' | 'paragraph';
  readonly section: Section;
  readonly inline: Inline;
  /** The list items that hold this one, outermost first. */
  readonly parents: readonly Entry[];
  /** What stands right above the list: "There are three kinds:", "**Introduction:**". */
  readonly lead: Inline | null;
  /** `true` and `false` for a task, `null` for anything else. */
  readonly checked: boolean | null;
  /** Items of the lists inside this item, or of the list that this line introduces. */
  readonly children: readonly Entry[];
  /** A code block follows at once. */
  readonly labelsCode: boolean;
};

export type TableEntry = { readonly kind: 'table'; readonly section: Section; readonly table: Table };

/** Something that no rule reads: code, an image, raw HTML. */
export type OtherEntry = {
  readonly kind: 'other';
  readonly section: Section;
  readonly what: 'code' | 'html' | 'definition' | 'footnote';
  readonly line: number;
};

export type AnyEntry = Entry | TableEntry | OtherEntry;

type Around = { readonly section: Section; readonly parents: readonly Entry[]; readonly lead: Inline | null };

type OpenEntry = Entry & { readonly children: Entry[] };

function entry(kind: Entry['kind'], inline: Inline, around: Around, checked: boolean | null = null): OpenEntry {
  return { kind, inline, ...around, checked, children: [], labelsCode: false };
}

/** A line that opens what follows it: it ends in a colon, or is nothing but one bold or slanted phrase. */
export function isLead(inline: Inline): boolean {
  if (inline.text.endsWith(':')) return true;
  const [mark] = inline.marks;
  return mark !== undefined && mark.kind !== 'code' && mark.start === 0 && mark.end >= inline.text.length - 1;
}

function paragraphEntries(nodes: readonly PhrasingContent[], around: Around): OpenEntry[] {
  return thoughtsOf(nodes).map((inline) => entry('paragraph', inline, around));
}

function itemsAt(entries: readonly AnyEntry[], depth: number): readonly Entry[] {
  return entries.filter((made): made is Entry => made.kind === 'item' && made.parents.length === depth);
}

function itemEntries(item: ListItem, around: Around): AnyEntry[] {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return blockEntries(item.children, around);
  const [head, ...more] = thoughtsOf(first.children);
  if (!head) return blockEntries(rest, around);
  const own = entry('item', head, around, item.checked ?? null);
  const inside: Around = { section: around.section, parents: [...around.parents, own], lead: null };
  const below = [...more.map((inline) => entry('paragraph', inline, inside)), ...blockEntries(rest, inside)];
  own.children.push(...itemsAt(below, inside.parents.length));
  return [own, ...below];
}

function listEntries(list: List, around: Around): AnyEntry[] {
  return list.children.flatMap((item) => itemEntries(item, around));
}

function otherEntry(section: Section, what: OtherEntry['what'], node: RootContent): OtherEntry {
  return { kind: 'other', section, what, line: node.position?.start.line ?? 1 };
}

function blockEntries(blocks: readonly (RootContent | BlockContent | DefinitionContent)[], around: Around): AnyEntry[] {
  let introducing: OpenEntry | null = null;
  return blocks.flatMap((node, index): AnyEntry[] => {
    const here: Around = { ...around, lead: introducing?.inline ?? around.lead };
    switch (node.type) {
      case 'paragraph': {
        const entries = paragraphEntries(node.children, here);
        const last = entries.at(-1);
        introducing = last && isLead(last.inline) ? last : null;
        if (last && blocks[index + 1]?.type === 'code') entries[entries.length - 1] = { ...last, labelsCode: true };
        return entries;
      }
      case 'list': {
        const entries = listEntries(node, here);
        introducing?.children.push(...itemsAt(entries, around.parents.length));
        introducing = null;
        return entries;
      }
      case 'blockquote':
        return blockEntries(node.children, here);
      case 'heading':
        return [entry('paragraph', inlineOf(node.children), here)].filter((made) => made.inline.text !== '');
      case 'table':
        return [{ kind: 'table', section: around.section, table: node }];
      case 'code':
        return [otherEntry(around.section, 'code', node)];
      case 'html':
        return [otherEntry(around.section, 'html', node)];
      case 'footnoteDefinition':
        return [otherEntry(around.section, 'footnote', node)];
      default:
        return [];
    }
  });
}

/** Everything in a section that might become cards, in the order of the notes. */
export function entriesOf(section: Section): readonly AnyEntry[] {
  return blockEntries(section.blocks, { section, parents: [], lead: null });
}
