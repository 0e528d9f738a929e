import type { Person, View } from '../chat/port.js';
import { readFolderNews } from '../tutor/decks/folder-news.js';
import type { Call } from './feature.js';
import { withNews } from './views/history-view.js';

/** The view, with a notice about changed notes on disk for people who may change the decks. */
export async function withFolderNews(call: Call<{ readonly person: Person }>, view: View): Promise<View> {
  const { context, learner, language, event } = call;
  return withNews(language, view, await readFolderNews(context, learner, event.person));
}
