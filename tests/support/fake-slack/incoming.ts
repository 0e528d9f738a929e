import type { IncomingMessage } from 'node:http';
import { type Json, parseObject } from './json.js';

/** An HTTP request with all of its body. */
export type Incoming = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export async function readIncoming(request: IncomingMessage, origin: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')] as const);
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

function multipart({ headers, body }: Incoming): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
}

/** The arguments of a call, from its query and its body in any of the forms that Slack reads. */
export async function readArgs(incoming: Incoming): Promise<Json> {
  const query = Object.fromEntries(incoming.url.searchParams);
  const type = incoming.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return { ...query, ...Object.fromEntries(await multipart(incoming)) };
  const body = incoming.body.toString('utf8');
  if (type.startsWith('application/json')) return { ...query, ...parseObject(body) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
}

/** The bytes of an uploaded file: the body itself, or the first file of a form. */
export async function readUpload(incoming: Incoming): Promise<Buffer> {
  if (!(incoming.headers['content-type'] ?? '').startsWith('multipart/form-data')) return incoming.body;
  for (const [, value] of await multipart(incoming)) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

/** The token of a call: in the header, else among the arguments. */
export function tokenOf({ headers }: Incoming, args: Json): string | null {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : null);
}

/** Client id and secret that came as Basic authentication. */
export function basicOf({ headers }: Incoming): Json {
  const encoded = /^Basic (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return {};
  const [client_id = '', client_secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id, client_secret };
}
