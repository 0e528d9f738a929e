import { createHash } from 'node:crypto';
import type { APIAttachment } from 'discord.js';
import type { ChosenFiles } from '../../contracts/chat-adapter.js';
import { cleanFileName } from './file-names.js';
import type { Platform } from './platform.js';
import type { StoredFile } from './store.js';

/** In bytes; what somebody without a subscription may upload. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** Files that people sent with forms, by the address below which they lie. */
export type Uploads = Map<string, StoredFile>;

/** An address is worth nothing without its signature. */
function signed(path: string): string {
  const mark = createHash('sha256').update(path).digest('hex');
  return `${path}?ex=70000000&is=60000000&hm=${mark}&`;
}

/** Puts a file on the platform as its client does. Throws an `Error` for one that the client does not upload. */
function store({ origin, bot, nextId, uploads }: Platform, { name, bytes }: ChosenFiles[string]): StoredFile {
  if (bytes.length > UPLOAD_LIMIT) throw new Error(`Discord uploads no ${bytes.length} bytes`);
  if (bytes.length === 0) throw new Error('Discord uploads no empty file');
  const [id, filename] = [nextId(), cleanFileName(name)];
  const path = signed(`/ephemeral-attachments/${bot.id}/${id}/${filename}`);
  const contentType = 'application/octet-stream';
  const file = { id, filename, contentType, bytes, url: `${origin}${path}`, description: null };
  uploads.set(path, file);
  return file;
}

/** The chosen files as they lie on the platform, by field. */
export function upload(platform: Platform, chosen: ChosenFiles): Readonly<Record<string, APIAttachment>> {
  const entries = Object.entries(chosen).map(([field, file]): [string, APIAttachment] => {
    const { id, filename, contentType, bytes, url } = store(platform, file);
    const place = { url, proxy_url: url, content_type: contentType };
    return [field, { id, filename, size: bytes.length, ...place, ephemeral: true }];
  });
  return Object.fromEntries(entries);
}
