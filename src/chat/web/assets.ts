import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** At the top of the project, beside both `src` and `dist`. */
const PUBLIC = fileURLToPath(new URL('../../../public/', import.meta.url));
/** The page's scripts, compiled beside this file. */
const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };

export type Assets = {
  /** Changes with any file's content, so that an address that holds it can be cached for ever. */
  readonly version: string;
  get(name: string): Asset | undefined;
};

function load(folder: string): [string, Asset][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => TYPES[path.extname(name)] !== undefined)
    .map((name) => [
      name,
      { body: new Uint8Array(readFileSync(path.join(folder, name))), type: TYPES[path.extname(name)] ?? '' },
    ]);
}

/** All files that the page needs, read once. Only names that were found are served: no path leads anywhere else. */
export function loadAssets(): Assets {
  const files = new Map([...load(PUBLIC), ...load(CLIENT)]);
  const hash = createHash('sha256');
  for (const [name, { body }] of [...files].sort(([a], [b]) => a.localeCompare(b))) hash.update(name).update(body);
  return { version: hash.digest('hex').slice(0, 12), get: (name) => files.get(name) };
}
