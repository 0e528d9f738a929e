import {
  goesWithNoun,
  isAdverb,
  isDegree,
  isUnit,
  joinsTwo,
  leadsOn,
  linksName,
  opensDenial,
  opensSubject,
  takesNumber,
} from '../../language/any/gaps.js';
import type { Grammar } from '../../language/grammar.js';
import type { NounUse } from '../../language/nouns.js';
import { nounStem } from '../../language/number.js';
import { countWords, fold } from '../../language/text.js';
import type { Mark } from '../read/inline.js';

export type Gap = { readonly start: number; readonly end: number; readonly score: number };

export type GapContext = {
  readonly grammar: Grammar;
  readonly use: NounUse;
  /** Stems that stand beside the card: its headings and its topic. A gap on one of them hides nothing. */
  readonly shown: ReadonlySet<string>;
  /** Stretches that the notes set off; they carry the fact where they are short. */
  readonly marks: readonly Mark[];
  /** The sentence has a verb: it says something of what it names. */
  readonly isClause: boolean;
};

type Word = { readonly text: string; readonly folded: string; readonly start: number; readonly end: number };

/** A gap that scores less hides nothing worth knowing. */
const WORTH = 1.6;
/** A sentence needs so many words to say what its gap hides. */
const FEWEST_WORDS = 5;
/** What the notes set off carries the fact where it is short; a longer stretch is emphasis. */
const LONGEST_MARK_WORDS = 4;

const WORD =
  /`[^`]+`|[$€£]?\d+(?:[.,:/]\d+)+%?|[$€£]?\d+(?:\s?[-–]\s?\d+)?%?(?![\p{L}\p{N}_])|[\p{L}\p{N}][\p{L}\p{N}_'’.+#/%-]*[\p{L}\p{N}+#%]|[\p{L}\p{N}]/gu;
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

function sentenceOf(text: string, { sentences }: Grammar): Sentence {
  const words = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const opening = words[opensDenial(words[0]?.folded ?? '') ? 1 : 0];
  const isOpeningVerb = opening !== undefined && sentences.isFirstPerson(opening.folded);
  const repeats = new Map<string, number>();
  for (const word of words) repeats.set(nounStem(word.folded), (repeats.get(nounStem(word.folded)) ?? 0) + 1);
  const verb = isOpeningVerb ? words.indexOf(opening) : words.findIndex((word) => sentences.isSurelyVerb(word.folded));
  const denied = opensDenial(fold(/^\p{L}+(?=\s)/u.exec(text)?.[0] ?? '')) ? Math.max(0, text.indexOf(',')) : 0;
  return {
    text,
    words,
    repeats,
    deniedUntil: denied,
    verb,
  };
}

function isName(word: Word, index: number): boolean {
  if (/^\p{Lu}{2,}/u.test(word.text) || /\p{Ll}\p{Lu}/u.test(word.text)) return true;
  return index > 0 && /^\p{Lu}/u.test(word.text);
}

/** Words that can be hidden: no small words, no verbs, nothing that stands beside the card or twice in it. */
function isHideable(index: number, { words, repeats, verb }: Sentence, { grammar, shown }: GapContext): boolean {
  const word = words[index];
  if (!word) return false;
  if (/^\d/u.test(word.text) || word.text.startsWith('`')) return true;
  if (word.folded.length < 3 && !/^\p{Lu}+$/u.test(word.text)) return false;
  if (grammar.words.stopWords.has(word.folded) || grammar.sentences.isVerb(word.folded)) return false;
  if (grammar.sentences.holdsNext(words[index - 1]?.folded ?? '')) return false;
  const stem = nounStem(word.folded);
  return !shown.has(stem) && index !== verb && repeats.get(stem) === 1;
}

