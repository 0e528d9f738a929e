import { words } from './dom.js';
import { showEntry } from './history.js';
import { clearNotice, showNotice } from './notice.js';
import { changePeople, showPeople } from './people.js';
import { startWorking } from './working.js';

/** A break shorter than this is not worth a word, in milliseconds. */
const QUIET_MS = 1_500;
const RETRY_MS = 1_000;
/** Where too many tabs are open, one of them may have been closed after this. */
const FULL_MS = 5_000;
/** The server is asked no longer than this why the stream broke. */
const PROBE_MS = 5_000;
/** The server sends a sign of life every sixteen seconds: a network that breaks in silence is noticed by that. */
const SILENT_MS = 40_000;

/** The last change that this page has. */
let revision = document.body.dataset.revision ?? '';
let current: EventSource | null = null;

function onEntry(event: MessageEvent<string>): void {
  if (event.lastEventId !== '') revision = event.lastEventId;
  const { html }: { html: string } = JSON.parse(event.data);
  showEntry(html);
}

/** Why the stream broke: `EventSource` does not tell. 0 where the server cannot be reached. */
async function askWhy(): Promise<number> {
  try {
    return (await fetch('/events?probe', { signal: AbortSignal.timeout(PROBE_MS) })).status;
  } catch {
    return 0;
  }
}

let quiet: ReturnType<typeof setTimeout> | undefined;

function endQuiet(): void {
  clearTimeout(quiet);
  quiet = undefined;
}

function telling(text: string): void {
  endQuiet();
  showNotice('connection', text);
}

async function comeBack(): Promise<void> {
  const status = await askWhy();
  if (status === 401) return telling(words.cookiesNeeded);
  if (status !== 429) {
    setTimeout(startStream, RETRY_MS);
    return;
  }
  telling(words.tooManyTabs);
  setTimeout(startStream, FULL_MS);
  addEventListener('focus', startStream, { once: true });
}

function onLost(source: EventSource): void {
  if (current !== source) return;
  current = null;
  source.close();
  clearTimeout(silence);
  document.body.dataset.live = 'false';
  quiet ??= setTimeout(() => showNotice('connection', words.reconnecting), QUIET_MS);
  void comeBack();
}

let silence: ReturnType<typeof setTimeout> | undefined;

function onHeard(source: EventSource): void {
  clearTimeout(silence);
  silence = setTimeout(() => onLost(source), SILENT_MS);
}

/** What was not sent stays in the box: once the line is back, asking for it again would only be in the way. */
function onOpen(): void {
  endQuiet();
  clearNotice('connection');
  clearNotice('unsent');
  document.body.dataset.live = 'true';
}

/** Opens the stream, and again when it breaks, from the last change that arrived: nothing in between is lost. */
export function startStream(): void {
  if (current !== null) return;
  const source = new EventSource(revision === '' ? '/events' : `/events?after=${revision}`);
  current = source;
  source.addEventListener('entry', onEntry);
  source.addEventListener('presence', (event) => showPeople(event.data));
  source.addEventListener('people', (event) => changePeople(JSON.parse(event.data)));
  source.addEventListener('working', (event) => startWorking(event.data));
  source.addEventListener('open', onOpen);
  source.addEventListener('error', () => onLost(source));
  for (const sign of ['open', 'entry', 'presence', 'people', 'beat'])
    source.addEventListener(sign, () => onHeard(source));
  onHeard(source);
}
