import { LANGUAGES, type Language } from '../../core/language.js';
import { cognateShape } from '../../language/cognate.js';
import { isGrammar } from '../../language/function-words.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';
import type { Glossary } from '../glossary/glossary.js';
import { repairEdits } from '../repair.js';
import type { Vocabulary } from './vocabulary.js';

/** How a word of the notes matches a word of the question. */
export type ExpansionKind = 'same' | 'translation' | 'typo';
export type Expansion = { readonly weight: number; readonly kind: ExpansionKind };
/** The words of the notes that match a word of the question, each with a weight from 0 to 1. */
export type Expansions = ReadonlyMap<number, Expansion>;

/** Measured on development data; the same for every deck. */
const WEIGHTS = {
  number: 0.97,
  stem: 0.95,
  foreignStem: 0.8,
  shape: 0.75,
  translation: 0.8,
  typo: 0.85,
  cognate: 0.7,
} as const;
const MAX_UNSTEMMED_LENGTH = 3;
/** Shorter shapes match too many words: "hello" is not "el". */
const MIN_SHAPE_LENGTH = 3;
const MIN_SIMILARITY = 0.3;
const MIN_COGNATE_LENGTH = 4;
const MIN_COGNATE_SIMILARITY = 0.6;
const MAX_CORRECTIONS = 4;

export type Expander = { expand(word: string): Expansions };

/** @param language the language that most of the notes are in */
export function createExpander(vocabulary: Vocabulary, glossary: Glossary, language: Language): Expander {
  return {
    expand(word) {
      const found = new Map<number, Expansion>();
      addInflections(found, word, vocabulary, language);
      const known = found.size > 0;
      addTranslations(found, word, vocabulary, glossary);
      addCognates(found, cognateShape(word), vocabulary);
      if (!known) addSimilarWords(found, word, vocabulary);
      return found;
    },
  };
}

/** An expander that expands each word once; for one query, whose words are looked up several times. */
export function memoizedExpander(expander: Expander): Expander {
  const known = new Map<string, Expansions>();
  return {
    expand(word) {
      const relatives = known.get(word) ?? expander.expand(word);
      known.set(word, relatives);
      return relatives;
    },
  };
}

function add(found: Map<number, Expansion>, id: number, weight: number, kind: ExpansionKind): void {
  if ((found.get(id)?.weight ?? 0) < weight) found.set(id, { weight, kind });
}

function isStemmable(vocabulary: Vocabulary, id: number): boolean {
  return (vocabulary.words[id]?.length ?? 0) > MAX_UNSTEMMED_LENGTH;
}

/** Adds the word itself and words with the same stem. */
function addInflections(found: Map<number, Expansion>, word: string, vocabulary: Vocabulary, language: Language): void {
  const exact = vocabulary.idOf(word);
  if (exact !== undefined) add(found, exact, 1, 'same');
  for (const id of vocabulary.withNumberless(withoutNumber(word))) add(found, id, WEIGHTS.number, 'same');
  // The stem of a short word is the beginning of too many words: "pod" is not a form of "podemos".
  if (word.length <= MAX_UNSTEMMED_LENGTH) return;
  for (const each of LANGUAGES) {
    const weight = each === language ? WEIGHTS.stem : WEIGHTS.foreignStem;
    for (const id of vocabulary.withStem(stem(word, each), each)) {
      if (isStemmable(vocabulary, id)) add(found, id, weight, 'same');
    }
  }
}

function addTranslations(
  found: Map<number, Expansion>,
  word: string,
  vocabulary: Vocabulary,
  glossary: Glossary,
): void {
  for (const { words, language } of glossary.renderings([word])) {
    const weight = WEIGHTS.translation / words.length;
    for (const each of words) {
      if (words.length > 1 && each.length < 4) continue;
      for (const id of vocabulary.withNumberless(withoutNumber(each))) add(found, id, weight, 'translation');
      for (const id of vocabulary.withStem(stem(each, language), language))
        add(found, id, weight * WEIGHTS.stem, 'translation');
    }
  }
}

/** Adds the same word in the other language's spelling. */
function addCognates(found: Map<number, Expansion>, shape: string, vocabulary: Vocabulary): void {
  if (shape.length < MIN_SHAPE_LENGTH) return;
  for (const id of vocabulary.withShape(shape)) add(found, id, WEIGHTS.shape, 'translation');
}

/** For a word that the notes lack, adds words within a few typos and similar spellings of the other language. */
function addSimilarWords(found: Map<number, Expansion>, word: string, vocabulary: Vocabulary): void {
  const shape = cognateShape(word);
  for (const [id, weight] of correctionsOf(word, vocabulary)) add(found, id, weight, 'typo');
  if (shape.length < MIN_COGNATE_LENGTH) return;
  for (const { index, similarity } of vocabulary.byShape.near(shape, MIN_COGNATE_SIMILARITY, MAX_CORRECTIONS)) {
    const like = vocabulary.shapes[index] ?? '';
    if (like.length < MIN_COGNATE_LENGTH) continue;
    for (const id of vocabulary.withShape(like)) {
      if (!isGrammar(vocabulary.words[id] ?? '')) add(found, id, WEIGHTS.cognate * similarity, 'translation');
    }
  }
}

/** Words of the notes within a few edits, the fewest first. */
function correctionsOf(word: string, vocabulary: Vocabulary): readonly (readonly [number, number])[] {
  if (/^\d+$/.test(word)) return [];
  const close = vocabulary.bySpelling
    .near(word, MIN_SIMILARITY, 40)
    .flatMap(({ index }): readonly (readonly [number, number])[] => {
      const distance = repairEdits(word, vocabulary.words[index] ?? '');
      return distance === null || isGrammar(vocabulary.words[index] ?? '') ? [] : [[index, distance]];
    });
  const fewest = Math.min(...close.map(([, distance]) => distance));
  return close
    .filter(([, distance]) => distance === fewest)
    .slice(0, MAX_CORRECTIONS)
    .map(([id, distance]) => [id, WEIGHTS.typo * (1 - distance / Math.max(word.length, 1))] as const);
}
