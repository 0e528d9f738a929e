import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeActionRef, encodeActionRef, MAX_ENCODED_LENGTH } from '../../src/chat/action-ref.js';

const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/);
const arg = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 2 }), fc.constant('~'));
const ref = fc.record({ action: name, args: fc.array(arg, { maxLength: 3 }) });

describe('action references', () => {
  it('come back as they went, or are refused for their length', () => {
    fc.assert(
      fc.property(ref, (any) => {
        let encoded: string;
        try {
          encoded = encodeActionRef(any);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(encoded.length).toBeLessThanOrEqual(MAX_ENCODED_LENGTH);
        expect(decodeActionRef(encoded)).toEqual(any);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw when they are read, whatever the text', () => {
    const nearly = fc.tuple(fc.constantFrom('1~', '2~', '1~go~', '1~go~%'), fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly), (any) => {
        const decoded = decodeActionRef(any);
        if (decoded) expect(decoded.action).toMatch(/^[a-z]/);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['another version', '2~go'],
    ['no name', '1'],
    ['an empty name', '1~'],
    ['a name in capitals', '1~Go'],
    ['a broken escape', '1~go~%E0%A4%A'],
    ['over 100 characters', `1~go~${'a'.repeat(100)}`],
  ])('are not read from %s', (_, encoded) => {
    expect(decodeActionRef(encoded)).toBeNull();
  });

  it('keep the order of their arguments, empty ones too', () => {
    expect(decodeActionRef(encodeActionRef({ action: 'grade', args: ['', 'a~b', 'ñ'] }))).toEqual({
      action: 'grade',
      args: ['', 'a~b', 'ñ'],
    });
  });

  it.each([
    ['a name that is none', { action: 'Grade it', args: [] }],
    ['too much', { action: 'grade', args: ['x'.repeat(100)] }],
  ])('refuse to be written with %s', (_, any) => {
    expect(() => encodeActionRef(any)).toThrow(RangeError);
  });

  it('are written as people’s old buttons have them', () => {
    expect(encodeActionRef({ action: 'grade', args: ['s1', '4', 'good'] })).toBe('1~grade~s1~4~good');
  });
});
