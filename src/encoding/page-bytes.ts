import { CODE_PAGES, type CodePage } from './code-pages.js';

/** A code page read backwards: which byte a character was. */
export type PageBytes = {
  readonly name: string;
  /** By UTF-16 code unit; -1 for a character that this page does not have. */
  readonly byteOf: Int16Array;
};

/**
 * Windows-1252 also takes the C1 controls as the bytes of the same number: that is how Latin-1 reads them, and how
 * browsers read the five bytes that Windows-1252 leaves open. So it stands for both.
 */
function pageBytes(page: CodePage): PageBytes {
  const byteOf = new Int16Array(0x10000).fill(-1);
  if (page.name === 'Windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) byteOf[byte] = byte;
  for (let i = 0; i < 128; i += 1) byteOf[page.upper.charCodeAt(i)] = 0x80 + i;
  return { name: page.name, byteOf };
}

export const PAGES: readonly PageBytes[] = CODE_PAGES.filter((page) => page.name !== 'Latin-1').map(pageBytes);
