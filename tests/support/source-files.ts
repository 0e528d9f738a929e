import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Every source file below `src` with its text. */
export async function readSources(): Promise<readonly { readonly file: string; readonly code: string }[]> {
  const files = (await readdir(SRC, { recursive: true })).filter((name) => /\.tsx?$/.test(name)).sort();
  return Promise.all(
    files.map(async (file) => ({
      file: file.split(path.sep).join('/'),
      code: await readFile(path.join(SRC, file), 'utf8'),
    })),
  );
}
