import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showScripts, subscript, superscript } from '../../src/core/scripts.js';

describe('raised and lowered text', () => {
  it.each([
    ['24', '²⁴', '₂₄'],
    ['-1', '⁻¹', '₋₁'],
    ['n+1', 'ⁿ⁺¹', 'ₙ₊₁'],
    ['th', 'ᵗʰ', 'ₜₕ'],
    ['a/b', '^(a/b)', '_(a/b)'],
    ['eff', 'ᵉᶠᶠ', '_(eff)'],
    ['Ω', '^(Ω)', '_(Ω)'],
    [' 7 ', '⁷', '₇'],
    ['', '', ''],
  ])('%s', (text, raised, lowered) => {
    expect([superscript(text), subscript(text)]).toEqual([raised, lowered]);
  });

  it('says which letters were raised, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (text) => {
        const words = text.trim();
        fc.pre(words !== '');
        const raised = superscript(text);
        // NFKC gives the plain forms of raised letters; what has none stands there itself.
        const plain = raised === `^(${words})` ? words : raised.normalize('NFKC').replaceAll('−', '-');
        const expected = raised === `^(${words})` ? words : words.normalize('NFKC').replaceAll('−', '-');
        expect(plain).toBe(expected);
      }),
    );
  });
});

describe('tags of powers and indices in plain text', () => {
  it.each([
    ['10<sup>-9</sup> m', '10⁻⁹ m'],
    ['Fe<sub>2</sub>O<sub>3</sub>', 'Fe₂O₃'],
    ['<sup>235</sup>U decae', '²³⁵U decae'],
    ['(a+b)<SUP>2</SUP>', '(a+b)²'],
    ['x<sub>i</sub><sup>2</sup>', 'xᵢ²'],
    ['3<sup>3<sup>3</sup></sup>', '3^(3³)'],
    ['el <sup>texto</sup> suelto', 'el <sup>texto</sup> suelto'],
    ['sin cerrar 2<sup>3', 'sin cerrar 2<sup>3'],
  ])('%s', (text, shown) => {
    expect(showScripts(text)).toBe(shown);
  });

  it('are read in a time that grows with the text', () => {
    const started = performance.now();
    for (const piece of ['2<sup>', '<sub>a</sub', '<sup>a</sup>1']) showScripts(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
