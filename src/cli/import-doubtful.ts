import { doubtWords } from '../bot/doubt-words.js';
import type { PiledCard } from '../core/card.js';
import { type CardId, type DeckId, learnerId, type WorkspaceId } from '../core/ids.js';
import type { TutorContext } from '../tutor/context.js';
import type { Takes } from '../tutor/decks/pile/part-cards.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import { choose } from './choice.js';
import type { Ask } from './import-choices.js';
import { cardLine } from './import-report.js';
import { type Io, usageError } from './io.js';
import { say } from './messages/say.js';

const WAYS = ['yes', 'no', 'ask'] as const;

/** What happens to doubtful cards: all are accepted, all are rejected, or each is asked about. `null`: they wait. */
export type DoubtfulWay = (typeof WAYS)[number] | null;

/** The author of decisions on the command line; no person has this id. */
const BY_CLI = learnerId('@cli');

/** The chosen way. Throws a `UsageError` for `ask` where nobody can be asked. */
export function doubtfulWay(io: Io, given: string | null, ask: Ask | null): DoubtfulWay {
  const way = given === null ? null : choose(io, '--doubtful', WAYS, given);
  if (way === 'ask' && ask === null) throw usageError(io, 'usage.doubtful-ask');
  return way;
}

/** Doubtful cards that still wait once a plan is applied. */
export function waitingOf({ outcome }: DeckPlan): readonly PiledCard[] {
  return outcome.kind === 'unreadable' ? [] : outcome.waiting;
}

export function takesOf({ now }: TutorContext, cards: Takes['cards']): Takes {
  return { mark: { by: BY_CLI, at: now }, cards };
}

type DoubtfulAnswers = { readonly yes: ReadonlySet<CardId>; readonly no: ReadonlySet<CardId> };

export const NO_ANSWERS: DoubtfulAnswers = { yes: new Set(), no: new Set() };

async function askOne(io: Io, ask: Ask, card: PiledCard): Promise<'yes' | 'no' | 'later'> {
  io.err('');
  io.err(cardLine(card));
  io.err(`  ~ ${doubtWords(io.language, card.doubt.reason)} (${card.source.file}:${card.source.line})`);
  for (;;) {
    const answer = (await ask(say(io.language, 'import.doubtful.ask'))).trim().toLowerCase();
    if (answer === '') return 'later';
    if (say(io.language, 'import.confirm.yes').split(' ').includes(answer)) return 'yes';
    if (say(io.language, 'import.doubtful.no').split(' ').includes(answer)) return 'no';
  }
}

/** Asks about every doubtful card, the surest first. One left without an answer waits. */
export async function askAboutDoubtful(io: Io, ask: Ask, plans: readonly DeckPlan[]): Promise<DoubtfulAnswers> {
  const yes = new Set<CardId>();
  const no = new Set<CardId>();
  const cards = plans.flatMap(waitingOf).sort((a, b) => b.doubt.score - a.doubt.score);
  for (const card of cards) {
    const answer = await askOne(io, ask, card);
    if (answer === 'yes') yes.add(card.id);
    if (answer === 'no') no.add(card.id);
  }
  return { yes, no };
}

/** Rejects cards that wait in their decks. */
export async function refuseWaiting(
  { store, now }: TutorContext,
  workspace: WorkspaceId,
  plans: readonly DeckPlan[],
  isRefused: (card: CardId) => boolean,
): Promise<void> {
  for (const plan of plans) {
    const deck: DeckId | undefined = plan.read.deck?.id;
    const ids = waitingOf(plan).map(({ id }) => id);
    if (deck !== undefined) await store.pile.refuse(workspace, deck, ids.filter(isRefused), { by: BY_CLI, at: now });
  }
}
