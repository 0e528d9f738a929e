import { newKey } from './dom.js';
import { noteAnswered, noteAsked } from './working.js';

/** What the server answers to something done. What it kept comes by the stream. */
export type Reply =
  | { readonly kind: 'kept' }
  | { readonly kind: 'form' | 'unkept' | 'refused'; readonly html: string }
  /** The server was not reached. */
  | { readonly kind: 'lost' }
  /** The browser sent no cookie of ours. */
  | { readonly kind: 'stranger' };

const TRIES = 3;
const PAUSE_MS = 700;
/** A network that went away in silence would be waited for without end; what is slow is asked for again. */
const WAIT_MS = 15_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Whatever is asked tells the time zone: the first thing that somebody does makes them known to the bot. */
async function post(path: string, body: object): Promise<Response> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const json = JSON.stringify({ ...body, timeZone });
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: json, signal: AbortSignal.timeout(WAIT_MS) });
}

async function readReply(response: Response): Promise<Reply> {
  if (response.status === 401) return { kind: 'stranger' };
  if (!response.headers.get('content-type')?.includes('json')) return { kind: 'lost' };
  return response.json();
}

async function tryOften(path: string, body: object): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readReply(await post(path, body));
    } catch {
      if (attempt === TRIES) return { kind: 'lost' };
      await pause(PAUSE_MS * attempt);
    }
  }
}

/** Does something once, however often it has to be sent: every try carries the same key. */
export async function act(path: string, body: object, key: string = newKey()): Promise<Reply> {
  noteAsked(key);
  const reply = await tryOften(path, { ...body, key });
  noteAnswered(key);
  return reply;
}

/** Asks for something that changes nothing; `null` where the server was not reached. */
export async function ask<Answer>(path: string, body: object): Promise<Answer | null> {
  try {
    const response = await post(path, body);
    return await response.json();
  } catch {
    return null;
  }
}
