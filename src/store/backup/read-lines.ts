import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError } from './errors.js';
import { BACKUP_FORMAT, type BackupHeader, endSchema, headerSchema } from './format.js';

/** A line holds one row; a longer one is no row of ours, and would fill the memory. In characters. */
const LONGEST_LINE = 400_000_000;

/** What zlib says of a stream that stops too early, and of one that is no gzip or is no longer what it was. */
function troubleOf(error: unknown, isStarted: boolean): unknown {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) return error;
  if (error.code === 'Z_BUF_ERROR') return new BackupError('cut', '', { cause: error });
  return new BackupError(isStarted ? 'damaged' : 'not-a-backup', '', { cause: error });
}

async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let open: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    open.push(first);
    length += first.length;
    if (length > LONGEST_LINE) throw new BackupError('damaged');
    if (rest.length === 0) continue;
    yield open.join('');
    const last = rest.pop() ?? '';
    yield* rest;
    open = [last];
    length = last.length;
  }
  const left = open.join('') + decoder.decode();
  if (left !== '') yield left;
}

async function* unpacked(file: Readable): AsyncGenerator<string> {
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  let isStarted = false;
  try {
    for await (const line of linesOf(file.pipe(gunzip))) {
      isStarted = true;
      yield line;
    }
  } catch (error) {
    throw troubleOf(error, isStarted);
  } finally {
    file.destroy();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readHeader(line: string | undefined): BackupHeader {
  const header = headerSchema.safeParse(parsed(line ?? ''));
  if (!header.success) throw new BackupError('not-a-backup');
  if (header.data.format > BACKUP_FORMAT) throw new BackupError('newer', header.data.program);
  return header.data;
}

export type ReadBackup = {
  readonly header: BackupHeader;
  /** The lines between header and end. Throws `BackupError` where the end is missing or says something else. */
  readonly lines: AsyncIterable<string>;
  readonly close: () => void;
};

/** Reads a backup from its first byte on. Throws `BackupError` where it is none, or a newer one. */
export async function readBackup(file: Readable): Promise<ReadBackup> {
  const all = unpacked(file);
  const first = await all.next();
  const firstLine = first.done ? undefined : first.value;
  const header = readHeader(firstLine);
  const hash = createHash('sha256').update(`${firstLine}\n`);

  async function* body(): AsyncGenerator<string> {
    let rows = 0;
    let isEnded = false;
    for await (const line of all) {
      const end = line.startsWith('{"end"') ? endSchema.safeParse(parsed(line)).data?.end : undefined;
      if (isEnded) throw new BackupError('damaged');
      if (end === undefined) {
        hash.update(`${line}\n`);
        if (line.startsWith('[')) rows += 1;
        yield line;
      } else {
        isEnded = true;
        if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new BackupError('damaged');
      }
    }
    if (!isEnded) throw new BackupError('cut');
  }
  return { header, lines: body(), close: () => file.destroy() };
}
