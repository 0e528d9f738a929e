import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isLanguage } from '../../src/core/language.js';
import { isPlainlyOurs, loadToldLanguage, NOTHING_TOLD } from '../../src/language/told-language.js';

/** Paragraphs as people note them down, by their language: own words, some of them without accents or half code. */
const PARAGRAPHS = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('fixtures/paragraphs.json', import.meta.url), 'utf8')));
const tell = await loadToldLanguage();

const each = Object.entries(PARAGRAPHS).flatMap(([tongue, texts]) => texts.map((text) => ({ tongue, text })));
const foreign = each.filter(({ tongue }) => !isLanguage(tongue));
const ours = each.filter(({ tongue }) => isLanguage(tongue));

/** The words of a text in runs of `size`. */
function runsOf(text: string, size: number): readonly string[] {
  const words = text.split(/\s+/);
  return words.flatMap((_, at) =>
    at % size === 0 && at + size <= words.length ? words.slice(at, at + size).join(' ') : [],
  );
}

describe('the language of a text', () => {
  it.each(foreign.filter(({ tongue }) => tongue !== 'gl'))('is told or unsure, never wrong: $tongue, $text', (given) =>
    expect([given.tongue, null]).toContain(tell(given.text)));

  it('is hardly ever unsure of a paragraph', () => {
    const known = each.filter(({ tongue }) => tongue !== 'gl');
    expect(known.filter(({ text }) => tell(text) === null).length).toBeLessThanOrEqual(known.length / 20);
  });

  it('is never Spanish for Galician, and Galician where there is enough of it', () => {
    const galician = PARAGRAPHS.gl ?? [];
    expect(galician.filter((text) => tell(text) === 'es')).toEqual([]);
    expect(tell(galician.join(' '))).toBe('gl');
  });

  it.each(ours)('is never another one for Spanish and English: $text', ({ tongue, text }) =>
    expect([tongue, null]).toContain(tell(text)));

  it('is not told of a few words, of code and of addresses', () => {
    const texts = ['Comandos básicos', 'docker compose', '', '1 2 3 4 5 6 7 8 9', '`ls -la` https://example.org/a/b/c'];
    expect(texts.map(tell)).toEqual(texts.map(() => null));
  });

  it('is told of scripts that put nothing between words', () => {
    expect(tell('光合作用是植物利用太阳光的能量，把二氧化碳和水转化成有机物，并释放出氧气的过程。')).toBe('zh');
    expect(tell('Фотосинтез — это процесс, при котором растения превращают свет солнца в химическую энергию.')).toBe(
      'ru',
    );
  });

  it.each([12, 20, 40])('is wrong for no run of %i words', (size) => {
    const runs = Object.entries(PARAGRAPHS).flatMap(([tongue, texts]) =>
      runsOf(texts.join(' '), size).map((run) => ({ tongue, told: tell(run), run })),
    );
    const wrong = runs.filter(({ tongue, told }) => told !== null && told !== tongue && tongue !== 'gl');
    expect(runs.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('is nothing without a detector', () => {
    expect(each.map(({ text }) => NOTHING_TOLD(text)).every((told) => told === null)).toBe(true);
  });
});

describe('what is plainly Spanish or English', () => {
  it('is nothing that is in another language', () => {
    const whole = Object.entries(PARAGRAPHS).map(([tongue, texts]) => ({ tongue, text: texts.join(' ') }));
    const plain = [...each, ...whole].filter(({ text }) => isPlainlyOurs(text));
    expect([...new Set(plain.map(({ tongue }) => tongue))].sort()).toEqual(['en', 'es']);
    expect(plain.length).toBeGreaterThan(ours.length / 2);
  });

  it('is no French with a Spanish-looking word', () => {
    expect(
      isPlainlyOurs('Dans la cellule il y a un noyau, une membrane et des organites que la lumière rend visibles.'),
    ).toBe(false);
  });
});
