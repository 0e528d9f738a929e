import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** One import: from which file, of what. Our own files are given by their path below `src`. */
export type Import = { readonly from: string; readonly of: string; readonly own: boolean };

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** Every import of every source file. */
export async function readImports(root: string): Promise<readonly Import[]> {
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.tsx?$/.test(name)).sort();
  const imports: Import[] = [];
  for (const file of files) {
    const code = await readFile(path.join(root, file), 'utf8');
    const from = file.split(path.sep).join('/');
    for (const match of code.matchAll(IMPORT)) {
      const of = match[1] ?? match[2] ?? match[3] ?? '';
      const own = of.startsWith('.');
      imports.push({ from, own, of: own ? path.posix.normalize(path.posix.join(path.posix.dirname(from), of)) : of });
    }
  }
  return imports;
}
