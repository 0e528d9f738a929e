import { describe, expect, it } from 'vitest';
import { spokenLanguages } from '../../src/language/spoken-language.js';

describe('spokenLanguages', () => {
  it.each([
    ['¿qué es un layer?', ['es']],
    ['que son los contenedores', ['es']],
    ['hola', ['es']],
    ['what is a layer?', ['en']],
    ['how do I review', ['en']],
    ['layers', []],
    ['🐳', []],
    ['', []],
  ])('of %j is %j', (text, languages) => {
    expect(spokenLanguages(text)).toEqual(languages);
  });
});
