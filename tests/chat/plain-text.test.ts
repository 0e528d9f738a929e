import { describe, expect, it } from 'vitest';
import { markdownToPlainText, viewToPlainText } from '../../src/chat/plain-text.js';

describe('markdownToPlainText', () => {
  it.each([
    ['emphasis', 'Las imágenes son **inmutables** y *pequeñas*', 'Las imágenes son inmutables y pequeñas'],
    ['paragraphs', 'one\n\ntwo', 'one\n\ntwo'],
    ['lists', '- one\n- two\n  - three', '• one\n• two\n  • three'],
    ['ordered lists', '3. one\n4. two', '3. one\n4. two'],
    ['code', 'Use `docker run`\n\n```sh\ndocker ps\n```', 'Use docker run\n\ndocker ps'],
    ['links', '[the docs](https://example.org/a)', 'the docs (https://example.org/a)'],
    ['bare links once', '<https://example.org/a> <a@example.org>', 'https://example.org/a a@example.org'],
    ['raw HTML as it is written', 'docker run <image>', 'docker run <image>'],
    ['the gap of a cloze', 'son **[…]**', 'son […]'],
    ['escapes', '1\\. not a list \\*', '1. not a list *'],
    ['line breaks', 'one\\\ntwo', 'one\ntwo'],
  ])('flattens %s', (_, markdown, plain) => {
    expect(markdownToPlainText(markdown)).toBe(plain);
  });
});

describe('viewToPlainText', () => {
  it('says everything that a view shows', () => {
    const plain = viewToPlainText({
      title: 'Semana 47',
      body: [
        { kind: 'text', markdown: 'El equipo **olvida**' },
        { kind: 'fields', fields: [{ name: 'Racha', value: '*21*' }] },
        { kind: 'list', items: ['Ana', 'Luis'], ordered: true },
        { kind: 'meters', meters: [{ label: 'Ana', value: 94, max: 100, text: '94 %' }] },
        { kind: 'code', code: 'docker ps' },
      ],
      controls: [
        { kind: 'button', label: 'Mi progreso', action: { action: 'mine', args: [] } },
        { kind: 'link', label: 'Leer', url: 'https://example.org/' },
        {
          kind: 'select',
          label: 'Hora',
          action: { action: 'hour', args: [] },
          options: [{ label: '9:00', value: '9' }],
        },
      ],
      footer: '*docker.md*',
    });
    expect(plain).toBe(
      [
        'Semana 47',
        'El equipo olvida',
        'Racha: 21',
        '1. Ana\n2. Luis',
        'Ana: 94 %',
        'docker ps',
        'docker.md',
        '[Mi progreso] [Hora: 9:00]',
        'Leer: https://example.org/',
      ].join('\n\n'),
    );
  });

  it('is empty for an empty view', () => {
    expect(viewToPlainText({ body: [] })).toBe('');
  });
});
