import type { Table } from 'mdast';
import type { CardKind, Doubt } from '../../core/card.js';
import type { Grammar } from '../../language/grammar.js';
import type { NounUse } from '../../language/nouns.js';
import type { AuthoredEntry, CodeEntry, Entry, TableEntry } from '../read/entries.js';
import type { Section } from '../read/outline.js';
import type { LabelUse } from './label-use.js';
import type { Topic } from './topic.js';

/** A card before it has an id. Front and back are Markdown. */
export type CardDraft = {
  readonly kind: CardKind;
  readonly front: string;
  readonly back: string;
  readonly hint?: string;
  readonly choices?: readonly string[];
  /** What the card is about, and the words of the notes that it asks for: together they are the card's identity. */
  readonly concept: string;
  readonly fact: string;
  /** Sets two cards of one fact apart; empty for the first. */
  readonly facet: string;
  /** Line in the notes, from 1. */
  readonly line: number;
  /** Written as a card by the author: it has the first right to its question. */
  readonly isAuthored?: boolean;
  /**
   * What gives way to a card that asks for the whole list: a `gap` stands for want of a question, a `statement` says
   * what the list says as well.
   */
  readonly yields?: 'gap' | 'statement';
  /** Lines of the list that this card asks for; they keep the questions that are their own. */
  readonly covers?: readonly Entry[];
  /** Lines that this card answers with, so that they give no card of their own. */
  readonly tells?: readonly Entry[];
  /** First and last line of the notes that this card answers with: what is said there is asked for by this question. */
  readonly answers?: readonly [from: number, to: number];
  /**
   * Made of a label and its text: `defined` where the text opens as a definition does ("a process that …"), `named` where
   * it only stands behind the label, so that its worth hangs on how the notes use labels.
   */
  readonly label?: 'defined' | 'named';
  /** Why it may be no card that a teacher would ask; none where the rule is sure. */
  readonly doubt?: Doubt;
  /** Other ways to ask for the same, for where the first one is refused or asked already. */
  readonly otherwise?: readonly CardDraft[];
};

/** Why something in the notes gives no card. */
export type Skipped = { readonly skipped: string };

/** What the whole deck knows. */
export type DeckContext = {
  readonly name: string;
  readonly grammar: Grammar;
  readonly use: NounUse;
  readonly labels: LabelUse;
  /** The sections that stand among others that are a term and a short text each. */
  readonly glossaries: ReadonlySet<Section>;
  /** The tables that are rows for an exercise. */
  readonly samples: ReadonlySet<Table>;
};

type Around = {
  readonly section: Section;
  readonly topic: Topic;
  /** Of the section: parts of notes are in other languages. */
  readonly grammar: Grammar;
  readonly deck: DeckContext;
};

/** What a rule looks at: a section as a whole, one thought in it, a table, a block of code, a card of the author's. */
export type SectionPlace = Around & { readonly kind: 'section'; readonly entries: readonly Entry[] };
export type EntryPlace = Around & { readonly kind: 'entry'; readonly entry: Entry };
export type TablePlace = Around & { readonly kind: 'table'; readonly entry: TableEntry };
export type CodePlace = Around & { readonly kind: 'code'; readonly entry: CodeEntry };
export type AuthoredPlace = Around & { readonly kind: 'authored'; readonly entry: AuthoredEntry };
export type NotePlace = SectionPlace | EntryPlace | TablePlace | CodePlace | AuthoredPlace;

/** `null`: not this rule's business; the next one is asked. */
export type RuleResult = readonly CardDraft[] | Skipped | null;
export type Rule = (place: NotePlace) => RuleResult;

export function isSkipped(result: RuleResult): result is Skipped {
  return result !== null && 'skipped' in result;
}

export const refusal = (skipped: string): Skipped => ({ skipped });
