import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import {
  MAX_ENTRIES,
  MAX_FILE_BYTES,
  MAX_PACKING_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_COUNTS_FROM_BYTES,
} from '../limits.js';
import { Refused, refusing } from '../refused.js';
import { staysInside } from './entry-name.js';

type ZipEntry = {
  readonly name: string;
  /** Unpacks the entry. Throws `Refused` where its content differs from the directory. */
  readonly read: () => Promise<Uint8Array>;
};

export type Archive = ReadonlyMap<string, ZipEntry>;

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const SPLIT_MARK = 0x08074b50;
const STORED = 0;
const DEFLATED = 8;

/** Whether it is one part of a split archive: the first part has a mark, the last one a number. */
function isSplit(bytes: Buffer): boolean {
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === SPLIT_MARK) return true;
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  const disk = end >= 0 && end + 6 <= bytes.length ? bytes.readUInt16LE(end + 4) : 0;
  return disk !== 0 && disk !== 0xffff;
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function check(entry: Entry, name: string): void {
  if (!staysInside(name)) throw new Refused('archive-path');
  if (entry.isEncrypted()) throw new Refused('archive-encrypted');
  const { compressedSize: packed, uncompressedSize: size, compressionMethod } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) throw new Refused('archive-method');
  if (size > RATIO_COUNTS_FROM_BYTES && size > packed * MAX_PACKING_RATIO) throw new Refused('archive-bomb');
}

/** Yauzl ends the stream with an error as soon as it gives more, or fewer, bytes than the directory states. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Refused('archive-broken');
  return bytes;
}

async function list(zip: ZipFile): Promise<Archive> {
  if (zip.entryCount > MAX_ENTRIES) throw new Refused('archive-entries');
  const found = new Map<string, ZipEntry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry).normalize('NFC');
    check(entry, name.replace(/\/$/u, ''));
    unpacked += entry.uncompressedSize;
    if (unpacked > MAX_UNPACKED_BYTES) throw new Refused('archive-unpacked');
    if (found.has(name)) throw new Refused('archive-twice');
    found.set(name, { name, read: () => refusing('archive-broken', () => unpack(zip, entry)) });
  }
  return new Map([...found].filter(([name]) => !name.endsWith('/')));
}

/**
 * The entries of a zip, not unpacked yet. Throws `Refused` for a damaged, encrypted or split archive, for paths that
 * leave it or repeat, and for more than the limits: declared sizes are checked here, and actual ones when an entry is
 * read.
 */
export async function readZip(bytes: Uint8Array): Promise<Archive> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refused('too-large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isSplit(buffer)) throw new Refused('archive-split');
  return refusing('archive-broken', async () => {
    return list(await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false }));
  });
}
