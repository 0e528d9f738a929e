import type { Language } from '../core/language.js';
import { type NounUse, nounStem } from './grammar/nouns.js';
import { fold } from './text.js';
import { stopWordsOf } from './topic.js';
import { ENGLISH_BASE, ENGLISH_BE, ENGLISH_MODAL, ENGLISH_THIRD_PERSON } from './words/english.js';
import {
  SPANISH_BE,
  SPANISH_EXIST,
  SPANISH_FIRST_PERSON,
  SPANISH_INFINITIVES,
  SPANISH_MODAL,
  SPANISH_NOUNS_TOO,
  SPANISH_STAY,
  SPANISH_VERBS,
} from './words/spanish.js';

export type Gap = { readonly start: number; readonly end: number; readonly score: number };

export type GapContext = {
  readonly language: Language;
  readonly use: NounUse;
  /** Stems that stand beside the card: its headings and its topic. A gap on one of them hides nothing. */
  readonly shown: ReadonlySet<string>;
  /** Stretches that the notes set off; they carry the fact where they are short. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
};

type Word = { readonly text: string; readonly folded: string; readonly start: number; readonly end: number };

/** A gap that scores less hides nothing worth knowing. */
const WORTH = 1.6;
/** In a sentence that only follows up on another, the fact has to stand out. */
export const FOLLOW_UP_WORTH = 2.4;

const WORD = /`[^`]+`|[\p{L}\p{N}][\p{L}\p{N}_'’.+#/%-]*[\p{L}\p{N}+#%]|[\p{L}\p{N}]/gu;
/** Adjectives that carry the fact together with their noun. */
const WITH_NOUN = /^(?:unic[oa]s?|mini|gran|doble|triple|principal|only|single|double|main)$/u;
const COORDINATION = /^\s(?:y|e|o|u|and|or)\s$/u;

type Sentence = {
  readonly text: string;
  readonly words: readonly Word[];
  /** Times each stem occurs. */
  readonly repeats: ReadonlyMap<string, number>;
  /** Index of the first verb, or -1. */
  readonly verb: number;
  /** Where "no tengo X, tengo Y" turns to what is so; 0 in any other sentence. */
  readonly deniedUntil: number;
};

function sentenceOf(text: string, language: Language): Sentence {
  const words = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const opening = words[/^(?:no|not)$/u.test(words[0]?.folded ?? '') ? 1 : 0];
  const isOpeningVerb = language === 'es' && opening !== undefined && SPANISH_FIRST_PERSON.has(opening.folded);
  const repeats = new Map<string, number>();
  for (const word of words) repeats.set(nounStem(word.folded), (repeats.get(nounStem(word.folded)) ?? 0) + 1);
  const verb = isOpeningVerb
    ? words.indexOf(opening)
    : words.findIndex((word) => isVerbForm(word.folded, language) && !SPANISH_NOUNS_TOO.has(word.folded));
  const denied = /^(?:no|not)\s/iu.test(text) ? Math.max(0, text.indexOf(',')) : 0;
  return {
    text,
    words,
    repeats,
    deniedUntil: denied,
    verb,
  };
}

export function isVerbForm(folded: string, language: Language): boolean {
  if (language === 'en') {
    return ENGLISH_THIRD_PERSON.has(folded) || ENGLISH_BE.has(folded) || ENGLISH_MODAL.has(folded);
  }
  return [SPANISH_BE, SPANISH_STAY, SPANISH_EXIST, SPANISH_MODAL, SPANISH_VERBS].some((forms) => forms.has(folded));
}

function isName(word: Word, index: number): boolean {
  if (/^\p{Lu}{2,}/u.test(word.text) || /\p{Ll}\p{Lu}/u.test(word.text)) return true;
  return index > 0 && /^\p{Lu}/u.test(word.text);
}

/** Words that can be hidden: no small words, no verbs, nothing that stands beside the card or twice in it. */
function isHideable(index: number, { words, repeats, verb }: Sentence, { language, shown }: GapContext): boolean {
  const word = words[index];
  if (!word) return false;
  if (/^\d/u.test(word.text) || word.text.startsWith('`')) return true;
  if (word.folded.length < 3 && !/^\p{Lu}+$/u.test(word.text)) return false;
  if (stopWordsOf(language).has(word.folded) || isVerbForm(word.folded, language)) return false;
  if (language === 'es' && words[index - 1]?.folded === 'se') return false;
  const stem = nounStem(word.folded);
  return !shown.has(stem) && index !== verb && repeats.get(stem) === 1;
}

function startsSentence(sentence: string, start: number): boolean {
  return /(?:^|[.!?:]\s+)$/u.test(sentence.slice(Math.max(0, start - 4), start));
}

