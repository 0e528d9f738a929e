import { describe, expect, it } from 'vitest';
import { asked, read } from './support.js';

describe('a heading without its space', () => {
  it('is a heading', () => {
    const { deck } = read('# Corazón\n\n##Válvulas\n\n**Mitral**: la válvula que separa aurícula y ventrículo\n');
    expect(deck?.cards.map(({ context }) => context.at(-1))).toEqual(['Válvulas']);
  });

  it('is left as it stands in code', () => {
    const code = '# Shell\n\n## Which line opens the chapter?\n\n```\n##Install\n```\n';
    expect(asked(code)).toEqual([expect.stringContaining('##Install')]);
  });
});
