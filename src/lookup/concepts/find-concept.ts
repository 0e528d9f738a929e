import { allowedEdits, editDistance } from '../../core/edit-distance.js';
import { askedIdea } from '../../language/asked-idea.js';
import { fold } from '../../language/search-words.js';
import type { Glossary } from '../glossary/glossary.js';
import type { Expander } from '../index/expand.js';
import type { Vocabulary } from '../index/vocabulary.js';
import { alignNames } from './align.js';
import type { NameIndex } from './name-index.js';
import type { Name } from './names.js';

export type ConceptMatch = 'title' | 'alias' | 'translation' | 'typo';
export type ConceptHit = { readonly passage: number; readonly score: number; readonly match: ConceptMatch };
export type ConceptParts = {
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
  readonly glossary: Glossary;
};

/** The rungs of the ladder, surest first: what a name is worth where it was found on this one. */
const RUNG = {
  verbatim: 1,
  exact: 1,
  signless: 0.99,
  number: 0.98,
  translation: 0.92,
  aligned: 0.9,
  stem: 0.88,
  typo: 0.88,
} as const;
/** What is longer is a question about things, not the name of one. */
const LONGEST_NAME = 12;
const LEAST_LIKENESS = 0.3;
const MOST_COMPARED = 40;

type Finding = { readonly name: Name; readonly worth: number; readonly match: ConceptMatch };

/** The passages that a query names, each with its best rung, unsorted. Texts that mention it are another matter. */
export function findConcepts(query: string, words: readonly string[], parts: ConceptParts): readonly ConceptHit[] {
  const idea = askedIdea(words);
  // Words know no signs: `C#` is the title C# before it is the C of C++.
  const isPlain = words.join(' ') === fold(query).trim();
  const findings = [
    ...as(parts.names.verbatim(query), RUNG.verbatim),
    ...as(parts.names.exactly(words), isPlain ? RUNG.exact : RUNG.signless),
    ...as(parts.names.exactly(idea), RUNG.signless),
    ...climb(words, parts),
    ...climb(idea, parts),
    ...bySpelling(idea, parts),
  ];
  const best = new Map<number, ConceptHit>();
  for (const { name, worth, match } of findings) {
    const score = worth * name.strength;
    const known = best.get(name.passage);
    if (!known || known.score < score) best.set(name.passage, { passage: name.passage, score, match });
  }
  return [...best.values()];
}

function as(names: readonly Name[], worth: number): readonly Finding[] {
  return names.map((name) => ({ name, worth, match: name.kind }));
}

function climb(words: readonly string[], { names, vocabulary, expander, glossary }: ConceptParts): readonly Finding[] {
  if (words.length === 0 || words.length > LONGEST_NAME) return [];
  const translated = glossary
    .renderings(words)
    .flatMap((rendering) => [...names.exactly(rendering.words), ...names.numberless(rendering.words)]);
  const aligned = alignNames(words, names, expander, vocabulary);
  return [
    ...as([...names.unspaced(words), ...names.numberless(words)], RUNG.number),
    ...translated.map((name): Finding => ({ name, worth: RUNG.translation, match: 'translation' })),
    ...aligned.map(
      ({ name, share, kinship }): Finding => ({
        name,
        worth: RUNG.aligned * share,
        match: kinship === 'same' ? name.kind : kinship,
      }),
    ),
    ...as(names.stemmed(words), RUNG.stem),
  ];
}

/** Names within a few slips of the finger, for what the notes do not have as it is typed. */
function bySpelling(words: readonly string[], { names, vocabulary }: ConceptParts): readonly Finding[] {
  const text = words.join(' ');
  const allowed = allowedEdits(text.length);
  const isTyped = words.length <= LONGEST_NAME && words.some((word) => vocabulary.idOf(word) === undefined);
  if (!isTyped || allowed === 0) return [];
  return names.likeSpelled.near(text, LEAST_LIKENESS, MOST_COMPARED).flatMap(({ index }): readonly Finding[] => {
    const name = names.names[index];
    const spelling = names.spellings[index] ?? '';
    const distance = editDistance(text, spelling, allowed);
    if (!name || distance > allowed || !isWordwiseClose(words, name.words)) return [];
    return [{ name, worth: RUNG.typo * (1 - distance / Math.max(text.length, spelling.length)), match: 'typo' }];
  });
}

/** A long phrase has room for many slips, but no single word may become another one. */
function isWordwiseClose(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return true;
  return left.every((word, at) => {
    const allowed = Math.max(1, allowedEdits(word.length));
    return editDistance(word, right[at] ?? '', allowed) <= allowed;
  });
}
