import type { Wanted } from '../../language/any/asking.js';
import { closeness, matchTerms } from './closeness.js';
import { definitionWorth } from './definitions.js';
import type { Postings } from './postings.js';
import { worthOf } from './shapes.js';
import type { Term } from './term.js';

export type RankedPassage = {
  readonly passage: number;
  readonly score: number;
  /** The share of the question that is found there, 0 to 1: rare words count more, uncertain matches less. */
  readonly coverage: number;
};
/** The passages, best first, and how rare each term is. */
export type Ranking = { readonly ranked: readonly RankedPassage[]; readonly rarities: readonly number[] };

export type Ranker = {
  /**
   * The passages with the best scores, best first.
   *
   * @param limit how many at most
   */
  rank(terms: readonly Term[], limit: number, question?: AskedOf): Ranking;
};
/** What is known of a question besides its terms. */
export type AskedOf = {
  /** It is in another language than the notes. */
  readonly isForeign: boolean;
  /** The words of what it is about. */
  readonly subject: ReadonlySet<string>;
  readonly wanted: ReadonlySet<Wanted>;
};

/** BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with its usual constants. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/**
 * For coverage: the power to which the weight of an uncertain match is raised, and the weight of a word that neither notes
 * nor glossary know. In a question in another language both count less against the notes, since the glossary may lack
 * the word. Measured: of the English questions that Spanish notes answer, 74 of 100 are answered instead of 61, while
 * those they do not answer are refused as often as in one language.
 */
const SAME_LANGUAGE = { doubt: 2, unknown: 1 } as const;
const OTHER_LANGUAGE = { doubt: 1.25, unknown: 0.6 } as const;
/** For how many of the best passages by words the sentences are scored too. */
const MAX_READ = 40;

/** One number for each passage; the arrays are reused, and all zero between questions. */
type Scratch = Readonly<Record<'score' | 'covered' | 'frequency' | 'surest', Float64Array>>;

const NOTHING_KNOWN: AskedOf = { isForeign: false, subject: new Set(), wanted: new Set() };

/** @param words the words of the notes by their numbers */
export function createRanker(postings: Postings, words: readonly string[]): Ranker {
  const zeros = () => new Float64Array(postings.passages);
  const scratch = { score: zeros(), covered: zeros(), frequency: zeros(), surest: zeros() };
  return {
    rank(terms, limit, { isForeign, subject, wanted } = NOTHING_KNOWN) {
      const { doubt, unknown } = isForeign ? OTHER_LANGUAGE : SAME_LANGUAGE;
      const touched = new Set<number>();
      const rarities = terms.map((term) => addTerm(term, touched, postings, scratch, doubt));
      const queryWeight = rarities.reduce((sum, rarity, at) => sum + rarity * (isUnknown(terms[at]) ? unknown : 1), 0);
      const byWords = collect(touched, queryWeight, scratch).sort(byScore);
      const matches = matchTerms(terms);
      const about = new Set([...terms.keys()].filter((at) => subject.has(terms[at]?.word ?? '')));
      const aboutWorth = [...about].reduce((sum, at) => sum + (rarities[at] ?? 0), 0);
      const read = byWords.slice(0, Math.max(limit, MAX_READ)).map((one) => {
        const tokens = postings.tokens[one.passage];
        const defined = aboutWorth * definitionWorth(tokens, matches, about, words);
        return { ...one, score: one.score + closeness(tokens, matches, rarities) + defined };
      });
      const best = read.reduce((most, { score }) => Math.max(most, score), 0);
      const ranked = read
        .map((one) => ({ ...one, score: one.score + best * worthOf(postings.shapes[one.passage], wanted) }))
        .sort(byScore)
        .slice(0, limit);
      return { ranked, rarities };
    },
  };
}

function isUnknown(term: Term | undefined): boolean {
  return term === undefined || term.expansions.size === 0;
}

function byScore(left: RankedPassage, right: RankedPassage): number {
  return right.score - left.score || left.passage - right.passage;
}

/** Adds one term to every passage that holds one of its expansions, as if they were one word; returns its rarity. */
function addTerm(
  { expansions }: Term,
  touched: Set<number>,
  postings: Postings,
  scratch: Scratch,
  doubt: number,
): number {
  const { score, covered, frequency, surest } = scratch;
  const holders: number[] = [];
  for (const [word, { weight }] of expansions) {
    const end = postings.starts[word + 1] ?? 0;
    for (let at = postings.starts[word] ?? 0; at < end; at += 1) {
      const passage = postings.holders[at] ?? 0;
      if (surest[passage] === 0) holders.push(passage);
      frequency[passage] = (frequency[passage] ?? 0) + weight * (postings.weights[at] ?? 0);
      surest[passage] = Math.max(surest[passage] ?? 0, weight);
    }
  }
  const rarity = Math.log(1 + (postings.passages - holders.length + 0.5) / (holders.length + 0.5));
  for (const passage of holders) {
    const length = (postings.lengths[passage] ?? 0) / postings.averageLength;
    const often = frequency[passage] ?? 0;
    const damped = often / (often + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length));
    score[passage] = (score[passage] ?? 0) + rarity * (SATURATION + 1) * damped;
    covered[passage] = (covered[passage] ?? 0) + rarity * (surest[passage] ?? 0) ** doubt;
    frequency[passage] = 0;
    surest[passage] = 0;
    touched.add(passage);
  }
  return rarity;
}

/** Takes the sums out of the scratch arrays and resets them to zero. */
function collect(touched: ReadonlySet<number>, queryWeight: number, { score, covered }: Scratch): RankedPassage[] {
  return [...touched].map((passage) => {
    const one = {
      passage,
      score: score[passage] ?? 0,
      coverage: queryWeight === 0 ? 0 : (covered[passage] ?? 0) / queryWeight,
    };
    score[passage] = 0;
    covered[passage] = 0;
    return one;
  });
}
