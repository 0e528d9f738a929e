import { describe, expect, it } from 'vitest';
import { decodeNotes } from '../../src/encoding/decode-notes.js';
import { damaged, fixtures, inPage, utf8 } from './support.js';

const NOTES = fixtures('damage')
  .map(([, text]) => text)
  .join('\n\n');
const MEGABYTE = 1024 * 1024;

function megabyteOf(piece: readonly number[] | Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.alloc(MEGABYTE, Buffer.from(piece)));
}

/** What takes minutes where the time grows with the square of the size. */
const A_MINUTE = 60_000;

describe('a megabyte of it is read', () => {
  it.each([
    ['healthy notes', utf8(NOTES)],
    ['damaged notes', utf8(damaged(NOTES, ['Mac Roman']))],
    ['notes damaged twice', utf8(damaged(NOTES, ['Windows-1252', 'Mac Roman']))],
    ['notes damaged in half', utf8(NOTES + damaged(NOTES, ['CP437']))],
    ['damaged Chinese without a line end', utf8(damaged('細胞是生命的基本單位', ['Mac Roman']))],
    ['one line of Windows-1252', inPage('año qué ', 'Windows-1252')!],
    ['lead characters', utf8('Ã')],
    ['one letter, damaged', utf8('Ã©')],
    ['halves of sequences', utf8('ðŸï¸')],
    ['openings of quotes', utf8('â€')],
    ['quotes that nothing closes', utf8('“')],
    ['Mac Roman without its logo', utf8('ü')],
    ['letters', utf8('a')],
    ['letters taken apart', utf8('e\u0301')],
    ['lost characters', utf8('\ufffd')],
    ['lost characters in words', utf8('a\ufffdb ñ\n')],
    ['boxes', utf8('├┤o')],
    ['words that tell of Latin-1', utf8('aplicaciÛnÈ')],
    ['invalid bytes', [0x97]],
    ['invalid bytes between letters', [0x61, 0x97]],
  ])(
    '%s',
    (_what, piece) => {
      expect(() => decodeNotes('notes.md', megabyteOf(piece))).not.toThrow();
    },
    A_MINUTE,
  );
});
