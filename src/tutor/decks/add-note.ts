import type { Passage } from '../../core/card.js';
import { deckIdOf } from '../../notes/read-deck.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { planDecks } from './plan-decks.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';
import { applyPlan } from './sync-deck.js';

/** Where notes that people write in their chat are kept, one deck for each workspace. */
export const CHAT_NOTES = 'chat-notes.md';

export type NewNote = {
  /** What the section is about, on one line. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** What the deck is called where this note is its first. */
  readonly deckName: string;
};

export type AddedNote = { readonly passage: Passage['id']; readonly deckName: string; readonly cards: number };

/**
 * Adds a section to the workspace's notes from the chat, which is read as any notes are: its sentences become cards, and it
 * is found from then on. `null` where nothing of it can be found: a text without words.
 */
export async function addNote(context: TutorContext, learner: Learner, note: NewNote): Promise<AddedNote | null> {
  const { store, sources } = context;
  const { workspaceId } = learner;
  const deck = deckIdOf(CHAT_NOTES);
  return retryWhileStale('the deck of notes from the chat', async () => {
    const known = await store.decks.get(workspaceId, deck);
    const before = known === null ? null : await store.decks.text(workspaceId, deck);
    const text = withSection(before ?? `# ${oneLine(note.deckName)}\n`, note);
    const source = await sources.read({ file: CHAT_NOTES, bytes: new TextEncoder().encode(text) });
    const [plan] = await planDecks(context, workspaceId, source.notes, { by: { kind: 'learner', id: learner.id } });
    const read = plan?.read.deck;
    const passage = read?.passages.findLast(({ kind, body }) => kind === 'section' && body.trim() !== '');
    if (plan?.outcome.kind !== 'change' || read === undefined || read === null || passage === undefined) return null;
    const { change } = plan.outcome;
    // The text must be that of the version that is changed, or somebody else's section would be lost.
    if (change.baseVersion !== (known?.version ?? 0)) return STALE;
    const applied = await applyPlan(context, workspaceId, plan);
    if (applied.status !== 'applied') return STALE;
    const cards = change.cards.filter(({ passageId }) => passageId === passage.id).length;
    return { passage: passage.id, deckName: change.deck.name, cards };
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The notes with one section more, at their end. A heading of the body stands below the section's own. */
function withSection(before: string, { title, body }: NewNote): string {
  const inside = body.trim().replace(/^(#{1,4})(?=\s)/gmu, '##$1');
  return `${before.trimEnd()}\n\n## ${oneLine(title)}\n\n${inside}\n`;
}
