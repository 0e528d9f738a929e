import { z } from 'zod';
import { staysInside } from '../archive/entry-name.js';
import type { Archive } from '../archive/read-zip.js';
import { readZstd } from '../archive/zstd.js';
import type { MediaFile } from '../card-file.js';
import { MAX_UNPACKED_BYTES } from '../limits.js';
import { jsonIn } from './json-in.js';
import { protoFields, protoNumber, protoText } from './protobuf.js';

/** The name of an entry in the archive, and its name in the cards. */
type Listed = { readonly entry: string; readonly name: string };
type ReadMedia = { readonly media: readonly MediaFile[]; readonly refused: readonly string[] };

const LIST = 'media';
const MAX_NAME = 300;
const ENTRY = 1;
const NAME = 1;
const ENTRY_NUMBER = 255;

const map = z.record(z.string(), z.string());

function fromJson(bytes: Uint8Array): readonly Listed[] {
  const { data = {} } = map.safeParse(jsonIn(new TextDecoder().decode(bytes)));
  return Object.entries(data).map(([entry, name]) => ({ entry, name }));
}

function fromProtobuf(bytes: Uint8Array): readonly Listed[] {
  const entries = protoFields(bytes).flatMap(({ number, value }) =>
    number === ENTRY && value instanceof Uint8Array ? [protoFields(value)] : [],
  );
  return entries.map((entry, index) => ({
    entry: String(protoNumber(entry, ENTRY_NUMBER) ?? index),
    name: protoText(entry, NAME),
  }));
}

function isFileName(name: string): boolean {
  return name.length <= MAX_NAME && staysInside(name) && !name.includes('/');
}

/**
 * Reads the pictures and recordings of a package. Names that are no plain file names are refused and reported.
 *
 * @param isPacked whether each file, and their list, is compressed on its own (Anki 2.1.50 and later)
 */
export async function readMedia(archive: Archive, isPacked: boolean): Promise<ReadMedia> {
  let room = MAX_UNPACKED_BYTES;
  const read = async (name: string): Promise<Uint8Array | null> => {
    const bytes = await archive.get(name)?.read();
    if (bytes === undefined) return null;
    const unpacked = isPacked ? readZstd(bytes, room) : bytes;
    room -= unpacked.length;
    return unpacked;
  };
  const list = await read(LIST);
  if (list === null || list.length === 0) return { media: [], refused: [] };
  const media: MediaFile[] = [];
  const refused: string[] = [];
  for (const { entry, name } of isPacked ? fromProtobuf(list) : fromJson(list)) {
    const bytes = isFileName(name) ? await read(entry) : null;
    if (bytes === null) refused.push(name.slice(0, MAX_NAME));
    else media.push({ name, bytes });
  }
  return { media, refused };
}
