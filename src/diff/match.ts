import type { Card, StoredCard } from '../core/card.js';
import type { CardId } from '../core/ids.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { matchByContent, matchTheOnlyOnes, remembered } from './equal.js';
import type { Matches } from './neighbours.js';
import { wordsOfCard } from './words.js';

/** A card of the notes, by its index, about which a person should say which stored card it is, the likeliest first. */
export type Question = { readonly fresh: number; readonly candidates: readonly StoredCard[] };

/** What a person said of an unclear card: which stored one it is, or that it is new. */
export type Decision = { readonly kind: 'same'; readonly card: CardId } | { readonly kind: 'new' };

/** Scores so close say nothing about which of two cards is meant. */
const ABOUT_EQUAL = 0.04;
/** With more cards left on both sides than this, the second look is at what the first one found. */
const MUCH = 1000;
/** Candidates that a person is shown at most. */
const SHOWN = 5;

/** The likeliest pairs first; nothing is matched twice. */
function matchByLikeness(candidates: readonly Candidate[], matches: Matches): readonly Candidate[] {
  const taken = new Set([...matches.values()]);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.verdict === 'perhaps' || matches.has(candidate.fresh) || taken.has(candidate.before)) continue;
    matches.set(candidate.fresh, candidate.before);
    taken.add(candidate.before);
    chosen.push(candidate);
  }
  return chosen;
}

function grouped(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.fresh);
    if (group) group.push(candidate);
    else groups.set(candidate.fresh, [candidate]);
  }
  return groups;
}

/**
 * Finds what a person should look at. A match is taken back where another stored card, which nothing else wants, is
 * about as like; a card whose term was replaced keeps its match and is asked about.
 */
function questionsOf(
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  matches: Matches,
): readonly Question[] {
  const groups = grouped(candidates);
  const taken = new Set([...matches.values()]);
  const questions: Question[] = [];
  const ask = (fresh: number, asked: readonly Candidate[]) =>
    questions.push({ fresh, candidates: [...new Set(asked.map(({ before }) => before))].slice(0, SHOWN) });
  const settled = new Set(chosen.map(({ fresh }) => fresh));
  for (const match of chosen) {
    const free = (groups.get(match.fresh) ?? []).filter(({ before }) => !taken.has(before));
    const rivals = free.filter(({ verdict, score }) => verdict === 'same' && score >= match.score - ABOUT_EQUAL);
    if (rivals.length > 0) matches.delete(match.fresh);
    if (rivals.length > 0 || match.verdict === 'renamed') ask(match.fresh, [match, ...rivals]);
  }
  for (const [fresh, group] of groups) {
    if (settled.has(fresh) || matches.has(fresh)) continue;
    const free = group.filter(({ before }) => !taken.has(before) && !before.paused);
    if (free.length > 0) ask(fresh, free);
  }
  return questions;
}

/**
 * Says which stored card each card of the notes is: by content, then by id, place and likeness.
 *
 * @param elsewhere cards of other decks that are in no notes any more: taken where the words are the same
 */
export function matchCards(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  elsewhere: readonly StoredCard[],
): { readonly matches: Matches; readonly questions: readonly Question[] } {
  const matches: Matches = new Map();
  matchByContent(stored, fresh, matches);
  if (elsewhere.length > 0) matchByContent(elsewhere, fresh, matches);
  if (matches.size === fresh.length) return { matches, questions: [] };
  const wordsOf = remembered(wordsOfCard);
  matchTheOnlyOnes(stored, fresh, matches, wordsOf);
  const first = candidatesOf(stored, fresh, matches, wordsOf);
  const found = matchByLikeness(first, matches);
  // What was found tells which headings became which, and who stands beside whom.
  const isMuch = fresh.length - matches.size > MUCH && stored.length - matches.size > MUCH;
  const second = candidatesOf(stored, fresh, matches, wordsOf, isMuch ? first : undefined);
  const candidates = [...first, ...second].sort((a, b) => b.score - a.score);
  const chosen = [...found, ...matchByLikeness(second, matches)];
  const questions = questionsOf(candidates, chosen, matches);
  return { matches, questions: [...questions].sort((a, b) => a.fresh - b.fresh) };
}

/** Carries out what a person decided; gives the questions that are still open. */
export function decide(
  questions: readonly Question[],
  matches: Matches,
  decisionOf: (fresh: number) => Decision | undefined,
): readonly Question[] {
  const open: Question[] = [];
  const taken = new Set([...matches.values()]);
  for (const question of questions) {
    const decision = decisionOf(question.fresh);
    const current = matches.get(question.fresh);
    const wanted = decision?.kind === 'same' ? decision.card : null;
    const chosen = question.candidates.find((card) => card.id === wanted && (card === current || !taken.has(card)));
    if (chosen === undefined && decision?.kind !== 'new') {
      open.push(question);
      continue;
    }
    if (current) taken.delete(current);
    matches.delete(question.fresh);
    if (chosen) {
      taken.add(chosen);
      matches.set(question.fresh, chosen);
    }
  }
  return open;
}
