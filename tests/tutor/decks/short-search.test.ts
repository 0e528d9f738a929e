import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/text.js';
import { shortSearch } from '../../../src/tutor/decks/short-search.js';

const TEXTS = [
  'que son los layers de las imagenes?',
  'cada imagen tiene uno o mas layers',
  'que es un contenedor?',
  'что такое контейнеризация приложений и виртуализация серверов',
  'что такое образ',
  'コンテナ仮想化技術の概要',
  'コンテナ',
].map(fold);

function indexes(words: string): readonly number[] {
  const { found } = shortSearch(words, TEXTS);
  return TEXTS.flatMap((_, index) => (found(index) ? [index] : []));
}

describe('a search that a button carries', () => {
  it.each([
    ['Imágenes', 'Imágenes'],
    ['  los   LAYERS ', 'los LAYERS'],
    ['', ''],
    ['\ud83d', ''],
  ])('%j is %j: as it was typed, where it is short', (typed, search) => {
    expect(shortSearch(typed, TEXTS).search).toBe(search);
  });

  it.each([
    'que son los layers de las imagenes? que son los layers',
    'контейнеризация приложений виртуализация',
    'コンテナ仮想化技術の概要',
  ])('%s is cut, and finds the same', (typed) => {
    const { search } = shortSearch(typed, TEXTS);
    expect(encodeURIComponent(search).length).toBeLessThanOrEqual(40);
    expect(indexes(search)).toEqual(indexes(typed));
    expect(indexes(search)).toHaveLength(1);
  });

  it('is never too long, is not lost, and finds all that was found, whatever is typed', () => {
    const word = fc.oneof(fc.constantFrom(...TEXTS.flatMap((text) => text.split(' '))), fc.string({ unit: 'binary' }));
    const typing = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(typing, (typed) => {
        const { search } = shortSearch(typed, TEXTS);
        expect(encodeURIComponent(search).length).toBeLessThanOrEqual(40);
        const isBlank = fold(typed.replace(/\p{Cs}/gu, ' ')).trim() === '';
        if (!isBlank) expect(search).not.toBe('');
        expect(indexes(search)).toEqual(expect.arrayContaining([...indexes(typed)]));
      }),
    );
  });

  it('is made in no time of what somebody pasted', () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `card ${index} says ${'word '.repeat(20)}${index % 7}`);
    const typed = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    const started = performance.now();
    shortSearch(typed, texts);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
