import type { RootContent, Table } from 'mdast';
import type { AuthoredCard } from './authored-blocks.js';
import type { Inline } from './inline.js';
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
  /**
   * What stands below this line, as it is in the notes: of an item all that is in it after its first line; of a paragraph that
   * asks or leads, what follows it up to the next one that does, or a heading.
   */
  readonly blocks: readonly RootContent[];
  /** An item of a numbered list. */
  readonly isStep: boolean;
  /** Goes on with another thought of the paragraph before it. */
  readonly isFollowUp: boolean;
  /** A code block follows at once. */
  readonly labelsCode: boolean;
};

export type TableEntry = { readonly kind: 'table'; readonly section: Section; readonly table: Table };

/** A block of code, with the line above it that says what it is. */
export type CodeEntry = {
  readonly kind: 'code';
  readonly section: Section;
  readonly lang: string;
  readonly value: string;
  readonly label: Inline | null;
  readonly line: number;
};

/** A card that the author wrote over several lines. */
export type AuthoredEntry = { readonly kind: 'authored'; readonly section: Section; readonly card: AuthoredCard };

/** Something that no rule reads: raw HTML, a footnote. */
export type OtherEntry = {
  readonly kind: 'other';
  readonly section: Section;
  readonly what: 'html' | 'definition' | 'footnote';
  readonly line: number;
};

export type AnyEntry = Entry | TableEntry | CodeEntry | AuthoredEntry | OtherEntry;

export function isTextEntry(made: AnyEntry): made is Entry {
  return made.kind === 'item' || made.kind === 'paragraph';
}

/** A line that opens what follows it: it ends in a colon, or is nothing but one bold or slanted phrase. */
export function isLead(inline: Inline): boolean {
  if (inline.text.endsWith(':')) return true;
  const [mark] = inline.marks;
  const isPhrase = mark?.kind === 'strong' || mark?.kind === 'emphasis' || mark?.kind === 'highlight';
  return isPhrase && mark.start === 0 && mark.end >= inline.text.length - 1;
}

/** Whether a line is a question as a whole, or ends in one: its answer may stand below it. */
export function asksBelow(inline: Inline): boolean {
  return /\?["»”’)*_]*$/u.test(inline.text);
}
