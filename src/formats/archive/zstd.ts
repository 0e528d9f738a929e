import { Decompress } from 'fzstd';
import { Refused } from '../refused.js';

/** What a frame demands of its decoder (RFC 8878, section 3.1.1). */
type Frame = {
  /** Bytes that the decoder holds in memory and moves with every block. */
  readonly window: number;
  readonly blocks: number;
  /** The offset of its end. */
  readonly end: number;
};

const MAGIC = 0xfd2fb528;
const BLOCK_BYTES = 128 * 1024;
/** Anki packs with windows of 2 MB, and of 8 MB at most. */
const MAX_WINDOW = 8 * 1024 * 1024;
const RLE = 1;

/** Measures a frame without unpacking it. Throws a `RangeError` where the bytes end too early. */
function frameOf(bytes: Uint8Array): Frame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Refused('archive-broken');
  const flags = view.getUint8(4);
  const isSingle = (flags & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const power = 2 ** (10 + (view.getUint8(5) >> 3));
  const window = power + (power / 8) * (view.getUint8(5) & 7);
  let at = 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
  for (let blocks = 1; ; blocks += 1) {
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const size = header >> 3;
    at += 3 + (((header >> 1) & 3) === RLE ? 1 : size);
    if ((header & 1) === 0) continue;
    const end = at + ((flags & 4) !== 0 ? 4 : 0);
    return { window: isSingle ? MAX_WINDOW : window, blocks, end };
  }
}

/**
 * Unpacks one frame of Zstandard, up to `limit` bytes. Throws `Refused` for damaged or larger input.
 *
 * The decoder allocates the window at once and moves it with each block, so both are checked before it runs.
 */
export function readZstd(bytes: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const decoder = new Decompress((chunk) => {
    size += chunk.length;
    if (size > limit) throw new Refused('archive-unpacked');
    chunks.push(chunk);
  });
  try {
    const { window, blocks, end } = frameOf(bytes);
    if (window > MAX_WINDOW || blocks > 16 + (4 * limit) / BLOCK_BYTES) throw new Refused('archive-unpacked');
    if (end !== bytes.length) throw new Refused('archive-broken');
    decoder.push(bytes, true);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('archive-broken', error);
  }
  return Buffer.concat(chunks);
}
