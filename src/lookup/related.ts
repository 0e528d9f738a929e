import type { Passage } from '../core/card.js';
import { isGrammar } from '../language/function-words.js';
import { fold } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';
import { type Postings, SENTENCE_END } from './index/postings.js';
import type { Ranker } from './index/rank.js';
import type { Vocabulary } from './index/vocabulary.js';

/** The texts, and the names that may stand in them. */
export type MentionParts = {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
};

export type RelatedParts = MentionParts & {
  readonly passages: readonly Passage[];
  readonly ranker: Ranker;
  readonly kin: Kin;
  readonly mentions: Mentions;
};

/** The passages whose name stands in the text of one. */
export type Mentions = (index: number) => ReadonlySet<number>;

/** Reads each text when it is first asked for: whatever is related to much is asked for again and again. */
export function rememberMentions(parts: MentionParts): Mentions {
  const known = new Map<number, ReadonlySet<number>>();
  return (index) => {
    const found = known.get(index) ?? mentionedIn(index, parts);
    known.set(index, found);
    return found;
  };
}

/** The positions of the passages of each section, and of those below each heading. */
export type Kin = {
  readonly sections: ReadonlyMap<string, readonly number[]>;
  readonly parents: ReadonlyMap<string, readonly number[]>;
};

/** Read once: with 10,000 passages each look at all of them would take some milliseconds. */
export function describeKin(passages: readonly Passage[]): Kin {
  const sections = new Map<string, number[]>();
  const parents = new Map<string, number[]>();
  const put = (groups: Map<string, number[]>, key: string, position: number): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  };
  for (const [position, passage] of passages.entries()) {
    put(sections, passage.sectionId, position);
    const parent = parentOf(passage);
    if (parent !== '') put(parents, parent, position);
  }
  return { sections, parents };
}

/** What each sign of kinship is worth; shared words give up to 1. */
const WORTH = { mentions: 1, mentionedBy: 0.6, sameSection: 0.5, sameParent: 0.25 } as const;
const WORDS_COMPARED = 12;
const CANDIDATES = 30;
const LONGEST_MENTION = 4;

/** The passages nearest to one, nearest first, each title once; never the passage itself nor its namesakes. */
export function relatedTo(index: number, limit: number, parts: RelatedParts): readonly Passage[] {
  const own = parts.passages[index];
  if (!own) return [];
  const scores = sharedWords(index, parts);
  const add = (other: number, worth: number) => scores.set(other, (scores.get(other) ?? 0) + worth);
  for (const other of parts.mentions(index)) add(other, WORTH.mentions);
  for (const other of [...scores.keys()]) if (parts.mentions(other).has(index)) add(other, WORTH.mentionedBy);
  for (const other of parts.kin.sections.get(own.sectionId) ?? []) add(other, WORTH.sameSection);
  for (const other of parts.kin.parents.get(parentOf(own)) ?? []) {
    if (parts.passages[other]?.sectionId !== own.sectionId) add(other, WORTH.sameParent);
  }
  const seen = new Set([fold(own.title).trim()]);
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .flatMap(([other]) => parts.passages[other] ?? [])
    .filter(({ title }) => {
      const key = fold(title).trim();
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .slice(0, Math.max(0, limit));
}

function parentOf(passage: Passage): string {
  return passage.headings.slice(0, -1).join('\n');
}

/** Passages with the same telling words, from 0 to 1. */
function sharedWords(index: number, { postings, vocabulary, ranker }: RelatedParts): Map<number, number> {
  const holders = (word: number) => (postings.starts[word + 1] ?? 0) - (postings.starts[word] ?? 0);
  const telling = [...new Set(postings.tokens[index] ?? [])]
    .filter((word) => word !== SENTENCE_END && holders(word) > 1 && !isGrammar(vocabulary.words[word] ?? ''))
    .sort((a, b) => holders(a) - holders(b))
    .slice(0, WORDS_COMPARED);
  const terms = telling.map((id) => ({
    word: vocabulary.words[id] ?? '',
    relatives: new Map([[id, { weight: 1, kinship: 'same' as const }]]),
  }));
  const ranked = ranker.rank(terms, CANDIDATES, false);
  const most = ranked[0]?.score ?? 1;
  return new Map(ranked.map(({ passage, score }) => [passage, score / most]));
}

function mentionedIn(index: number, { postings, vocabulary, names }: MentionParts): ReadonlySet<number> {
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
