import { allowedEdits, editDistance } from '../../core/edit-distance.js';
import { askedIdea } from '../../language/asked-idea.js';
import { fold } from '../../language/search-words.js';
import type { Glossary } from '../glossary/glossary.js';
import type { Expander } from '../index/expand.js';
import type { Vocabulary } from '../index/vocabulary.js';
import { repairEdits } from '../repair.js';
import { alignNames } from './align.js';
import type { NameIndex } from './name-index.js';
import type { Name } from './names.js';

export type ConceptMatch = 'title' | 'alias' | 'translation' | 'typo';
export type ConceptHit = { readonly passage: number; readonly score: number; readonly match: ConceptMatch };
export type ConceptIndex = {
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
  readonly glossary: Glossary;
};

/** The score of a name for each way in which it can be found, the surest first. */
const MATCH_SCORE = {
  verbatim: 1,
  exact: 1,
  signless: 0.99,
  number: 0.98,
  translation: 0.92,
  aligned: 0.9,
  stem: 0.88,
  typo: 0.88,
} as const;
/** More words are a question, not a name. */
const LONGEST_NAME = 12;
const MIN_SIMILARITY = 0.3;
const MOST_COMPARED = 40;

type Finding = { readonly name: Name; readonly score: number; readonly match: ConceptMatch };

/** The passages that a query names, each with its best score, unsorted. Texts that mention it are not searched. */
export function findConcepts(query: string, words: readonly string[], index: ConceptIndex): readonly ConceptHit[] {
  const idea = askedIdea(words);
  // Words are without signs, so a query with signs matches its verbatim title first: `C#` before the C of C++.
  const isPlain = words.join(' ') === fold(query).trim();
  const findings = [
    ...toFindings(index.names.verbatim(query), MATCH_SCORE.verbatim),
    ...toFindings(index.names.exactly(words), isPlain ? MATCH_SCORE.exact : MATCH_SCORE.signless),
    ...toFindings(index.names.exactly(idea), MATCH_SCORE.signless),
    ...findIndirectly(words, index),
    ...findIndirectly(idea, index),
    ...findMisspelled(idea, index),
  ];
  const best = new Map<number, ConceptHit>();
  for (const { name, score: matchScore, match } of findings) {
    const score = matchScore * name.strength;
    const known = best.get(name.passage);
    if (!known || known.score < score) best.set(name.passage, { passage: name.passage, score, match });
  }
  return [...best.values()];
}

function toFindings(names: readonly Name[], score: number): readonly Finding[] {
  return names.map((name) => ({ name, score, match: name.kind }));
}

function findIndirectly(
  words: readonly string[],
  { names, vocabulary, expander, glossary }: ConceptIndex,
): readonly Finding[] {
  if (words.length === 0 || words.length > LONGEST_NAME) return [];
  const translated = glossary
    .renderings(words)
    .flatMap((rendering) => [...names.exactly(rendering.words), ...names.numberless(rendering.words)]);
  const aligned = alignNames(words, names, expander, vocabulary);
  return [
    ...toFindings([...names.unspaced(words), ...names.numberless(words)], MATCH_SCORE.number),
    ...translated.map((name): Finding => ({ name, score: MATCH_SCORE.translation, match: 'translation' })),
    ...aligned.map(
      ({ name, share, kind }): Finding => ({
        name,
        score: MATCH_SCORE.aligned * share,
        match: kind === 'same' ? name.kind : kind,
      }),
    ),
    ...toFindings(names.stemmed(words), MATCH_SCORE.stem),
  ];
}

/** Names within a few typos of the words, where the notes lack one of the words. */
function findMisspelled(words: readonly string[], { names, vocabulary }: ConceptIndex): readonly Finding[] {
  const text = words.join(' ');
  const allowed = allowedEdits(text.length);
  const isTyped = words.length <= LONGEST_NAME && words.some((word) => vocabulary.idOf(word) === undefined);
  if (!isTyped || allowed === 0) return [];
  return names.bySpelling.near(text, MIN_SIMILARITY, MOST_COMPARED).flatMap(({ index }): readonly Finding[] => {
    const name = names.names[index];
    const spelling = names.spellings[index] ?? '';
    const distance = editDistance(text, spelling, allowed);
    if (!name || distance > allowed || !isWordwiseClose(words, name.words)) return [];
    return [{ name, score: MATCH_SCORE.typo * (1 - distance / Math.max(text.length, spelling.length)), match: 'typo' }];
  });
}

/** Whether each word is within its own limit of typos, since a long phrase allows more than one word does. */
function isWordwiseClose(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return true;
  return left.every((word, at) => word === right[at] || repairEdits(word, right[at] ?? '') !== null);
}
