import { addTo } from '../../core/collections.js';
import { LANGUAGES, type Language } from '../../core/language.js';
import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';
import { cognateShape } from '../../language/cognate.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';
import { type GramIndex, indexGrams } from './grams.js';

/** Every word of the notes, once, with the ways to find it from another word. Words are identified by their number. */
export type Vocabulary = {
  readonly words: readonly string[];
  idOf(word: string): number | undefined;
  /** Words with the same stem in a language. */
  withStem(stemmed: string, language: Language): readonly number[];
  /** Words that differ at most in their number: `capa` and `capas`. */
  withNumberless(numberless: string): readonly number[];
  /** Words with the same cognate shape. */
  withShape(shape: string): readonly number[];
  readonly bySpelling: GramIndex;
  readonly byShape: GramIndex;
  readonly shapes: readonly string[];
};

export function* indexVocabulary(ids: ReadonlyMap<string, number>): Steps<Vocabulary> {
  const words = [...ids.keys()];
  const stems = new Map(LANGUAGES.map((language) => [language, new Map<string, number[]>()]));
  const numberless = new Map<string, number[]>();
  const shapeMembers = new Map<string, number[]>();
  for (const [id, word] of words.entries()) {
    for (const [language, members] of stems) addTo(members, stem(word, language), id);
    addTo(numberless, withoutNumber(word), id);
    addTo(shapeMembers, cognateShape(word), id);
    if (id % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
  }
  const shapes = [...shapeMembers.keys()];
  return {
    words,
    shapes,
    idOf: (word) => ids.get(word),
    withStem: (stemmed, language) => stems.get(language)?.get(stemmed) ?? [],
    withNumberless: (key) => numberless.get(key) ?? [],
    withShape: (shape) => shapeMembers.get(shape) ?? [],
    bySpelling: yield* indexGrams(words),
    byShape: yield* indexGrams(shapes),
  };
}
