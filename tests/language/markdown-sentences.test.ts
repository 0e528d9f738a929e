import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownSentences } from '../../src/language/markdown-sentences.js';

describe('the sentences of notes', () => {
  it.each([
    ['* Una. Otra: más.\n* Tercera', ['Una.', 'Otra: más.', 'Tercera']],
    ['A sentence that\nruns over a line. ¿Otra?', ['A sentence that\nruns over a line.', '¿Otra?']],
    ['1. [x] Uno\n   sigue\n\n> Cita **fuerte.** Fin', ['Uno\n   sigue', 'Cita **fuerte.**', 'Fin']],
    [
      'Antes:\n```sh\ndocker run. Now\n\nagain\n```\nDespués.',
      ['Antes:', '```sh\ndocker run. Now\n\nagain\n```', 'Después.'],
    ],
    ['Versión 2.0 de node.js', ['Versión 2.0 de node.js']],
    ['| a | b |\n|---|---|\n| c | d |', ['| a | b |', '| c | d |']],
    ['***\n\n🚀', []],
    ['', []],
  ])('of %j', (markdown, sentences) => {
    expect(markdownSentences(markdown)).toEqual(sentences);
  });

  it('are parts of the text as it stands, whatever the text', () => {
    const piece = fc.constantFrom(
      '* ',
      'Una frase. ',
      '```\n',
      '\n',
      '  ',
      '> ',
      '# ',
      'x',
      '¿Otra? ',
      '| a |\n',
      '12. ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((some) => some.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (markdown) => {
        for (const sentence of markdownSentences(markdown)) expect(markdown).toContain(sentence);
      }),
    );
  });
});
