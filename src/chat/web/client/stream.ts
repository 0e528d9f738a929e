import { byId, words } from './dom.js';
import { showEntry, startWorking, stopWorking } from './history.js';
import { hideNotice, showNotice } from './notice.js';

const people = byId('people', HTMLElement);
const peopleNumber = byId('people-number', HTMLElement);

/** A break shorter than this is not worth a word, in milliseconds. */
const QUIET_MS = 1_500;
const RETRY_MS = 1_000;

/** The last change that this page has. */
let revision = document.body.dataset.revision ?? '';

function onEntry(event: MessageEvent<string>): void {
  if (event.lastEventId !== '') revision = event.lastEventId;
  const { html }: { html: string } = JSON.parse(event.data);
  stopWorking();
  showEntry(html);
}

function onPresence(event: MessageEvent<string>): void {
  people.innerHTML = event.data;
  peopleNumber.textContent = people.querySelector('.people-count')?.textContent ?? '';
}

/** Why the stream broke: `EventSource` does not tell. 0 where the server cannot be reached. */
async function askWhy(): Promise<number> {
  try {
    return (await fetch('/events?probe')).status;
  } catch {
    return 0;
  }
}

let quiet: ReturnType<typeof setTimeout> | undefined;

function telling(text: string): void {
  clearTimeout(quiet);
  showNotice(text, true);
}

async function comeBack(): Promise<void> {
  const status = await askWhy();
  if (status === 401) return telling(words.cookiesNeeded);
  if (status === 429) {
    telling(words.tooManyTabs);
    addEventListener('focus', startStream, { once: true });
    return;
  }
  setTimeout(startStream, RETRY_MS);
}

/** Opens the stream, and again when it breaks, from the last change that arrived: nothing in between is lost. */
export function startStream(): void {
  const source = new EventSource(revision === '' ? '/events' : `/events?after=${revision}`);
  source.addEventListener('entry', onEntry);
  source.addEventListener('presence', onPresence);
  source.addEventListener('working', startWorking);
  source.addEventListener('open', () => {
    clearTimeout(quiet);
    quiet = undefined;
    hideNotice();
    document.body.dataset.live = 'true';
  });
  source.addEventListener('error', () => {
    document.body.dataset.live = 'false';
    source.close();
    quiet ??= setTimeout(() => showNotice(words.reconnecting, true), QUIET_MS);
    void comeBack();
  });
}
