import { LANGUAGES, type Language } from '../../core/language.js';
import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';
import { cognateShape } from '../../language/cognate.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';
import { type GramIndex, indexGrams } from './grams.js';

/** Every word of the notes, once, and the ways to find it from another word. Words are known by their number. */
export type Vocabulary = {
  readonly words: readonly string[];
  idOf(word: string): number | undefined;
  /** Words with the same stem in a language. */
  withStem(stemmed: string, language: Language): readonly number[];
  /** Words that differ at most in their number: `capa` and `capas`. */
  withNumberless(numberless: string): readonly number[];
  /** Words with the same cognate shape. */
  withShape(shape: string): readonly number[];
  readonly likeSpelled: GramIndex;
  readonly likeShaped: GramIndex;
  readonly shapes: readonly string[];
};

export function* describeVocabulary(ids: ReadonlyMap<string, number>): Steps<Vocabulary> {
  const words = [...ids.keys()];
  const stems = new Map(LANGUAGES.map((language) => [language, new Map<string, number[]>()]));
  const numberless = new Map<string, number[]>();
  const shapeMembers = new Map<string, number[]>();
  for (const [id, word] of words.entries()) {
    for (const [language, members] of stems) listUnder(members, stem(word, language), id);
    listUnder(numberless, withoutNumber(word), id);
    listUnder(shapeMembers, cognateShape(word), id);
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
    likeSpelled: yield* indexGrams(words),
    likeShaped: yield* indexGrams(shapes),
  };
}

function listUnder(map: Map<string, number[]>, key: string, id: number): void {
  const known = map.get(key);
  if (known) known.push(id);
  else map.set(key, [id]);
}
