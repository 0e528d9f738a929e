import type { Passage } from '../core/card.js';
import { addTo, memoize } from '../core/collections.js';
import { isGrammar } from '../language/function-words.js';
import { fold } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';
import { type Postings, SENTENCE_END } from './index/postings.js';
import type { Ranker } from './index/rank.js';
import type { Vocabulary } from './index/vocabulary.js';

/** The texts, and the names that they may mention. */
export type MentionIndex = {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
};

export type RelatedIndex = MentionIndex & {
  readonly passages: readonly Passage[];
  readonly ranker: Ranker;
  readonly groups: PassageGroups;
  readonly mentions: Mentions;
};

/** The passages whose name the text of a passage mentions. */
export type Mentions = (index: number) => ReadonlySet<number>;

/** Searches each text once, when it is first needed: some passages are related to many others. */
export function createMentions(index: MentionIndex): Mentions {
  return memoize((passage: number) => findMentions(passage, index));
}

/** The positions of the passages of each section, and of those below each heading. */
export type PassageGroups = {
  readonly sections: ReadonlyMap<string, readonly number[]>;
  readonly parents: ReadonlyMap<string, readonly number[]>;
};

/** Done once, since looking at all of 10,000 passages takes some milliseconds. */
export function groupPassages(passages: readonly Passage[]): PassageGroups {
  const sections = new Map<string, number[]>();
  const parents = new Map<string, number[]>();
  for (const [position, passage] of passages.entries()) {
    addTo(sections, passage.sectionId, position);
    const parent = parentOf(passage);
    if (parent !== '') addTo(parents, parent, position);
  }
  return { sections, parents };
}

/** The weight of each sign that passages are related; shared words give up to 1. */
const SIGN_WEIGHTS = { mentions: 1, mentionedBy: 0.6, sameSection: 0.5, sameParent: 0.25 } as const;
const WORDS_COMPARED = 12;
const CANDIDATES = 30;
const LONGEST_MENTION = 4;

/** The passages most related to one, best first, each title once; never the passage itself or one of the same title. */
export function relatedTo(index: number, limit: number, data: RelatedIndex): readonly Passage[] {
  const own = data.passages[index];
  if (!own) return [];
  const scores = scoreSharedWords(index, data);
  const add = (other: number, worth: number) => scores.set(other, (scores.get(other) ?? 0) + worth);
  for (const other of data.mentions(index)) add(other, SIGN_WEIGHTS.mentions);
  for (const other of [...scores.keys()]) if (data.mentions(other).has(index)) add(other, SIGN_WEIGHTS.mentionedBy);
  for (const other of data.groups.sections.get(own.sectionId) ?? []) add(other, SIGN_WEIGHTS.sameSection);
  for (const other of data.groups.parents.get(parentOf(own)) ?? []) {
    if (data.passages[other]?.sectionId !== own.sectionId) add(other, SIGN_WEIGHTS.sameParent);
  }
  const seen = new Set([fold(own.title).trim()]);
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .flatMap(([other]) => data.passages[other] ?? [])
    .filter(({ title }) => {
      const key = fold(title).trim();
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .slice(0, Math.max(0, limit));
}

function parentOf(passage: Passage): string {
  return passage.headings.slice(0, -1).join('\n');
}

/** Scores passages by the rarest words that they share with one, from 0 to 1. */
function scoreSharedWords(index: number, { postings, vocabulary, ranker }: RelatedIndex): Map<number, number> {
  const holders = (word: number) => (postings.starts[word + 1] ?? 0) - (postings.starts[word] ?? 0);
  const rarest = [...new Set(postings.tokens[index] ?? [])]
    .filter((word) => word !== SENTENCE_END && holders(word) > 1 && !isGrammar(vocabulary.words[word] ?? ''))
    .sort((a, b) => holders(a) - holders(b))
    .slice(0, WORDS_COMPARED);
  const terms = rarest.map((id) => ({
    word: vocabulary.words[id] ?? '',
    expansions: new Map([[id, { weight: 1, kind: 'same' as const }]]),
  }));
  const { ranked } = ranker.rank(terms, CANDIDATES);
  const most = ranked[0]?.score ?? 1;
  return new Map(ranked.map(({ passage, score }) => [passage, score / most]));
}

function findMentions(index: number, { postings, vocabulary, names }: MentionIndex): ReadonlySet<number> {
  const mentioned = new Set<number>();
  const tokens = postings.tokens[index] ?? new Uint32Array();
  for (let start = 0; start < tokens.length; start += 1) {
    const words: string[] = [];
    for (let at = start; at < Math.min(tokens.length, start + LONGEST_MENTION); at += 1) {
      const word = vocabulary.words[tokens[at] ?? SENTENCE_END];
      if (word === undefined) break;
      words.push(word);
      for (const { passage, strength } of names.numberless(words)) if (strength > 0.9) mentioned.add(passage);
    }
  }
  mentioned.delete(index);
  return mentioned;
}
