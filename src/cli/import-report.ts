import { changeWords } from '../bot/change-words.js';
import type { Card } from '../core/card.js';
import type { Language } from '../core/language.js';
import type { CardPair, UnclearCard } from '../diff/diff-deck.js';
import { countsOfCards, countsOfDiff, type ImportCounts, isResumed } from '../tutor/decks/change-counts.js';
import type { CardPlan } from '../tutor/decks/import-cards.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import { type Io, printJson } from './io.js';
import { say } from './messages/say.js';
import { type CliProblem, problemJson } from './word-problem.js';

/** What an import would change, and the problems of its files. */
export type Looked = {
  readonly plans: readonly DeckPlan[];
  readonly cardPlans: readonly CardPlan[];
  readonly problems: readonly CliProblem[];
};

type Counts = Readonly<Record<'added' | 'changed' | 'moved' | 'removed' | 'unchanged' | 'unclear', number>>;

const NONE: Counts = { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0, unclear: 0 };
/** How many cards of each kind of change are listed; the rest are counted. */
const LISTED = 20;
const WIDTH = 100;

function countsOf({ outcome }: DeckPlan): Counts {
  if (outcome.kind === 'unreadable') return NONE;
  if (outcome.kind === 'unchanged') return { ...NONE, unchanged: outcome.cards };
  const { added, changed, moved, removed, unchanged, unclear } = outcome.diff;
  return {
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    removed: removed.length,
    unchanged: unchanged.length,
    unclear: unclear.length,
  };
}

function seenCountsOf({ outcome }: DeckPlan): ImportCounts {
  if (outcome.kind === 'change') return countsOfDiff(outcome.diff);
  return { ...NONE, back: 0, unchanged: outcome.kind === 'unchanged' ? outcome.cards : 0 };
}

function sentence(language: Language, counts: ImportCounts): string {
  return `${changeWords(language, counts) || say(language, 'import.no-change')}.`;
}

/** One sentence that counts a deck's changes. */
export function countsLine(language: Language, plan: DeckPlan): string {
  return sentence(language, seenCountsOf(plan));
}

function cardCountsOf({ merged, known }: CardPlan): Counts {
  const { added, changed } = merged;
  return { ...NONE, added: added.length, changed: changed.length, unchanged: Math.max(0, known - changed.length) };
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, next) => ({
      added: total.added + next.added,
      changed: total.changed + next.changed,
      moved: total.moved + next.moved,
      removed: total.removed + next.removed,
      unchanged: total.unchanged + next.unchanged,
      unclear: total.unclear + next.unclear,
    }),
    NONE,
  );
}

export function hasChanges({ plans, cardPlans }: Looked): boolean {
  return (
    plans.some(({ outcome }) => outcome.kind === 'change') || cardPlans.some(({ outcome }) => outcome === 'change')
  );
}

/** A text on one line that fits a terminal. */
export function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

/** A card on one line. */
export function cardLine({ front, back }: Card): string {
  return `${short(front)} · ${short(back)}`;
}

/** The sides of an edited card that differ. */
function editLine({ before, after }: CardPair): string {
  const isFront = before.front !== after.front;
  const isBack = before.back !== after.back;
  if (isFront && isBack) return `${cardLine(before)} → ${cardLine(after)}`;
  if (isFront) return `${short(before.front)} → ${short(after.front)}`;
  if (isBack) return `${short(after.front)}: ${short(before.back)} → ${short(after.back)}`;
  return cardLine(after);
}

function unclearLines(language: Language, { after, candidates }: UnclearCard): readonly string[] {
  const kept = candidates.find(({ id }) => id === after.id);
  const now = say(language, kept === undefined ? 'import.unclear.new' : 'import.unclear.kept');
  return [
    `  ? ${cardLine(after)} (${now})`,
    ...candidates.map((card, index) => `      ${index + 1}. ${cardLine(card)}`),
  ];
}

function listed(language: Language, lines: readonly string[]): readonly string[] {
  const more = lines.length - LISTED;
  return more > 0 ? [...lines.slice(0, LISTED), `  ${say(language, 'import.more', { count: more })}`] : lines;
}

function listPlan({ language, out }: Io, { outcome }: DeckPlan): void {
  if (outcome.kind !== 'change' || outcome.change.baseVersion === 0) return;
  const { added, changed, removed, unclear } = outcome.diff;
  const asked = new Set(unclear.map(({ after }) => after));
  const certain = changed.filter(({ after }) => !asked.has(after));
  const coming = [...added.filter((card) => !asked.has(card)), ...certain.filter(isResumed).map(({ after }) => after)];
  const lines = [
    ...listed(
      language,
      coming.map((card) => `  + ${cardLine(card)}`),
    ),
    ...listed(
      language,
      certain.filter((pair) => !isResumed(pair)).map((pair) => `  ~ ${editLine(pair)}`),
    ),
    ...listed(
      language,
      removed.map((card) => `  - ${cardLine(card)}`),
    ),
    ...unclear.flatMap((card) => unclearLines(language, card)),
  ];
  for (const line of lines) out(line);
}

/**
 * Reports the changes to people: a sentence for each deck, then the cards that were edited, removed or are unclear.
 */
export function reportDifference(io: Io, { plans, cardPlans }: Looked): void {
  for (const plan of plans) {
    io.out(say(io.language, 'import.deck', { name: plan.name, counts: countsLine(io.language, plan) }));
    listPlan(io, plan);
    const waiting = plan.outcome.kind === 'unreadable' ? 0 : plan.outcome.waiting.length;
    if (waiting > 0) io.out(`  ${say(io.language, 'import.doubtful', { count: waiting })}`);
  }
  for (const plan of cardPlans) {
    const counts = sentence(io.language, countsOfCards(plan));
    io.out(say(io.language, 'import.deck', { name: plan.name, counts }));
  }
}

function unclearJson(plan: DeckPlan) {
  if (plan.outcome.kind !== 'change') return [];
  const deck = plan.outcome.change.deck.id;
  return plan.outcome.diff.unclear.map(({ after, candidates }) => ({
    deck,
    card: after.id,
    front: after.front,
    back: after.back,
    keeps: candidates.some(({ id }) => id === after.id) ? after.id : null,
    candidates: candidates.map(({ id, front, back }) => ({ id, front, back })),
  }));
}

/** The same for scripts; `--decide` takes the ids of `unclear`. */
export function reportJson(io: Io, { plans, cardPlans, problems }: Looked, applied: boolean): void {
  const { unclear: _, ...counts } = sum([...plans.map(countsOf), ...cardPlans.map(cardCountsOf)]);
  const printed = problems.map((problem) => problemJson(io.language, problem));
  const doubtfulCount = plans.reduce(
    (total, { outcome }) => total + (outcome.kind === 'unreadable' ? 0 : outcome.waiting.length),
    0,
  );
  printJson(io, { ...counts, unclear: plans.flatMap(unclearJson), doubtfulCount, applied, problems: printed });
}
