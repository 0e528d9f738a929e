import { expect } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';

/** What each entry of a zip's directory begins with. */
export const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

type Offset = 'flags' | 'method' | 'crc' | 'packed' | 'size';
const CENTRAL: Readonly<Record<Offset, number>> = { flags: 8, method: 10, crc: 16, packed: 20, size: 24 };

/** The archive with one number of its first directory entry changed. */
export function patched(zip: Uint8Array, field: Offset, value: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf(ENTRY) + CENTRAL[field];
  if (field === 'flags' || field === 'method') bytes.writeUInt16LE(value, at);
  else bytes.writeUInt32LE(value, at);
  return bytes;
}

/** Why a package is refused. */
export async function reasonFor(bytes: Uint8Array): Promise<readonly string[]> {
  const { decks, problems } = await readCardFile('deck.apkg', bytes);
  expect(decks).toEqual([]);
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}
