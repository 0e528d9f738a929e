/** How long a download may take, in milliseconds. */
const TIMEOUT_MS = 20_000;

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
 * Throws a `FileUnreadable`.
 */
export async function readUrl(
  url: string,
  maxBytes: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  if (response === null || !response.ok || response.body === null) throw new FileUnreadable('refused');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > maxBytes) throw new FileUnreadable('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