/** What the word stands for: "Layer 7", "Windows 10" and "paso 3" are names with a number, no amounts. */
function isAmount(word: Word, before: Word | undefined, text: string): boolean {
  if (!/^[$€£]?\d/u.test(word.text)) return false;
  const lead = text.slice(0, word.start);
  const isInside = lead.lastIndexOf('(') > lead.lastIndexOf(')') || /[~#.(/[-]$/u.test(lead);
  if (isInside && !/^(?:1\d|20)\d\d$/u.test(word.text)) return false;
  const isNumbered =
    before !== undefined &&
    text.slice(before.end, word.start) === ' ' &&
    (takesNumber(before.text) || /^\p{Lu}/u.test(before.text));
  return !isNumbered || /^(?:1\d|20)\d\d$/u.test(word.text);
}

function isMarked({ start, end }: Word, { marks }: GapContext, text: string): boolean {
  return marks.some(
    (mark) =>
      mark.kind !== 'math' &&
      mark.start > 0 &&
      mark.start <= start &&
      end <= mark.end &&
      countWords(text.slice(mark.start, mark.end)) <= LONGEST_MARK_WORDS,
  );
}

/** A gap that hides what can be known: an amount, a year, a name, what the notes set off. Any other word is a guess. */
function isTelling(index: number, { words, text }: Sentence, context: GapContext): boolean {
  const word = words[index];
  if (!word || context.marks.some(({ kind, start, end }) => kind === 'math' && start <= word.start && word.end <= end))
    return false;
  if (isAmount(word, words[index - 1], text)) return true;
  if (/^[$€£]?\d/u.test(word.text)) return false;
  if (isMarked(word, context, text)) return context.isClause || words.length > FEWEST_WORDS;
  // "45 Gbps" is an amount and "Capa 7" a name with its number: neither is to be cut in two.
  if ([words[index - 1], words[index + 1]].some((beside) => /^[$€£]?\d/u.test(beside?.text ?? ''))) return false;
  const isClause = context.isClause || words.some((other) => context.grammar.sentences.isVerb(other.folded));
  const isSubject = index === 0 || (index === 1 && opensSubject(words[0]?.folded ?? ''));
  return (
    isClause && !isSubject && /\p{Ll}{2}/u.test(word.text) && isName(word, startsSentence(text, word.start) ? 0 : index)
  );
}

function startsSentence(sentence: string, start: number): boolean {
  return /(?:^|[.!?:]\s+)$/u.test(sentence.slice(Math.max(0, start - 4), start));
}

function scoreOf(index: number, sentence: Sentence, context: GapContext): number {
  const all = sentence.words;
  const word = all[index];
  if (!word || !isHideable(index, sentence, context)) return 0;
  const { grammar, use } = context;
  let score = 1 + Math.min(word.text.length, 12) / 12;
  if (/^\d/u.test(word.text)) score += /^(?:1\d|20)\d\d$/u.test(word.text) ? 4 : 2;
  else if (isName(word, startsSentence(sentence.text, word.start) ? 0 : index))
    score += /\p{Ll}/u.test(word.text) ? 3.5 : 1.5;
  if (word.text.startsWith('`')) score += 2;
  if (isMarked(word, context, sentence.text)) score += 3;
  const governor = governorOf(index, sentence, grammar);
  if (governor >= 0 && !isAdverb(word.folded)) score += governor === sentence.verb ? 1.5 : 0.5;
  if (isDegree(all[index - 1]?.folded ?? '')) score += 0.8;
  if (index === all.length - 1) score += 0.4;
  if (word.start < sentence.deniedUntil) score -= 1.5;
  if (use.count(word.folded) <= 1) score += 0.5;
  if (isAdverb(word.folded)) score -= 0.8;
  const isWeak = grammar.sentences.saysWhatIsDone(word.folded, all[index - 1]?.folded ?? '');
  return isWeak ? score - 1.5 : score;
}

/** The verb whose object or predicate the word opens, or -1. */
function governorOf(index: number, { words: all, verb }: Sentence, { sentences }: Grammar): number {
  let before = index - 1;
  while (before >= 0 && (leadsOn(all[before]?.folded ?? '') || goesWithNoun(all[before]?.folded ?? ''))) before -= 1;
  return before >= 0 && (before === verb || sentences.isVerb(all[before]?.folded ?? '')) ? before : -1;
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
    const reach = (at: number, step: 1 | -1): number => {
      const near = at + step;
      const far = near + step;
      const gap = (a: number, b: number) => (step > 0 ? between(a, b) : between(b, a));
      if (isCapital(near) && gap(at, near) === ' ') return near;
      const isLinked =
        linksName(words[near]?.text ?? '') && isCapital(far) && gap(at, near) === ' ' && gap(near, far) === ' ';
      return isLinked ? far : at;
    };
    for (let next = reach(last, 1); next !== last; next = reach(last, 1)) last = next;
    for (let next = reach(first, -1); next !== first; next = reach(first, -1)) first = next;
  }
  const mark =
    word && isMarked(word, context, text)
      ? context.marks.find(({ start, end }) => start <= word.start && word.end <= end)
      : undefined;
  if (mark) return { start: mark.start, end: mark.start + text.slice(mark.start, mark.end).trimEnd().length };
  if (word && /^\d/u.test(word.text) && isUnit(words[last + 1]?.text ?? '') && between(last, last + 1) === ' ')
    last += 1;
  if (first > 0 && goesWithNoun(words[first - 1]?.folded ?? '') && between(first - 1, first) === ' ') first -= 1;
  const isPair = joinsTwo(words[last + 1]?.text ?? '') && between(last, last + 2).trim() === words[last + 1]?.text;
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
 * The place in a sentence that carries its fact: an amount, a year, a name, what the notes set off; never a small word,
 * a verb, half a name, a word that stands beside the card, or one that could be any other. `null` where nothing is
 * worth hiding.
 */
export function gapIn(text: string, context: GapContext): Gap | null {
  const sentence = sentenceOf(text, context.grammar);
  if (sentence.words.length < FEWEST_WORDS) return null;
  let best = -1;
  let score = 0;
  for (let index = 0; index < sentence.words.length; index += 1) {
    const here = isTelling(index, sentence, context) ? scoreOf(index, sentence, context) : 0;
    if (here > score) {
      best = index;
      score = here;
    }
  }
  return score >= WORTH ? { ...widened(best, sentence, context), score } : null;
}
