import { newKey } from './dom.js';
import { noteAnswered, noteAsked, startUploading } from './working.js';

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
/** The same for a file, which a slow network takes long for. */
const UPLOAD_WAIT_MS = 180_000;

/** Chosen files, by field. */
export type Files = Readonly<Record<string, File>>;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** As the server reads it: JSON; where there are files, JSON in one part and each file in its own. */
function bodyOf(json: string, files: readonly (readonly [string, File])[]): Pick<RequestInit, 'body' | 'headers'> {
  if (files.length === 0) return { headers: { 'content-type': 'application/json' }, body: json };
  const body = new FormData();
  body.append('form', json);
  for (const [name, file] of files) body.append(`file.${name}`, file);
  return { body };
}

/** Every request carries the time zone: a person's first act makes them known to the bot. */
async function post(path: string, body: object, files: Files = {}): Promise<Response> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const chosen = Object.entries(files);
  const wait = chosen.length === 0 ? WAIT_MS : UPLOAD_WAIT_MS;
  const sent = bodyOf(JSON.stringify({ ...body, timeZone }), chosen);
  return fetch(path, { method: 'POST', ...sent, signal: AbortSignal.timeout(wait) });
}

async function readReply(response: Response): Promise<Reply> {
  if (response.status === 401) return { kind: 'stranger' };
  if (!response.headers.get('content-type')?.includes('json')) return { kind: 'lost' };
  return response.json();
}

async function tryOften(path: string, body: object, files: Files): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readReply(await post(path, body, files));
    } catch {
      if (attempt === TRIES) return { kind: 'lost' };
      await pause(PAUSE_MS * attempt);
    }
  }
}

/** Does something once, however often it has to be sent: every try carries the same key. */
export async function act(path: string, body: object, key: string = newKey(), files: Files = {}): Promise<Reply> {
  noteAsked(key);
  if (Object.keys(files).length > 0) startUploading(key);
  const reply = await tryOften(path, { ...body, key }, files);
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
