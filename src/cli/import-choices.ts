import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { cardId } from '../core/ids.js';
import type { Decision, Decisions, UnclearCard } from '../diff/diff-deck.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import { cardLine } from './import-report.js';
import { type Io, usageError } from './io.js';
import { say } from './messages/say.js';

export type Ask = (question: string) => Promise<string>;

const NEW = { kind: 'new' } as const;
const sameId = z.string().min(1).max(128);
const decideSchema = z.record(z.string(), sameId);

/**
 * Reads `{"<card>": "<id of the same stored card>" or "new"}`; the keys are ids of `unclear` in `repaso import
 * --json`.
 */
export async function readDecisions(io: Io, file: string | null): Promise<Decisions> {
  if (file === null) return {};
  try {
    const said = decideSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return Object.fromEntries(
      Object.entries(said).map(([card, is]): [string, Decision] => [
        card,
        is === 'new' ? NEW : { kind: 'same', card: cardId(is) },
      ]),
    );
  } catch {
    throw usageError(io, 'usage.decide', { file, example: '{"<card>": "<id>" | "new"}' });
  }
}

/** The decision in an answer: a candidate's number, new, or none. */
function decisionOf(io: Io, answer: string, { candidates }: UnclearCard): Decision | 'undecided' | 'unreadable' {
  const said = answer.trim().toLowerCase();
  if (said === '') return 'undecided';
  if (say(io.language, 'import.ask.new').split(' ').includes(said)) return NEW;
  const chosen = /^\d+$/.test(said) ? candidates[Number(said) - 1] : undefined;
  return chosen === undefined ? 'unreadable' : { kind: 'same', card: chosen.id };
}

async function askOne(io: Io, ask: Ask, card: UnclearCard): Promise<Decision | null> {
  io.err('');
  io.err(cardLine(card.after));
  for (const [index, candidate] of card.candidates.entries()) io.err(`  ${index + 1}. ${cardLine(candidate)}`);
  for (;;) {
    const answer = await ask(say(io.language, 'import.ask', { count: card.candidates.length }));
    const decision = decisionOf(io, answer, card);
    if (decision === 'undecided') return null;
    if (decision !== 'unreadable') return decision;
  }
}

/** Asks about every unclear card. One left without an answer is treated as the difference shows it. */
export async function askAbout(io: Io, ask: Ask, plans: readonly DeckPlan[]): Promise<Decisions> {
  const unclear = plans.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.diff.unclear : []));
  const said: Record<string, Decision> = {};
  for (const card of unclear) {
    const decision = await askOne(io, ask, card);
    if (decision !== null) said[card.after.id] = decision;
  }
  return said;
}

/** Whether the person answers yes; an empty answer is a no. */
export async function confirm(io: Io, ask: Ask): Promise<boolean> {
  const answer = (await ask(say(io.language, 'import.confirm'))).trim().toLowerCase();
  return answer !== '' && say(io.language, 'import.confirm.yes').split(' ').includes(answer);
}
