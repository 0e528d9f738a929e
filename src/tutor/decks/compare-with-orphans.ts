import { isSureEnough, type Sureness } from '../../core/doubtful.js';
import type { CardId, WorkspaceId } from '../../core/ids.js';
import type { Decisions, UnclearCard } from '../../diff/diff-deck.js';
import { reapplyEdits, withLastNotesText } from '../../diff/hand-edits.js';
import type { TutorContext } from '../context.js';
import { type FirstComparison, saidBy } from './deck-inputs.js';
import { idsUsedElsewhere, type OrphanPool } from './orphaned-cards.js';
import { askedAbout, type PartedCards, partCards, type Takes } from './pile/part-cards.js';

export type DeckComparison = PartedCards & {
  readonly questions: readonly UnclearCard[];
  /** Cards that came from other decks. */
  readonly taken: readonly CardId[];
};

type Settling = {
  readonly pool: OrphanPool;
  readonly decisions: Decisions;
  readonly sureness: Sureness;
  readonly takes: Takes | null;
};

/** The stored doubtful cards of a file, including those under its former name. */
async function pileOf({ store }: TutorContext, workspace: WorkspaceId, { input, renamedFrom }: FirstComparison) {
  const former = renamedFrom === undefined ? [] : await store.pile.ofDeck(workspace, renamedFrom.deck.id);
  return [...former, ...input.pile];
}

/** Compares a second time: new cards may come from other decks, and people may have decided the unclear ones. */
export async function compareWithOrphans(
  context: TutorContext,
  workspace: WorkspaceId,
  comparison: FirstComparison,
  { pool, decisions, sureness, takes }: Settling,
): Promise<DeckComparison> {
  const { compare } = context.sources;
  const { input, before, diff } = comparison;
  const fresh = saidBy(input);
  const lastNotes = withLastNotesText(before, fresh);
  const own = new Set(before.map(({ id }) => id));
  const isLooking = diff.added.length > 0;
  const orphans = isLooking ? [...pool.values()].filter(({ id }) => !own.has(id)) : [];
  const reserved = isLooking ? await idsUsedElsewhere(context, workspace, comparison) : [];
  const options = { orphans: withLastNotesText(orphans, fresh), reserved };
  const compared = orphans.length + reserved.length === 0 ? diff : await compare(lastNotes, fresh, options);
  const isDecided = compared.unclear.some(({ after }) => decisions[after.id] !== undefined);
  const settled = isDecided ? await compare(lastNotes, fresh, { ...options, decisions }) : compared;
  const reapplied = reapplyEdits([...before, ...orphans], settled);
  const learned = await context.store.pile.learned(workspace, [
    ...askedAbout(reapplied.diff, sureness),
    ...askedAbout(compared, sureness),
  ]);
  const pile = await pileOf(context, workspace, comparison);
  const parted = partCards(reapplied, { sureness, pile, learned, takes });
  const used = new Set(parted.diff.cards.map(({ id }) => id));
  const taken = orphans.map(({ id }) => id).filter((id) => used.has(id));
  const questions = compared.unclear.filter(
    ({ after, candidates }) => isSureEnough(after, sureness) || candidates.some(({ id }) => learned.has(id)),
  );
  return { ...parted, questions, taken };
}
