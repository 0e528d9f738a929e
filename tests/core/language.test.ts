import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../src/core/language.js';
import { fold } from '../../src/core/text.js';

describe('languages', () => {
  it.each([
    [['es-AR', 'en'], 'es'],
    [['fr', 'en-GB', 'es'], 'en'],
    [['ES'], 'es'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ])('for %j it speaks %s', (tags, language) => {
    expect(preferredLanguage(tags)).toBe(language);
  });
});

describe('text', () => {
  it('folds what people type', () => {
    expect(fold('Máquina VIRTUAL')).toBe('maquina virtual');
  });
});
