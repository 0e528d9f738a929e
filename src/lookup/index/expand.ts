import { allowedEdits, editDistance } from '../../core/edit-distance.js';
import { LANGUAGES, type Language } from '../../core/language.js';
import { cognateShape } from '../../language/cognate.js';
import { isGrammar } from '../../language/function-words.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';
import type { Glossary } from '../glossary/glossary.js';
import type { Vocabulary } from './vocabulary.js';

/** How a word of the notes comes to stand for a word of the question. */
export type Kinship = 'same' | 'translation' | 'typo';
export type Relative = { readonly weight: number; readonly kinship: Kinship };
/** The words of the notes that a word of the question can mean, each with how sure that is (0 to 1). */
export type Relatives = ReadonlyMap<number, Relative>;

/** Measured on development data; the same for every deck. */
const SURE = {
  number: 0.97,
  stem: 0.95,
  foreignStem: 0.8,
  shape: 0.75,
  translation: 0.8,
  typo: 0.85,
  cognate: 0.7,
} as const;
const LONGEST_STEMLESS = 3;
/** A shape of fewer letters is that of too many words: "hello" is no "el". */
const SHORTEST_SHAPE = 3;
const LEAST_LIKENESS = 0.3;
const SHORTEST_COGNATE = 4;
const LEAST_COGNATE = 0.6;
const MOST_REPAIRS = 4;

export type Expander = { relativesOf(word: string): Relatives };

/** @param language the language that most of the notes are in */
export function createExpander(vocabulary: Vocabulary, glossary: Glossary, language: Language): Expander {
  return {
    relativesOf(word) {
      const found = new Map<number, Relative>();
      addFamily(found, word, vocabulary, language);
      const known = found.size > 0;
      addTranslations(found, word, vocabulary, glossary);
      addShaped(found, cognateShape(word), vocabulary);
      if (!known) addLookalikes(found, word, vocabulary);
      return found;
    },
  };
}

/** The same answers, each worked out once: for the length of one query, whose words are looked up several times. */
export function remembering(expander: Expander): Expander {
  const known = new Map<string, Relatives>();
  return {
    relativesOf(word) {
      const relatives = known.get(word) ?? expander.relativesOf(word);
      known.set(word, relatives);
      return relatives;
    },
  };
}

function add(found: Map<number, Relative>, id: number, weight: number, kinship: Kinship): void {
  if ((found.get(id)?.weight ?? 0) < weight) found.set(id, { weight, kinship });
}

function isStemmable(vocabulary: Vocabulary, id: number): boolean {
  return (vocabulary.words[id]?.length ?? 0) > LONGEST_STEMLESS;
}

/** The word itself and those of the same stem. */
function addFamily(found: Map<number, Relative>, word: string, vocabulary: Vocabulary, language: Language): void {
  const exact = vocabulary.idOf(word);
  if (exact !== undefined) add(found, exact, 1, 'same');
  for (const id of vocabulary.withNumberless(withoutNumber(word))) add(found, id, SURE.number, 'same');
  // The stem of a short word is a syllable that too many words begin with: "pod" is no form of "podemos".
  if (word.length <= LONGEST_STEMLESS) return;
  for (const each of LANGUAGES) {
    const weight = each === language ? SURE.stem : SURE.foreignStem;
    for (const id of vocabulary.withStem(stem(word, each), each)) {
      if (isStemmable(vocabulary, id)) add(found, id, weight, 'same');
    }
  }
}

function addTranslations(found: Map<number, Relative>, word: string, vocabulary: Vocabulary, glossary: Glossary): void {
  for (const { words, language } of glossary.renderings([word])) {
    const weight = SURE.translation / words.length;
    for (const each of words) {
      if (words.length > 1 && each.length < 4) continue;
      for (const id of vocabulary.withNumberless(withoutNumber(each))) add(found, id, weight, 'translation');
      for (const id of vocabulary.withStem(stem(each, language), language))
        add(found, id, weight * SURE.stem, 'translation');
    }
  }
}

/** The same word in the other language's spelling. */
function addShaped(found: Map<number, Relative>, shape: string, vocabulary: Vocabulary): void {
  if (shape.length < SHORTEST_SHAPE) return;
  for (const id of vocabulary.withShape(shape)) add(found, id, SURE.shape, 'translation');
}

/** For a word that the notes do not have: slips of the finger and the other language's spelling. */
function addLookalikes(found: Map<number, Relative>, word: string, vocabulary: Vocabulary): void {
  const shape = cognateShape(word);
  for (const [id, weight] of repairsOf(word, vocabulary)) add(found, id, weight, 'typo');
  if (shape.length < SHORTEST_COGNATE) return;
  for (const { index, likeness } of vocabulary.likeShaped.near(shape, LEAST_COGNATE, MOST_REPAIRS)) {
    const like = vocabulary.shapes[index] ?? '';
    if (like.length < SHORTEST_COGNATE) continue;
    for (const id of vocabulary.withShape(like)) {
      if (!isGrammar(vocabulary.words[id] ?? '')) add(found, id, SURE.cognate * likeness, 'translation');
    }
  }
}

/** Words of the notes within a few edits, the fewest first. */
function repairsOf(word: string, vocabulary: Vocabulary): readonly (readonly [number, number])[] {
  const allowed = allowedEdits(word.length);
  if (allowed === 0 || /^\d+$/.test(word)) return [];
  const close = vocabulary.likeSpelled
    .near(word, LEAST_LIKENESS, 40)
    .map(({ index }) => [index, editDistance(word, vocabulary.words[index] ?? '', allowed)] as const)
    .filter(([id, distance]) => distance <= allowed && !isGrammar(vocabulary.words[id] ?? ''));
  const fewest = Math.min(...close.map(([, distance]) => distance));
  return close
    .filter(([, distance]) => distance === fewest)
    .slice(0, MOST_REPAIRS)
    .map(([id, distance]) => [id, SURE.typo * (1 - distance / Math.max(word.length, 1))] as const);
}
