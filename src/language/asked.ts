import type { GrammaticalNumber } from './nouns.js';
import { upperFirst } from './text.js';

/** The subject as it stands inside a question, with its article and in bold. */
export type Asked = {
  readonly phrase: string;
  readonly number: GrammaticalNumber;
  /** The sentence names it itself; otherwise it comes from the heading. */
  readonly own: boolean;
};

export type TermAsked = {
  /** The term in bold or as code, with its article where it takes one. */
  readonly phrase: string;
  readonly number: GrammaticalNumber;
  readonly isCode: boolean;
  /** Names one of several things of a kind. */
  readonly isMember: boolean;
  /** And the things are qualities: it is asked what the word means. */
  readonly isQuality: boolean;
  /** Stands under another term or label: "Key components" of the "Network Layer". */
  readonly isPart: boolean;
};

/** "If A, B" as a question: what happens to whom if A? `isNamed`: it says to whom. */
export type ConditionAsked = {
  readonly front: string;
  readonly isNamed: boolean;
  /** B says what something is or why, rather than what happens. */
  readonly isState: boolean;
};

export function spanishQuestionOf(ask: string, ...parts: readonly string[]): string {
  return `¿${upperFirst([ask, ...parts].filter((part) => part !== '').join(' '))}?`;
}

export function englishQuestionOf(...parts: readonly string[]): string {
  return `${upperFirst(parts.filter((part) => part !== '').join(' '))}?`;
}
