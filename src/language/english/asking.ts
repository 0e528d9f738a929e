import { tongueIn } from '../any/tongues.js';
import type { Asked } from '../asked.js';
import { splitDeterminer } from '../determiners.js';
import type { ColumnName, Named } from '../grammar.js';
import type { GrammaticalNumber, NounUse } from '../nouns.js';
import { looksPlural } from '../number.js';
import { upperFirst } from '../text.js';
import { clauseOf } from './clause.js';
import { englishHow } from './questions.js';
import { isNominal } from './sentences.js';

const PLURAL_DETERMINER = /^(?:all|some|most|many|both)\s/iu;
const ASKS = /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|must|to|much|many|often|long)\s/iu;

/** `each **layer**`, `**images**`, `a **VM**`. */
export function subject(phrase: string, _use: NounUse, number?: GrammaticalNumber): Asked {
  const { determiner, noun } = splitDeterminer(phrase);
  const counted = number ?? (PLURAL_DETERMINER.test(determiner) ? 'pl' : 'sg');
  return { phrase: `${determiner.toLowerCase()}**${noun}**`, number: counted, own: true };
}

/** "What is Docker" → "What is Docker?", "Why it fails" → `null`. */
export function title(written: string): string | null {
  const bare = written.replace(/^¿\s*/u, '').replace(/\s*\?*$/u, '');
  const [, why = '', told = ''] = /^(why|how|when|where)\s+(.+)$/iu.exec(bare) ?? [];
  return why === '' || ASKS.test(told) ? `${upperFirst(bare)}?` : turned(why, told);
}

/** "Why Lean prefers pull" → "Why does Lean prefer pull?". */
function turned(why: string, told: string): string | null {
  const clause = clauseOf(told);
  if (!clause?.subject || !isNominal(clause.subject)) return null;
  return englishHow(why, clause, { phrase: clause.subject, number: 'sg', own: true });
}

export function whatIs(phrase: string, number: GrammaticalNumber): string {
  return `What ${number === 'pl' ? 'are' : 'is'} ${phrase}?`;
}

export function year(year: string): string {
  return `What happened in **${year}**?`;
}

export function aspect(aspect: string): string {
  return `What is it **${aspect}**?`;
}

export function formula(name: string): string {
  return `What is the formula of **${name}**?`;
}

export function which(phrase: string, { article, number }: Pick<Named, 'article' | 'number'>): string {
  return whatIs(article === '' ? `the ${phrase}` : phrase, number);
}

export function keyPoints(phrase: string, count: number): string {
  return `What are the key points of ${phrase}? (${count})`;
}

export function steps(title: string, count: number): string {
  return `**${title}**: what are the steps? (${count})`;
}

export function completion(asksForWhich: boolean): string {
  return asksForWhich ? 'which ones?' : 'what?';
}

export function cell(name: string, { title, inside, isNoun }: ColumnName): string {
  if (!isNoun) return `${name} — ${inside}?`;
  const head = title.replace(/\s*\(.*$/u, '').split(/\s(?:of|in|for)\s/iu)[0] ?? title;
  const isPlural = looksPlural(head.split(' ').at(-1) ?? head);
  return `What ${isPlural ? 'are' : 'is'} the **${inside}** of ${name}?`;
}

export function translation(phrase: string, tongue: string): string {
  return `How do you say ${phrase} in ${tongueIn('en', tongue)}?`;
}

export function counterpart(known: string, fact: string, asked: string): string {
  return `${known}: ${fact}. And ${asked}?`;
}

export function ofKind(name: string, kind: string, isNumber: boolean): string {
  return isNumber ? `${kind} ${name}` : `the ${name} ${kind}`;
}
