import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScopedId } from '../../../src/chat/discord/custom-id.js';
import { renderView } from '../../../src/chat/discord/render-view.js';
import type { Block, Button, Control, View } from '../../../src/chat/port.js';
import { runs } from '../../support/runs.js';
import { view } from './arbitrary.js';
import { componentsOf, controlsOf, refusals, textsOf } from './discord-limits.js';

const goButton = (label: string, ...args: string[]): Button => ({
  kind: 'button',
  label,
  action: { action: 'go', args },
});
const button = (label: string, ...args: string[]): Control => goButton(label, ...args);
const rendered = (given: View) => renderView(given, { scope: null });

const REVIEW: View = {
  title: 'Docker › Imágenes · 3 de 10',
  body: [{ kind: 'text', markdown: 'Las imágenes de Docker son **inmutables**: solo cambian si las cambias tú.' }],
  controls: [
    { kind: 'button', label: 'Otra vez · hoy', action: { action: 'review.grade', args: ['7', '2', 'again'] } },
    {
      kind: 'button',
      label: 'Bien · 6 d',
      action: { action: 'review.grade', args: ['7', '2', 'good'] },
      style: 'primary',
    },
    { kind: 'button', label: 'Borrar', action: { action: 'review.drop', args: ['7'] }, style: 'danger' },
    { kind: 'link', label: 'Apuntes', url: 'https://example.com/docker' },
  ],
  footer: '*Docker › Imágenes · docker.md, línea 68*\n\nAsí guardas tu respuesta.',
};

const EXPLANATION: View = {
  tone: 'success',
  title: 'docker_run',
  body: [
    {
      kind: 'text',
      markdown:
        'Arranca un contenedor:\n\n```sh\ndocker run <image> *\n```\n\n| Opción | Qué |\n|---|---|\n| `-d` | detrás |\n| `--rm` | borra |',
    },
    { kind: 'code', code: 'FROM node:20', language: 'Dockerfile' },
    { kind: 'list', items: ['`-d`: *detached*', 'una línea\\\ny otra'], ordered: true },
    {
      kind: 'fields',
      fields: [
        { name: 'Idioma', value: 'Español' },
        { name: 'Zona', value: 'Europe/Madrid (`10:30`)' },
      ],
    },
  ],
};

const BOARD: View = {
  title: 'Semana 47 · Infra',
  body: [
    {
      kind: 'meters',
      meters: [
        { label: '1. Ana', value: 94, max: 100, text: '94 repasos · 90 %' },
        { label: '2. @everyone', value: 1, max: 100, text: '1 repaso' },
        { label: '3. *Sam*', value: 0, max: 100, text: 'aún nada' },
        { label: '', value: 100, max: 100, text: 'todo' },
      ],
    },
  ],
  footer: 'Se cuenta hasta hoy.',
};

