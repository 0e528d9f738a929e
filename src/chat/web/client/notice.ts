import { byId } from './dom.js';

const notice = byId('notice', HTMLElement);
const SHOWN_MS = 6_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** A sentence above the room; it goes by itself unless it tells of something that lasts. */
export function showNotice(text: string, lasting = false): void {
  clearTimeout(timer);
  notice.textContent = text;
  notice.hidden = false;
  if (!lasting) timer = setTimeout(hideNotice, SHOWN_MS);
}

export function hideNotice(): void {
  clearTimeout(timer);
  notice.hidden = true;
  notice.textContent = '';
}
