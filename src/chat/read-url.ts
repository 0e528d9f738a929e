import type { SentFile } from './port.js';

/** How long a download may take, in milliseconds. */
const TIMEOUT_MS = 20_000;
/** The largest file that is fetched, in bytes: more than any field takes. */
const MAX_FILE = 32 * 1024 * 1024;

/** A file that a platform did not hand out, or that is larger than it may be. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly code: 'refused' | 'too-large';

  constructor(code: FileUnreadable['code']) {
    super(code === 'refused' ? 'the platform did not hand the file out' : 'the file is larger than it may be');
    this.code = code;
  }
}

/**
 * Downloads a file that somebody sent. Reads no further than `maxBytes`, whatever the platform said of its size.
 * A redirect is no file: where it leads, a page asks people to sign in. Throws a `FileUnreadable`.
 */
export async function readUrl(
  url: string,
  maxBytes: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw new FileUnreadable('refused');
    return await readBody(response.body, maxBytes);
  } catch (error) {
    throw error instanceof FileUnreadable ? error : new FileUnreadable('refused');
  }
}

async function readBody(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxBytes) throw new FileUnreadable('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A file that lies on a platform until it is read, and then has no more bytes than the platform said. */
export function fileAt(
  url: string,
  { name, size }: Pick<SentFile, 'name' | 'size'>,
  headers: Readonly<Record<string, string>> = {},
): SentFile {
  return { name, size, read: () => readUrl(url, Math.min(size, MAX_FILE), headers) };
}
