import type { Card, StoredCard } from '../core/card.js';
import { groupBy, memoize } from '../core/collections.js';
import type { CardId } from '../core/ids.js';
import { findCandidates, type MatchCandidate } from './candidates.js';
import { readCardWords } from './card-words.js';
import { matchByContent, matchUniquePairs } from './match-exact.js';
import type { Matches } from './neighbours.js';

/** A card of the notes, by its index, that may be one of several stored cards, the most similar first. */
export type UnclearMatch = { readonly index: number; readonly candidates: readonly StoredCard[] };

/** A person's decision about an unclear card: which stored one it is, or that it is new. */
export type Decision = { readonly kind: 'same'; readonly card: CardId } | { readonly kind: 'new' };

/** Scores this close do not decide between two cards. */
const SCORE_TIE = 0.04;
/** With more unmatched cards on both sides than this, the second pass only compares the pairs of the first. */
const LARGE_DECK = 1000;
/** Candidates shown to a person, at most. */
const MAX_CHOICES = 5;

/** Matches the most similar pairs first; no card is matched twice. */
function matchByLikeness(candidates: readonly MatchCandidate[], matches: Matches): readonly MatchCandidate[] {
  const taken = new Set([...matches.values()]);
  const chosen: MatchCandidate[] = [];
  for (const candidate of candidates) {
    if (candidate.verdict === 'perhaps' || matches.has(candidate.index) || taken.has(candidate.before)) continue;
    matches.set(candidate.index, candidate.before);
    taken.add(candidate.before);
    chosen.push(candidate);
  }
  return chosen;
}

/**
 * Finds the cards that a person should look at. A match is withdrawn where an unmatched stored card is about as similar;
 * a card whose term was replaced keeps its match and is listed too.
 */
function findUnclear(
  candidates: readonly MatchCandidate[],
  chosen: readonly MatchCandidate[],
  matches: Matches,
): readonly UnclearMatch[] {
  const groups = groupBy(candidates, ({ index }) => index);
  const taken = new Set([...matches.values()]);
  const unclear: UnclearMatch[] = [];
  const ask = (index: number, choices: readonly MatchCandidate[]) =>
    unclear.push({ index, candidates: [...new Set(choices.map(({ before }) => before))].slice(0, MAX_CHOICES) });
  const settled = new Set(chosen.map(({ index }) => index));
  for (const match of chosen) {
    const free = (groups.get(match.index) ?? []).filter(({ before }) => !taken.has(before));
    const rivals = free.filter(({ verdict, score }) => verdict === 'same' && score >= match.score - SCORE_TIE);
    if (rivals.length > 0) matches.delete(match.index);
    if (rivals.length > 0 || match.verdict === 'renamed') ask(match.index, [match, ...rivals]);
  }
  for (const [index, group] of groups) {
    if (settled.has(index) || matches.has(index)) continue;
    const free = group.filter(({ before }) => !taken.has(before) && !before.paused);
    if (free.length > 0) ask(index, free);
  }
  return unclear;
}

/**
 * Finds which stored card each card of the notes is: by content, then by id, position and similarity.
 *
 * @param orphans cards of other decks that are no longer in any notes: matched where the text is the same
 */
export function matchCards(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  orphans: readonly StoredCard[],
): { readonly matches: Matches; readonly questions: readonly UnclearMatch[] } {
  const matches: Matches = new Map();
  matchByContent(stored, fresh, matches);
  if (orphans.length > 0) matchByContent(orphans, fresh, matches);
  if (matches.size === fresh.length) return { matches, questions: [] };
  const wordsOf = memoize(readCardWords);
  matchUniquePairs(stored, fresh, matches, wordsOf);
  const first = findCandidates(stored, fresh, matches, wordsOf);
  const confident = matchByLikeness(first, matches);
  // The matches so far show which headings were renamed and which cards are neighbours.
  const isLarge = fresh.length - matches.size > LARGE_DECK && stored.length - matches.size > LARGE_DECK;
  const second = findCandidates(stored, fresh, matches, wordsOf, isLarge ? first : undefined);
  const candidates = [...first, ...second].sort((a, b) => b.score - a.score);
  const chosen = [...confident, ...matchByLikeness(second, matches)];
  const unclear = findUnclear(candidates, chosen, matches);
  return { matches, questions: [...unclear].sort((a, b) => a.index - b.index) };
}

/** Applies a person's decisions to the matches; returns the unclear cards that have none. */
export function applyDecisions(
  unclear: readonly UnclearMatch[],
  matches: Matches,
  decisionOf: (index: number) => Decision | undefined,
): readonly UnclearMatch[] {
  const open: UnclearMatch[] = [];
  const taken = new Set([...matches.values()]);
  for (const match of unclear) {
    const decision = decisionOf(match.index);
    const current = matches.get(match.index);
    const wanted = decision?.kind === 'same' ? decision.card : null;
    const chosen = match.candidates.find((card) => card.id === wanted && (card === current || !taken.has(card)));
    if (chosen === undefined && decision?.kind !== 'new') {
      open.push(match);
      continue;
    }
    if (current) taken.delete(current);
    matches.delete(match.index);
    if (chosen) {
      taken.add(chosen);
      matches.set(match.index, chosen);
    }
  }
  return open;
}
