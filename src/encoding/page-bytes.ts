import { CODE_PAGES, type CodePage } from './code-pages.js';

/** A code page in reverse: the byte of each character. */
export type PageBytes = {
  readonly name: string;
  /** By UTF-16 code unit; -1 for a character that the page does not have. */
  readonly byteOf: Int16Array;
};

/**
 * Windows-1252 here also has the C1 controls, as Latin-1 does and as browsers read the five bytes that Windows-1252 does
 * not define, so that it stands for both pages.
 */
function pageBytes(page: CodePage): PageBytes {
  const byteOf = new Int16Array(0x10000).fill(-1);
  if (page.name === 'Windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) byteOf[byte] = byte;
  for (let i = 0; i < 128; i += 1) byteOf[page.upper.charCodeAt(i)] = 0x80 + i;
  return { name: page.name, byteOf };
}

export const PAGES: readonly PageBytes[] = CODE_PAGES.filter((page) => page.name !== 'Latin-1').map(pageBytes);
