import { decodeNotes } from '../encoding/decode-notes.js';
import { readApkg } from './anki/read-apkg.js';
import { readAnkiText } from './anki/read-text.js';
import { isAnkiText } from './anki/text-header.js';
import type { ReadCards } from './card-file.js';
import { isOwnHeader } from './csv/own-rows.js';
import { readCsv } from './csv/read-csv.js';
import { csvRows } from './csv/rows.js';
import { checked } from './file-deck.js';
import { readJson } from './json/read-json.js';
import { MAX_FILE_BYTES, MOST_LINES } from './limits.js';
import { problemOf, Refused } from './refused.js';
import { storable } from './storable.js';

const CARD_FILE = /\.(?:json|csv|tsv|apkg|colpkg)$/iu;

/** Whether a file's name shows that it contains cards instead of notes. */
export function isCardFile(name: string): boolean {
  return CARD_FILE.test(name);
}

/** Whether a file contains cards: by its name, or by the header of Anki's plain-text notes. */
export function holdsCards({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): boolean {
  return isCardFile(file) || isAnkiText(bytes);
}

/** Text that is valid UTF-8, as Repaso writes it; `null` for any other. */
function asWritten(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Files of other programs are decoded and repaired like notes. */
function decoded(file: string, bytes: Uint8Array): { text: string; problems: ReadCards['problems'] } | null {
  const { text, problems } = decodeNotes(file, bytes);
  return problems.some(({ severity }) => severity === 'error') ? null : { text, problems };
}

function readText(file: string, bytes: Uint8Array, read: (file: string, text: string) => ReadCards): ReadCards {
  const text = decoded(file, bytes);
  if (text === null) {
    const { problems } = decodeNotes(file, bytes);
    return { format: null, decks: [], media: [], problems };
  }
  const result = read(file, text.text);
  return { ...result, problems: [...text.problems, ...result.problems] };
}

const NEW_LINE = 0x0a;

/**
 * Refuses more rows than any deck could hold, before they are split; cells of several lines are too rare to matter.
 */
function refuseTooManyLines(bytes: Uint8Array): void {
  let lines = 0;
  for (const byte of bytes) if (byte === NEW_LINE) lines += 1;
  if (lines > MOST_LINES) throw new Refused('too-many-cards');
}

function readCsvFile(file: string, bytes: Uint8Array): ReadCards {
  refuseTooManyLines(bytes);
  if (isAnkiText(bytes)) return readText(file, bytes, readAnkiText);
  const text = asWritten(bytes);
  const isOwn = text !== null && isOwnHeader(csvRows(text.slice(0, 2000)).rows[0]?.cells);
  return isOwn ? readCsv(file, storable(text)) : readText(file, bytes, readCsv);
}

function readJsonFile(file: string, bytes: Uint8Array): ReadCards {
  const text = asWritten(bytes);
  return text === null ? readText(file, bytes, readJson) : readJson(file, text);
}

async function readFile(file: string, bytes: Uint8Array): Promise<ReadCards> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refused('too-large');
  if (bytes.length === 0) throw new Refused('empty');
  const extension = /\.([a-z0-9]+)$/iu.exec(file)?.[1]?.toLowerCase();
  if (extension === 'apkg' || extension === 'colpkg') return readApkg(file, bytes);
  if (extension === 'json') return readJsonFile(file, bytes);
  if (extension === 'csv' || extension === 'tsv' || isAnkiText(bytes)) return readCsvFile(file, bytes);
  throw new Refused('unknown-format');
}

/**
 * The cards of a file, with their learners' progress: Repaso's JSON and CSV, a CSV of two columns, Notion's tables,
 * Anki's packages, collections and notes in plain text. Never throws, whatever the bytes: a refused file has a
 * problem of severity `error` and no deck.
 *
 * @param name for people; its extension gives the format, except of Anki's notes in plain text
 */
export async function readCardFile(name: string, bytes: Uint8Array): Promise<ReadCards> {
  try {
    const read = await readFile(name, bytes);
    return read.problems.some(({ severity }) => severity === 'error') ? { ...read, decks: [] } : checked(name, read);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { format: null, decks: [], media: [], problems: [problemOf(name, error)] };
  }
}
