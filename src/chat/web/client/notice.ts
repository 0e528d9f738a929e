import { byId } from './dom.js';

const notice = byId('notice', HTMLElement);
const SHOWN_MS = 6_000;

/** What a sentence above the room is about. Each has a line of its own, so that none hides another. */
type Topic = 'connection' | 'unsent' | 'passing';

function newLine(): HTMLElement {
  const line = document.createElement('p');
  line.hidden = true;
  notice.append(line);
  return line;
}

const lines: Readonly<Record<Topic, HTMLElement>> = { connection: newLine(), unsent: newLine(), passing: newLine() };

/** Tells of something that lasts, until it is over. */
export function showNotice(topic: Topic, text: string): void {
  lines[topic].textContent = text;
  lines[topic].hidden = false;
}

export function clearNotice(topic: Topic): void {
  lines[topic].textContent = '';
  lines[topic].hidden = true;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what has happened; it disappears by itself. */
export function showPassing(text: string): void {
  clearTimeout(timer);
  showNotice('passing', text);
  timer = setTimeout(() => clearNotice('passing'), SHOWN_MS);
}
