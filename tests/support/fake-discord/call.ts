import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Upload } from './body.js';

/** A request to the API, read. `path` is without `/api/v10` and without the query. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  /** The JSON of it, or of `payload_json`; `undefined` for none. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
};

const PREFIX = /^\/api(?:\/v10)?(?=\/)/;

/** `null` for an address outside the API. */
export function apiPathOf(pathname: string): string | null {
  return PREFIX.test(pathname) ? decodeURIComponent(pathname.replace(PREFIX, '')) : null;
}

async function uploadOf(field: string, value: File): Promise<Upload> {
  const index = /^files\[(\d+)\]$/.exec(field)?.[1] ?? field;
  const bytes = new Uint8Array(await value.arrayBuffer());
  return { index, filename: value.name, contentType: value.type || 'application/octet-stream', bytes };
}

async function readMultipart(bytes: Buffer<ArrayBuffer>, type: string): Promise<Pick<Call, 'body' | 'uploads'>> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const json = form.get('payload_json');
  const files = [...form].flatMap(([field, value]) => (typeof value === 'string' ? [] : [uploadOf(field, value)]));
  return { body: typeof json === 'string' ? JSON.parse(json) : undefined, uploads: await Promise.all(files) };
}

/** Throws a `SyntaxError` for a body that is no JSON. */
export async function readCall(request: IncomingMessage, url: URL, path: string): Promise<Call> {
  const bytes = Buffer.from(await buffer(request));
  const type = request.headers['content-type'] ?? '';
  const read = type.startsWith('multipart/form-data')
    ? await readMultipart(bytes, type)
    : { body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')), uploads: [] };
  return {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    authorization: request.headers.authorization ?? null,
    ...read,
  };
}
