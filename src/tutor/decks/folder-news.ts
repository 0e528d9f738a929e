import type { DeckId, DraftId } from '../../core/ids.js';
import type { ChangeCounts } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { mayChangeDecks } from './may-change.js';

/** Changes on disk that people have not seen yet, or that wait for a decision. */
export type FolderDigest = {
  readonly applied: readonly {
    readonly deckId: DeckId;
    readonly name: string;
    readonly version: number;
    readonly counts: ChangeCounts;
  }[];
  readonly waiting: readonly { readonly draft: DraftId; readonly file: string }[];
};

const NOTHING: FolderDigest = { applied: [], waiting: [] };

/**
 * News of the program's folder for people who may change decks. Applied changes are returned once; waiting ones until
 * somebody decides.
 */
export async function readFolderNews(
  context: TutorContext,
  learner: Learner,
  person: { readonly manages: boolean },
): Promise<FolderDigest> {
  const { store } = context;
  const { workspaceId } = learner;
  const rows = (await store.folderNotes.list(workspaceId)).filter(({ draft, news }) => draft !== null || news !== null);
  if (rows.length === 0 || !(await mayChangeDecks(context, learner, person))) return NOTHING;
  // A renamed file and its old name share one draft, listed under the new name.
  const waiting = new Map(
    rows.flatMap(({ draft, file, contentHash }) => (draft && contentHash ? [[draft, file]] : [])),
  );
  for (const { draft, file } of rows) if (draft && !waiting.has(draft)) waiting.set(draft, file);
  const news = rows.flatMap(({ deckId, news: version }) => (version === null ? [] : [{ deckId, version }]));
  const applied = await Promise.all(
    news.map(async ({ deckId, version }) => {
      const [deck, history] = await Promise.all([
        store.decks.get(workspaceId, deckId),
        store.deckChanges.history(workspaceId, deckId),
      ]);
      const change = history.find((past) => past.version === version);
      if (deck === null || change === undefined || change.isUndone) return [];
      return [{ deckId, name: deck.name, version, counts: change.counts }];
    }),
  );
  await store.folderNotes.clearNews(workspaceId, news);
  return { applied: applied.flat(), waiting: [...waiting].map(([draft, file]) => ({ draft, file })) };
}