describe('renderView', () => {
  it('makes a card of a review', () => {
    expect(rendered(REVIEW)).toMatchInlineSnapshot(`
      [
        {
          "allowed_mentions": {
            "parse": [],
          },
          "components": [
            {
              "accent_color": 7177128,
              "components": [
                {
                  "content": "### Docker › Imágenes · 3 de 10",
                  "type": 10,
                },
                {
                  "content": "Las imágenes de Docker son **inmutables**: solo cambian si las cambias tú.",
                  "type": 10,
                },
                {
                  "divider": true,
                  "spacing": 1,
                  "type": 14,
                },
                {
                  "content": "-# *Docker › Imágenes · docker.md, línea 68*
      -# Así guardas tu respuesta.",
                  "type": 10,
                },
                {
                  "components": [
                    {
                      "custom_id": "1~review.grade~7~2~again",
                      "label": "Otra vez · hoy",
                      "style": 2,
                      "type": 2,
                    },
                    {
                      "custom_id": "1~review.grade~7~2~good",
                      "label": "Bien · 6 d",
                      "style": 1,
                      "type": 2,
                    },
                    {
                      "custom_id": "1~review.drop~7",
                      "label": "Borrar",
                      "style": 4,
                      "type": 2,
                    },
                    {
                      "label": "Apuntes",
                      "style": 5,
                      "type": 2,
                      "url": "https://example.com/docker",
                    },
                  ],
                  "type": 1,
                },
              ],
              "type": 17,
            },
          ],
          "files": [],
          "flags": 32768,
        },
      ]
    `);
  });

  it('shows an explanation with code, a table, a list and fields', () => {
    expect(rendered(EXPLANATION).map(textsOf)).toMatchInlineSnapshot(`
      [
        [
          "### docker\\_run",
          "Arranca un contenedor:

      \`\`\`sh
      docker run <image> *
      \`\`\`

      \`\`\`
      Opción │ Qué
      ───────┼───────
      -d     │ detrás
      --rm   │ borra
      \`\`\`",
          "\`\`\`dockerfile
      FROM node:20
      \`\`\`",
          "1. \`-d\`: *detached*
      2. una línea
         ​y otra",
          "**Idioma**  Español
      **Zona**  Europe/Madrid (\`10:30\`)",
        ],
      ]
    `);
  });

  it('shows bars that begin at the same place', () => {
    expect(rendered(BOARD).map(textsOf)).toMatchInlineSnapshot(`
      [
        [
          "### Semana 47 · Infra",
          "\`█████████░\` **1\\. Ana** 94 repasos · 90 %
      \`█░░░░░░░░░\` **2\\. @​everyone** 1 repaso
      \`░░░░░░░░░░\` **3\\. \\*Sam\\*** aún nada
      \`██████████\` todo",
          "-# Se cuenta hasta hoy.",
        ],
      ]
    `);
  });

  it.each(['neutral', 'success', 'warning', 'danger', undefined] as const)('has a colour for %s', (tone) => {
    const [message] = rendered({ ...(tone ? { tone } : {}), body: [{ kind: 'text', markdown: 'a' }] });
    expect(message?.components).toMatchObject([{ type: 17, accent_color: expect.any(Number) }]);
  });

  it('keeps the order of controls: buttons share rows of five, a select has its own', () => {
    const select: Control = {
      kind: 'select',
      label: 'Zona',
      action: { action: 'zone', args: [] },
      options: [
        { label: 'Madrid', value: 'Europe/Madrid', selected: true },
        { label: 'Lima', value: 'America/Lima', selected: true },
      ],
    };
    const buttons = Array.from({ length: 6 }, (_, index) => button(`${index}`, `${index}`));
    const [message] = rendered({ body: [], controls: [...buttons, select, button('7', '7')] });
    const rows = message ? componentsOf(message).filter((each) => each.type === 1) : [];
    expect(rows.map((row) => ('components' in row ? row.components.length : 0))).toEqual([5, 1, 1, 1]);
    expect(message && controlsOf(message)[6]).toEqual({
      type: 3,
      custom_id: '1~zone',
      placeholder: 'Zona',
      options: [
        { label: 'Madrid', value: 'Europe/Madrid', default: true },
        { label: 'Lima', value: 'America/Lima' },
      ],
    });
  });

  it('keeps both of two controls that do the same', () => {
    const [message] = renderView({ body: [], controls: [button('a'), button('b')] }, { scope: '42' });
    const ids = message ? controlsOf(message).map((each) => ('custom_id' in each ? each.custom_id : '')) : [];
    expect(ids).toEqual(['42|1~go', '42|1~go|2']);
    expect(ids.map(parseScopedId)).toEqual(Array(2).fill({ scope: '42', ref: { action: 'go', args: [] } }));
  });

  it('splits a select with too many options without losing any', () => {
    const options = Array.from({ length: 60 }, (_, index) => ({ label: `o${index}`, value: `${index}` }));
    const [message] = rendered({
      body: [],
      controls: [{ kind: 'select', label: 'Deck', action: { action: 'deck', args: [] }, options }],
    });
    const shown = message ? controlsOf(message).flatMap((each) => ('options' in each ? each.options : [])) : [];
    expect(shown.map(({ value }) => value)).toEqual(options.map(({ value }) => value));
  });

  it.each([
    'javascript:alert(1)',
    'notes.md',
    '',
    `https://x.y/${'z'.repeat(600)}`,
  ])('says a link to %j as text, because it can be no button', (url) => {
    const [message] = rendered({ body: [], controls: [{ kind: 'link', label: 'Apuntes', url }] });
    expect(message && controlsOf(message)).toEqual([]);
    expect(message && textsOf(message).join()).toContain('Apuntes');
  });

  it('is a message even with nothing to show', () => {
    const [message, ...others] = rendered({ title: ' ', body: [{ kind: 'text', markdown: '' }], footer: '\n' });
    expect(others).toEqual([]);
    expect(message && textsOf(message)).toEqual(['…']);
  });

  it('has its own file, byte by byte, at the first message, above the controls', () => {
    const bytes = Uint8Array.of(0, 255, 128, 10);
    const view: View = {
      body: [{ kind: 'text', markdown: 'here' }],
      controls: [{ kind: 'button', label: 'Go', action: { action: 'go', args: [] } }],
      file: { name: 'Días y más.apkg', bytes, orElse: '*not* taken' },
    };
    const [message, ...more] = renderView(view, { scope: null });
    if (message === undefined) throw new Error('no message');
    expect(more).toEqual([]);
    expect(message.files).toEqual([{ name: 'Dias-y-mas.apkg', bytes, text: 'not taken' }]);
    expect(refusals(message)).toEqual([]);
  });

  it('goes on in further messages, the controls in the last, and puts the rest into a file', () => {
    const words = Array.from({ length: 6_000 }, (_, index) => `word${index}`);
    const long: View = { body: [{ kind: 'text', markdown: words.join(' ') }], controls: [button('a')] };
    const messages = renderView(long, { scope: null, restName: 'El resto.txt' });
    const all = messages.flatMap((message) => [...textsOf(message), ...message.files.map(({ text }) => text)]);
    expect(messages.map((message) => message.files.map(({ name }) => name))).toEqual([[], ['El-resto.txt'], []]);
    expect(messages.map((message) => controlsOf(message).length)).toEqual([0, 0, 1]);
    expect(all.join(' ').match(/word\d+/g)).toEqual(words);
  });

  it('shows a question large, where one is small with a bar, and the button of a row beside it', () => {
    const given: View = {
      body: [
        { kind: 'headline', markdown: '¿Qué hace `docker ps`?\n\n- a\n- b' },
        { kind: 'caption', text: 'Docker · 3 de 10', bar: { value: 3, max: 10 } },
        {
          kind: 'rows',
          rows: [
            { markdown: '**Docker** · 3 para hoy', bar: { value: 1, max: 4 }, controls: [goButton('Repasar', '1')] },
            { markdown: 'git', controls: [goButton('Repasar', '2'), goButton('Cambios', '2')] },
          ],
        },
      ],
      controls: [button('Ayuda')],
    };
    const [message] = rendered(given);
    expect(textsOf(message!)).toEqual([
      '## ¿Qué hace `docker ps`?\n- a\n- b',
      '-# Docker · 3 de 10 `███░░░░░░░`',
      '`███░░░░░░░` **Docker** · 3 para hoy',
      'git',
    ]);
    const types = componentsOf(message!).map(({ type }) => type);
    expect(types.filter((type) => type === ComponentType.Section)).toHaveLength(1);
    expect(types.filter((type) => type === ComponentType.ActionRow)).toHaveLength(2);
    expect(controlsOf(message!)).toHaveLength(4);
  });

  it('pages rows rather than going over the components of a message', () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({
      markdown: `row${n}`,
      controls: [goButton('a', `${n}`), goButton('b', `${n}`)],
    }));
    const messages = rendered({ body: [{ kind: 'rows', rows }], controls: [button('next')] });
    expect(messages.flatMap(refusals)).toEqual([]);
    expect(messages.length).toBeGreaterThan(1);
  });

  it('makes nothing that Discord refuses, whatever the view', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(null, '123456789012345678'), (any, scope) => {
        expect(renderView(any, { scope, restName: 'ñ/rest.txt' }).flatMap(refusals)).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
  });

  it('loses no word of what a view says', () => {
    const shape = fc.record({
      kind: fc.constantFrom('text', 'code', 'list', 'fields', 'meters', 'headline', 'caption', 'rows'),
      size: fc.nat(500),
    });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 8 }), fc.nat(200), (shapes, footer) => {
        const words = Array.from(
          { length: 3 + footer + shapes.reduce((n, { size }) => n + size, 0) },
          (_, n) => `w${n}`,
        );
        const queue = [...words];
        const title = queue.splice(0, 3).join(' ');
        const body = shapes.map(({ kind, size }) => blockOf(kind, queue.splice(0, size)));
        const given: View = { title, body, footer: queue.join(' '), controls: [button('a')] };
        const said = rendered(given).flatMap((message) => [...textsOf(message), ...message.files.map((f) => f.text)]);
        const found = new Set(said.join(' ').match(/w\d+/g));
        expect(words.filter((word) => !found.has(word))).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});

function blockOf(kind: string, words: readonly string[]): Block {
  if (kind === 'code') return { kind: 'code', code: words.join('\n') };
  if (kind === 'list') return { kind: 'list', items: words };
  if (kind === 'fields') return { kind: 'fields', fields: words.map((word) => ({ name: word, value: `*${word}*` })) };
  if (kind === 'headline') return { kind: 'headline', markdown: words.join(' ') };
  if (kind === 'caption') return { kind: 'caption', text: words.join(' ') };
  if (kind === 'rows') return { kind: 'rows', rows: words.map((markdown) => ({ markdown, controls: [] })) };
  if (kind === 'meters')
    return { kind: 'meters', meters: words.map((label) => ({ label, text: label, value: 1, max: 2 })) };
  return { kind: 'text', markdown: words.map((word) => `**${word}**`).join(' ') };
}
