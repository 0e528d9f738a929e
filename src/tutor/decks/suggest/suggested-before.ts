import type { StoredCard } from '../../../core/card.js';
import type { WorkspaceId } from '../../../core/ids.js';
import type { ReadSource } from '../../../formats/read-source.js';
import { plainMarkdown } from '../../../language/text.js';
import type { TutorContext } from '../../context.js';
import { holding, type Suggested } from './add-suggested.js';
import { suggestedId } from './check-suggestion.js';

/** The question as a model suggested it, where the card comes from a model; people may have edited it since. */
function suggestionOf({ id, deckId, edit, front, back }: StoredCard) {
  const said = edit?.notes ?? { front, back };
  const [question, answer] = [plainMarkdown(said.front), said.back];
  return suggestedId(deckId, question, answer) === id ? { question, answer } : null;
}

/**
 * Earlier suggestions in the decks that the notes still support. They stay, so that another reading of the notes,
 * with or without a model, takes no card from those who learn it.
 */
export async function suggestedBefore(
  { store }: TutorContext,
  workspaceId: WorkspaceId,
  source: ReadSource,
): Promise<readonly Suggested[]> {
  const found: Suggested[] = [];
  for (const { file, read } of source.notes) {
    const stored = read.deck === null ? [] : await store.decks.cards(workspaceId, read.deck.id);
    for (const card of stored) {
      const suggestion = card.paused ? null : suggestionOf(card);
      if (suggestion !== null) found.push({ ...suggestion, file, passage: card.passageId, into: 'deck' });
    }
  }
  return holding(source, found);
}
