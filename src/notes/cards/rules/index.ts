import type { Rule } from '../rule.js';
import { authored } from './authored.js';
import { codePurpose } from './code-purpose.js';
import { definition, formula } from './definition.js';
import { fact } from './fact.js';
import { inlineQuestion } from './inline-question.js';
import { ankiCloze, highlightCloze, withMarks } from './marked-cloze.js';
import { question } from './question.js';
import { refused } from './refused.js';
import { table } from './table.js';
import { termBelow } from './term-below.js';

/** What is tried on each place of the notes, in this order; the first that answers decides. */
export const RULES: readonly Rule[] = [
  authored,
  ankiCloze,
  inlineQuestion,
  refused,
  question,
  termBelow,
  table,
  codePurpose,
  formula,
  withMarks(definition),
  highlightCloze,
  fact,
];
