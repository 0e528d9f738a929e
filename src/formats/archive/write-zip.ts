import { type Zippable, zipSync } from 'fflate';
import type { Instant } from '../../core/local-date.js';

/** The zip format's own first and last year. */
const FIRST = Date.UTC(1980, 0, 2);
const LAST = Date.UTC(2099, 11, 30);

/** A zip of files by their names. The same files and the same moment give the same bytes. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>, at: Instant): Uint8Array {
  const mtime = new Date(Math.min(LAST, Math.max(FIRST, at)));
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime, level: 6 }];
  return zipSync(entries);
}
