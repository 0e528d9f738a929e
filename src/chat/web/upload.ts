import type { Context } from 'hono';
import { z } from 'zod';
import { parseJson } from '../parse-json.js';
import type { SentFile } from '../port.js';
import { LIMITS } from './limits.js';
import { cleanLine } from './text.js';

/** What was written comes as JSON in one part; each file is a part of its own, named for its field. */
const FORM_PART = 'form';
const FILE_PART = 'file.';

/** Whether a request may be as long as a file: a form with parts, and nothing else that the page sends. */
export function isUpload({ req }: Context): boolean {
  return req.path === '/api/submit' && (req.header('content-type') ?? '').startsWith('multipart/form-data');
}

/** The JSON of a form with its files under `files`; `null` for what no page of ours sends. */
export async function readUpload(context: Context): Promise<unknown> {
  const parts = await context.req.formData().catch(() => null);
  const written = parts?.get(FORM_PART);
  if (!parts || typeof written !== 'string' || written.length > LIMITS.body) return null;
  const json = parseJson(written);
  if (typeof json !== 'object') return null;
  const files = [...parts].filter(([name]) => name.startsWith(FILE_PART));
  return { ...json, files: Object.fromEntries(files.map(([name, file]) => [name.slice(FILE_PART.length), file])) };
}

/** Some browsers tell the whole path. */
function sentFile(file: File): SentFile {
  const name = cleanLine(file.name.replace(/^.*[/\\]/, ''));
  return { name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** The files of a form, by field. */
export const filesSchema = z
  .record(z.string().max(80), z.instanceof(File).transform(sentFile))
  .refine((files) => Object.keys(files).length <= LIMITS.fields)
  .default({});