function scoreOf(index: number, sentence: Sentence, context: GapContext): number {
  const all = sentence.words;
  const word = all[index];
  if (!word || !isHideable(index, sentence, context)) return 0;
  const { language, use, marks } = context;
  let score = 1 + Math.min(word.text.length, 12) / 12;
  if (/^\d/u.test(word.text)) score += /^(?:1\d|20)\d\d$/u.test(word.text) ? 4 : 2;
  else if (isName(word, startsSentence(sentence.text, word.start) ? 0 : index)) score += 3.5;
  if (word.text.startsWith('`')) score += 2;
  if (marks.some((mark) => mark.start <= word.start && word.end <= mark.end)) score += 3;
  const governor = governorOf(index, sentence, language);
  if (governor >= 0 && !/(?:mente|ly)$/u.test(word.folded)) score += governor === sentence.verb ? 1.5 : 0.5;
  if (/^(?:muy|very)$/u.test(all[index - 1]?.folded ?? '')) score += 0.8;
  if (index === all.length - 1) score += 0.4;
  if (word.start < sentence.deniedUntil) score -= 1.5;
  if (use.count(word.folded) <= 1) score += 0.5;
  if (/(?:mente|ly)$/u.test(word.folded)) score -= 0.8;
  return isWeak(index, all, language) ? score - 1.5 : score;
}

/** Words that only lead from a verb to its object. */
const LEADS_ON =
  /^(?:el|la|los|las|lo|un|una|unos|unas|al|del|de|su|sus|muy|mas|en|a|con|por|ciertos|ciertas|an|the|its|their|of|in|on|to|very)$/u;

/** The verb whose object or predicate the word opens, or -1. */
function governorOf(index: number, { words: all, verb }: Sentence, language: Language): number {
  let before = index - 1;
  while (before >= 0 && (LEADS_ON.test(all[before]?.folded ?? '') || WITH_NOUN.test(all[before]?.folded ?? '')))
    before -= 1;
  return before >= 0 && (before === verb || isVerbForm(all[before]?.folded ?? '', language)) ? before : -1;
}

/** Infinitives, participles and base forms say what is done, seldom what is worth knowing. */
function isWeak(index: number, all: readonly Word[], language: Language): boolean {
  const word = all[index]?.folded ?? '';
  const before = all[index - 1]?.folded ?? '';
  if (language === 'es')
    return (
      /\p{L}{2}[aei]r(?:se|l[oae]s?)?$/u.test(word) && SPANISH_INFINITIVES.has(word.replace(/(?:se|l[oae]s?)$/u, ''))
    );
  if (/^(?:a|an|the|of|its|their)$/u.test(before)) return false;
  return ENGLISH_BASE.has(word) || /(?:ed|ing)$/u.test(word);
}

/** The whole name, the adjective that belongs to it, or both halves of "privadas o públicas". */
function widened(index: number, sentence: Sentence, context: GapContext): { start: number; end: number } {
  const { words, text } = sentence;
  let first = index;
  let last = index;
  const between = (left: number, right: number) => text.slice(words[left]?.end ?? 0, words[right]?.start ?? 0);
  const isCapital = (at: number) => {
    const other = words[at];
    return other !== undefined && /^\p{Lu}/u.test(other.text) && !startsSentence(text, other.start);
  };
  const word = words[index];
  if (word && isName(word, startsSentence(text, word.start) ? 0 : index)) {
    while (isCapital(last + 1) && between(last, last + 1) === ' ') last += 1;
    while (isCapital(first - 1) && between(first - 1, first) === ' ') first -= 1;
  }
  if (first > 0 && WITH_NOUN.test(words[first - 1]?.folded ?? '') && between(first - 1, first) === ' ') first -= 1;
  const isPair =
    COORDINATION.test(` ${words[last + 1]?.text ?? ''} `) && between(last, last + 2).trim() === words[last + 1]?.text;
  if (
    first === last &&
    isPair &&
    isHideable(last + 2, sentence, context) &&
    closesAt(text, words[last + 2]?.end ?? 0)
  ) {
    last += 2;
  }
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

function closesAt(sentence: string, end: number): boolean {
  return /^\s*(?:[.,;:)!?]|$)/u.test(sentence.slice(end, end + 8));
}

/**
 * The place in a sentence that carries its fact: a year, a name, what the notes set off, what the verb is about;
 * never a small word, a verb, half a name or a word that stands beside the card. `null` where nothing is worth hiding.
 */
export function gapIn(text: string, context: GapContext): Gap | null {
  const sentence = sentenceOf(text, context.language);
  let best = -1;
  let score = 0;
  for (let index = 0; index < sentence.words.length; index += 1) {
    const here = scoreOf(index, sentence, context);
    if (here > score) {
      best = index;
      score = here;
    }
  }
  return score >= WORTH ? { ...widened(best, sentence, context), score } : null;
}
