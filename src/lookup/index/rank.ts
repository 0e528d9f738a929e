import { closeness, meaningsOf } from './closeness.js';
import type { Postings } from './postings.js';
import type { Term } from './term.js';

export type Ranked = {
  readonly passage: number;
  readonly score: number;
  /** How much of what is asked is found there, 0 to 1: rare words count more, unsure readings of a word less. */
  readonly coverage: number;
};
export type Ranker = {
  /**
   * The passages that answer best, best first.
   *
   * @param isForeign the question is in another language than the notes
   */
  rank(terms: readonly Term[], limit: number, isForeign: boolean): readonly Ranked[];
};

/** BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with its usual constants. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/**
 * How coverage judges a reading of a word that is not sure (a power of its sureness), and what a word counts that
 * notes and glossary know nothing of. In a foreign question both say less against the notes: the glossary may just
 * lack the word. Measured: of the English questions that Spanish notes answer, 74 of 100 are answered instead of 61,
 * while those they do not answer are refused as often as in one language.
 */
const OWN = { doubt: 2, unknown: 1 } as const;
const FOREIGN = { doubt: 1.25, unknown: 0.6 } as const;
/** How many of the best by words alone are read for their sentences. */
const READ = 40;

/** Room for one number a passage, kept between questions and left at zero after each. */
type Scratch = Readonly<Record<'score' | 'covered' | 'frequency' | 'surest', Float64Array>>;

export function createRanker(postings: Postings): Ranker {
  const room = () => new Float64Array(postings.passages);
  const scratch = { score: room(), covered: room(), frequency: room(), surest: room() };
  return {
    rank(terms, limit, isForeign) {
      const { doubt, unknown } = isForeign ? FOREIGN : OWN;
      const touched = new Set<number>();
      const rarities = terms.map((term) => addTerm(term, touched, postings, scratch, doubt));
      const asked = rarities.reduce((sum, rarity, at) => sum + rarity * (isUnknown(terms[at]) ? unknown : 1), 0);
      const byWords = collect(touched, asked, scratch).sort(byScore);
      const meanings = meaningsOf(terms);
      return byWords
        .slice(0, Math.max(limit, READ))
        .map((one) => ({ ...one, score: one.score + closeness(postings.tokens[one.passage], meanings, rarities) }))
        .sort(byScore)
        .slice(0, limit);
    },
  };
}

function isUnknown(term: Term | undefined): boolean {
  return term === undefined || term.relatives.size === 0;
}

function byScore(left: Ranked, right: Ranked): number {
  return right.score - left.score || left.passage - right.passage;
}

/** Adds one term to every passage that holds one of its relatives, as if they were one word; returns its rarity. */
function addTerm(
  { relatives }: Term,
  touched: Set<number>,
  postings: Postings,
  scratch: Scratch,
  doubt: number,
): number {
  const { score, covered, frequency, surest } = scratch;
  const holders: number[] = [];
  for (const [word, { weight }] of relatives) {
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

/** Takes the sums out of the scratch room and leaves it clean. */
function collect(touched: ReadonlySet<number>, asked: number, { score, covered }: Scratch): Ranked[] {
  return [...touched].map((passage) => {
    const one = {
      passage,
      score: score[passage] ?? 0,
      coverage: asked === 0 ? 0 : (covered[passage] ?? 0) / asked,
    };
    score[passage] = 0;
    covered[passage] = 0;
    return one;
  });
}
