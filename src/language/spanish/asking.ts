import { tongueIn } from '../any/tongues.js';
import type { Asked } from '../asked.js';
import { splitDeterminer } from '../determiners.js';
import type { ColumnName, Named } from '../grammar.js';
import { type GrammaticalNumber, headOf, type NounUse } from '../nouns.js';
import { looksPlural } from '../number.js';
import { countWords, lowerFirst, upperFirst, wholeWords } from '../text.js';
import { clauseOf } from './clause.js';
import { articleBySight, definiteSpanish, spanishArticle, spanishAskArticle } from './nouns.js';

const PLURAL_DETERMINER = /^(?:los|las|unos|unas|todos|todas|algun[oa]s|much[oa]s|dos|tres|sus)\s/iu;

/** `cada **layer**`, `las **imágenes**`, `una **VM**`. */
export function subject(phrase: string, use: NounUse, number?: GrammaticalNumber): Asked {
  const { determiner, noun } = splitDeterminer(phrase);
  const first = noun.split(' ')[0] ?? '';
  const isPlural = determiner === '' ? looksPlural(first) && use.isCommon(first) : PLURAL_DETERMINER.test(determiner);
  const counted = number ?? (isPlural ? 'pl' : 'sg');
  if (determiner !== '') return { phrase: `${determiner.toLowerCase()}**${noun}**`, number: counted, own: true };
  const head = headOf(noun);
  const single = /\s/u.test(noun) ? '' : spanishAskArticle(head, use);
  const article = counted === 'pl' ? spanishArticle(head, 'pl', use) : single;
  return { phrase: `${article === '' ? '' : `${article} `}**${noun}**`, number: counted, own: true };
}

export function existing(sentence: string, next: string, use: NounUse): string | null {
  const clause = clauseOf(sentence);
  if (clause?.subject !== null || !/^(?:existen?|hay)$/u.test(clause.verbWord)) return null;
  if (/[,:\d]/u.test(clause.rest) || countWords(clause.rest) > 6 || !/^(?:son|es)\s/iu.test(next)) return null;
  const number = /^son\s/iu.test(next) ? 'pl' : 'sg';
  return whatIs(subject(clause.rest, use, number).phrase, number);
}

/** "Qué es Docker?" → "¿Qué es Docker?". */
export function title(written: string): string {
  return `¿${upperFirst(written.replace(/^¿\s*/u, '').replace(/\s*\?*$/u, ''))}?`;
}

export function whatIs(phrase: string, number: GrammaticalNumber): string {
  return `¿Qué ${number === 'pl' ? 'son' : 'es'} ${phrase}?`;
}

export function year(year: string): string {
  return `¿Qué pasó en **${year}**?`;
}

export function aspect(aspect: string): string {
  return `¿Qué es **${aspect}**?`;
}

export function formula(name: string): string {
  return `¿Cuál es la fórmula de **${name}**?`;
}

export function which(phrase: string, { number }: Pick<Named, 'number'>): string {
  const [first = ''] = wholeWords(phrase);
  const named = /^(?:el|la|los|las)$/u.test(first) ? phrase : `${articleBySight(first, number)} ${phrase}`;
  return number === 'sg' ? `¿Cuál es ${named}?` : `¿Cuáles son ${named}?`;
}

export function keyPoints(phrase: string, count: number): string {
  const ofPhrase = phrase.startsWith('el ') ? `del ${phrase.slice(3)}` : `de ${phrase}`;
  return `¿Cuáles son los puntos clave ${ofPhrase}? (${count})`;
}

export function steps(title: string, count: number): string {
  return `¿Cuáles son los pasos para **${lowerFirst(title)}**? (${count})`;
}

export function completion(asksForWhich: boolean): string {
  return asksForWhich ? '¿cuáles?' : '¿qué?';
}

export function cell(name: string, { title, inside, isNoun }: ColumnName, use: NounUse): string {
  if (!isNoun) return `${name} — ¿${inside}?`;
  const head = title.split(' ')[0] ?? title;
  const isPlural = looksPlural(head);
  const article = isPlural ? spanishArticle(head, 'pl', use) : definiteSpanish(head, use);
  const of = name.startsWith('el ') ? `del ${name.slice(3)}` : `de ${name}`;
  return `¿${isPlural ? 'Cuáles son' : 'Cuál es'} ${article} **${inside}** ${of}?`;
}

export function ofKind(name: string, kind: string, _isNumber: boolean, use: NounUse): string {
  return `${definiteSpanish(headOf(kind), use)} ${kind} ${name}`;
}

export function translation(phrase: string, tongue: string): string {
  return `¿Cómo se dice ${phrase} en ${tongueIn('es', tongue)}?`;
}

export function counterpart(known: string, fact: string, asked: string): string {
  return `${known}: ${fact}. ¿Y ${asked}?`;
}
