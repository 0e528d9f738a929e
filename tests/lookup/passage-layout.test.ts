import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPassage } from '../../src/lookup/passage-layout.js';
import { passage } from './support/passages.js';

const body = (title: string, markdown: string) => layoutPassage(passage(title, markdown), null).body;

describe('a section', () => {
  it.each([
    ['Qué es Docker?', '* Nació en 2013.\n* Docker es un runtime.', '* Docker es un runtime.\n* Nació en 2013.'],
    [
      'Imágenes',
      'Antes.\n\nUna imagen es una plantilla.\n\nDespués.',
      'Una imagen es una plantilla.\n\nAntes.\n\nDespués.',
    ],
    [
      'Layers',
      '- One.\n- The layers are steps.\n  - below\n- Two.',
      '- The layers are steps.\n  - below\n- One.\n- Two.',
    ],
  ])('%s says first what it is', (title, markdown, laidOut) => {
    expect(body(title, markdown)).toBe(laidOut);
  });

  it.each([
    ['Layers', '* Docker es un runtime.\n* Otra cosa.'],
    ['Docker', '1. Instala.\n2. Docker es lo que corre.'],
    ['Docker', '```\nls\n```\n\nNada.'],
  ])('%s stays as it stands where nothing defines it, or its steps are numbered', (title, markdown) => {
    expect(body(title, markdown)).toBe(markdown);
  });

  it('keeps every line that it has, and adds none', () => {
    const line = fc.constantFrom(
      '* Docker es uno.',
      '* Otro.',
      '',
      'Docker is a thing.',
      '  sigue',
      '```',
      '1. Docker es',
    );
    const lines = (text: string) =>
      text
        .split('\n')
        .map((each) => each.trim())
        .filter((each) => each !== '')
        .sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (some) => {
        const markdown = some.join('\n');
        expect(lines(body('Docker', markdown))).toEqual(lines(markdown));
      }),
    );
  });
});

describe('a term', () => {
  const section = passage(
    'Containers',
    '* **LXC**: implementación de containers.\n\n```sh\nlxc-start\n```\n\n* Nada más.\n* Docker es más simple que LXC.\n* Los LXCs pasaron.',
    { id: 'section' },
  );
  const term = passage('LXC', 'implementación de containers.', { kind: 'term' });

  it('comes with its example and with what else its section says of it', () => {
    expect(layoutPassage(term, section)).toEqual({
      body: 'implementación de containers.',
      more: '```sh\nlxc-start\n```\n\n* Docker es más simple que LXC.\n* Los LXCs pasaron.',
    });
  });

  it('stands alone where its section says nothing else of it', () => {
    expect(layoutPassage(term, passage('Containers', '* **LXC**: implementación de containers.\n* Otra.')).more).toBe(
      '',
    );
    expect(layoutPassage(term, null).more).toBe('');
  });
});
