import { isDeepStrictEqual } from 'node:util';
import type { StoredCard } from '../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import { type DeckBefore, standingOf } from './deck-before.js';
import { clearTaken, type NewCardRow, replacePassages, setPaused, upsertCards } from './deck-rows.js';
import type { ChangeCounts } from './interfaces/decks.js';
import { replacePile } from './pile-rows.js';
import { cardToRow } from './rows.js';

/** A former state of a deck, to be restored. */
export type Restoring = {
  readonly deckId: DeckId;
  readonly before: DeckBefore;
  /** The cards of `before` that still concern the deck, as they are now. */
  readonly current: ReadonlyMap<CardId, StoredCard>;
};

/** The cards that a restoration may change. */
export function touchedBy({ cards, standing, added, paused }: DeckBefore): readonly CardId[] {
  return [...cards.map((card) => card.id), ...standing.map(([id]) => id), ...added, ...paused];
}

/**
 * The rows of the cards as they were. A card that came from another deck returns there and stays paused until that
 * deck's notes have it again.
 */
function formerRows(workspaceId: WorkspaceId, { deckId, before, current }: Restoring): readonly NewCardRow[] {
  const restored = before.cards.flatMap((card): NewCardRow[] => {
    if (!current.has(card.id)) return [];
    const row = cardToRow(workspaceId, card.deckId, card.position, card);
    return [{ ...row, paused: card.paused || card.deckId !== deckId }];
  });
  const moved = before.standing.flatMap(([id, position, line, passageId]): NewCardRow[] => {
    const card = current.get(id);
    if (card === undefined) return [];
    const row = cardToRow(workspaceId, deckId, position, { ...card, passageId, source: { ...card.source, line } });
    return [{ ...row, paused: card.paused }];
  });
  return [...restored, ...moved];
}

export async function restoreCards(db: Queries, workspaceId: WorkspaceId, restoring: Restoring): Promise<void> {
  const { deckId, before } = restoring;
  await upsertCards(db, formerRows(workspaceId, restoring));
  await setPaused(db, workspaceId, deckId, before.added, true);
  await clearTaken(db, workspaceId, deckId, before.added);
  await setPaused(db, workspaceId, deckId, before.paused, false);
  if (before.passages !== null) await replacePassages(db, workspaceId, deckId, before.passages);
  if (before.doubtful !== null) await replacePile(db, workspaceId, deckId, before.doubtful);
}

function wordsOf({ kind, front, back, hint, choices }: StoredCard) {
  return { kind, front, back, hint, choices };
}

/** Counts a restoration as learners see it: cards that are resumed, reworded and paused. */
export function countRestore({ deckId, before, current }: Restoring): ChangeCounts {
  const pairs = before.cards.flatMap((then) => {
    const now = current.get(then.id);
    return now === undefined ? [] : [{ then, now, willBeAsked: !then.paused && then.deckId === deckId }];
  });
  const woken = pairs.filter(({ now, willBeAsked }) => now.paused && willBeAsked);
  const stopped = pairs.filter(({ now, willBeAsked }) => !now.paused && !willBeAsked);
  const changed = pairs.filter(
    ({ then, now, willBeAsked }) => !now.paused && willBeAsked && !isDeepStrictEqual(wordsOf(then), wordsOf(now)),
  );
  const isPaused = (id: CardId) => current.get(id)?.paused;
  return {
    added: woken.length + before.paused.filter((id) => isPaused(id) === true).length,
    changed: changed.length,
    removed: stopped.length + before.added.filter((id) => isPaused(id) === false).length,
  };
}

/** The deck before it is restored, so that the restoration can be undone too. */
export function beforeRestoring(
  { before, current }: Restoring,
  now: Pick<DeckBefore, 'deck' | 'passages' | 'doubtful'>,
): DeckBefore {
  const known = (ids: readonly CardId[]) => ids.flatMap((id) => current.get(id) ?? []);
  const asked = known(before.added).filter(({ paused }) => !paused);
  // Undoing an acceptance removes its mark from the card; redoing it adds the mark again.
  const taken = asked.filter(({ takenBy }) => takenBy !== undefined);
  return {
    ...now,
    cards: [...known(before.cards.map(({ id }) => id)), ...taken],
    standing: known(before.standing.map(([id]) => id)).map(standingOf),
    added: known(before.paused)
      .filter(({ paused }) => paused)
      .map(({ id }) => id),
    paused: asked.filter(({ takenBy }) => takenBy === undefined).map(({ id }) => id),
  };
}
