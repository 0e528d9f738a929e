import { byId, words } from './dom.js';
import { atEnd, scrollToEnd } from './history.js';

const working = byId('working', HTMLElement);
const label = byId('working-text', HTMLElement);

/** An answer that takes longer than this shows that it is being worked on, in milliseconds. */
const PATIENCE_MS = 300;

/** What this page has asked and has no answer to. Another page of the same person shows nothing of it. */
const asked = new Set<string>();
let patience: ReturnType<typeof setTimeout> | undefined;

export function noteAsked(key: string): void {
  asked.add(key);
}

/** What has been asked is on its way, with a file that makes it long. */
export function startUploading(key: string): void {
  show(key, words.uploading);
}

/** The server has taken a request of this person. Its answer may have been faster than this word. */
export function startWorking(key: string): void {
  show(key, words.working);
}

function show(key: string, text: string): void {
  if (!asked.has(key)) return;
  label.textContent = text;
  clearTimeout(patience);
  patience = setTimeout(() => {
    const follow = atEnd();
    working.hidden = false;
    if (follow) scrollToEnd();
  }, PATIENCE_MS);
}

export function noteAnswered(key: string): void {
  asked.delete(key);
  if (asked.size > 0) return;
  clearTimeout(patience);
  working.hidden = true;
}
