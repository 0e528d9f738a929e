import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsToBot } from '../../../src/chat/web/addressed.js';

describe('a line that is said to the bot', () => {
  it.each([
    ['@Repaso what is a layer?', 'what is a layer?'],
    ['@repaso: what is a layer?', 'what is a layer?'],
    ['what is a layer, @REPASO?', 'what is a layer?'],
    ['what is a layer @Repaso', 'what is a layer'],
    ['Repaso, what is a layer?', 'what is a layer?'],
    ['repaso: hoy', 'hoy'],
    ['¿Repaso, qué es un layer?', 'qué es un layer?'],
    ['Repaso! help', 'help'],
    ['what is a layer, repaso?', 'what is a layer?'],
    ['gracias, Repaso.', 'gracias.'],
    ['@Repaso', ''],
    ['Repaso?', ''],
  ])('%j says %j', (line, words) => {
    expect(wordsToBot(line, 'Repaso')).toBe(words);
  });

  it.each([
    'mañana repaso docker',
    'Repaso docker mañana',
    'un repaso rápido',
    'mail me at ana@repaso.example',
    'see @repasos',
    'what is a layer?',
    '',
  ])('is not %j', (line) => {
    expect(wordsToBot(line, 'Repaso')).toBeNull();
  });

  it('is told of any line, and any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (line, name) => {
        expect([null, 'string']).toContain(wordsToBot(line, name) === null ? null : 'string');
      }),
    );
  });
});
