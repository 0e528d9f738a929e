import type { Wanted } from '../language/any/asking.js';
import { isDenial } from '../language/any/denials.js';
import { isGrammar } from '../language/function-words.js';
import { fold } from '../language/search-words.js';
import { SENTENCE_END } from './index/postings.js';
import type { Term } from './index/term.js';

/** What speaks for and against a text as the answer to a question. */
export type Evidence = {
  /** The share of the question, by rarity, that its best sentence has, 0 to 1. */
  readonly said: number;
  /**
   * How firmly the words of the question are found: as they are or several of them, one by its translation, or one that
   * only looks like it.
   */
  readonly grip: 'firm' | 'translated' | 'guessed';
  /** A name or number of the question stands neither in that sentence nor beside it. */
  readonly lacksName: boolean;
  /** A word of a short question is none that the notes have, in any language. */
  readonly lacksWord: boolean;
  /** The question denies and the sentence does not. */
  readonly lacksDenial: boolean;
  /** When is asked, and no number stands there that the question does not say. */
  readonly lacksTime: boolean;
};

/** A question as it is compared with a text. */
export type ComparedQuestion = {
  readonly text: string;
  readonly words: readonly string[];
  readonly terms: readonly Term[];
  /** How rare each term is in the notes. */
  readonly rarities: readonly number[];
  readonly wanted: ReadonlySet<Wanted>;
};

/** In notes of a few sections no word is rare. */
const LEAST_RARITY = 1;
/** A less certain match of a name is none. */
const MIN_NAME_WEIGHT = 0.5;
/** As many letters at the beginning make a name the same in another spelling. */
const SAME_BEGINNING = 5;
/** In a question with more words one may be left out. */
const SHORT = 2;
const DIGIT = /\p{N}/u;

/** @param words the words of the notes by their numbers */
export function evidenceIn(tokens: Uint32Array, question: ComparedQuestion, words: readonly string[]): Evidence {
  const { terms, rarities, wanted } = question;
  const sentences = sentencesOf(tokens);
  const weights = rarities.map((rarity) => Math.max(rarity, LEAST_RARITY));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let said = 0;
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    const share = total === 0 ? 0 : sharedWeight(sentence, terms, weights) / total;
    if (share > said) [said, at] = [share, index];
  }
  const best = new Set([...(sentences[at] ?? [])].map((id) => words[id] ?? ''));
  const around = new Set(sentences.slice(Math.max(0, at - 1), at + 2).flatMap((sentence) => [...sentence]));
  const near = new Set([...around].map((id) => words[id] ?? ''));
  const title = new Set([...titleOf(tokens)].map((id) => words[id] ?? ''));
  return {
    said,
    grip: gripOf(terms, new Set(tokens)),
    lacksName: terms.some((term) => isName(term.word, question.text) && !holds(term, around, near)),
    lacksWord: terms.length <= SHORT && terms.some(({ expansions }) => expansions.size === 0),
    lacksDenial: question.words.some(isDenial) && ![...best].some(isDenial),
    lacksTime: wanted.has('time') && ![...near].some((word) => tellsTime(word, question.words, title)),
  };
}

/** A number that neither the question nor the title says: "section 3" tells no time. */
function tellsTime(word: string, asked: readonly string[], title: ReadonlySet<string>): boolean {
  return DIGIT.test(word) && !asked.includes(word) && !title.has(word);
}

function titleOf(tokens: Uint32Array): Uint32Array {
  return tokens.subarray(0, Math.max(0, tokens.indexOf(SENTENCE_END)));
}

/** The words of each sentence; the title is none, but belongs to each. */
function sentencesOf(tokens: Uint32Array): readonly ReadonlySet<number>[] {
  const title = titleOf(tokens);
  const sentences: Set<number>[] = [];
  let current = new Set<number>(title);
  for (const token of tokens.subarray(title.length + 1)) {
    if (token !== SENTENCE_END) {
      current.add(token);
    } else if (current.size > 0) {
      sentences.push(current);
      current = new Set(title);
    }
  }
  return [...sentences, current];
}

function sharedWeight(sentence: ReadonlySet<number>, terms: readonly Term[], weights: readonly number[]): number {
  return terms.reduce((sum, term, at) => sum + weightIn(term, sentence) * (weights[at] ?? 0), 0);
}

function gripOf(terms: readonly Term[], held: ReadonlySet<number>): Evidence['grip'] {
  const kinds = terms.flatMap(({ expansions }) => {
    const found = [...expansions].filter(([id]) => held.has(id)).sort(([, a], [, b]) => b.weight - a.weight);
    return found[0]?.[1].kind ?? [];
  });
  if (kinds.includes('same') || kinds.length > 1) return 'firm';
  return kinds[0] === 'translation' ? 'translated' : 'guessed';
}

function weightIn({ expansions }: Term, sentence: ReadonlySet<number>): number {
  let surest = 0;
  for (const [id, { weight }] of expansions) if (weight > surest && sentence.has(id)) surest = weight;
  return surest;
}

function holds(term: Term, ids: ReadonlySet<number>, words: ReadonlySet<string>): boolean {
  if (weightIn(term, ids) >= MIN_NAME_WEIGHT) return true;
  if (DIGIT.test(term.word) || term.word.length < SAME_BEGINNING) return false;
  const beginning = term.word.slice(0, SAME_BEGINNING);
  return [...words].some((word) => word.startsWith(beginning));
}

/** A word with a digit, or one with a capital letter that does not begin a sentence or question. */
function isName(word: string, text: string): boolean {
  if (DIGIT.test(word)) return true;
  if (isGrammar(word)) return false;
  return [...text.matchAll(/(?<=[\p{L}\p{N},;:)"'»”] )["'«“(]?(\p{Lu}[\p{L}\p{N}]*)/gu)].some(
    ({ 1: name = '' }) => fold(name) === word,
  );
}
