import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../src/chat/discord/render-form.js';
import type { Form } from '../../../src/chat/port.js';
import { hostileText } from './arbitrary.js';

const FORM: Form = {
  title: 'Tu zona horaria',
  action: { action: 'settings.zone', args: [] },
  submitLabel: 'Guardar',
  fields: [
    {
      kind: 'text',
      name: 'zone',
      label: 'Ciudad o zona',
      value: 'Europe/Madrid',
      placeholder: 'Lima, Madrid, UTC−5 …',
      hint: 'Un **nombre** basta.',
      required: true,
      multiline: false,
      maxLength: 60,
    },
    {
      kind: 'text',
      name: 'note',
      label: 'Lo que quieras añadir, tan largo como haga falta para entenderlo',
      required: false,
      multiline: true,
      maxLength: 9_000,
    },
  ],
};

describe('renderForm', () => {
  it('makes a modal with a labelled input for each field', () => {
    expect(renderForm(FORM, { scope: '42' })).toEqual({
      custom_id: '42|1~settings.zone',
      title: 'Tu zona horaria',
      components: [
        {
          type: 18,
          label: 'Ciudad o zona',
          description: 'Un **nombre** basta.',
          component: {
            type: 4,
            custom_id: 'zone',
            style: 1,
            required: true,
            min_length: 1,
            max_length: 60,
            placeholder: 'Lima, Madrid, UTC−5 …',
            value: 'Europe/Madrid',
          },
        },
        {
          type: 18,
          label: 'Lo que quieras añadir, tan largo como haga f…',
          description: 'Lo que quieras añadir, tan largo como haga falta para entenderlo',
          component: { type: 4, custom_id: 'note', style: 2, required: false, min_length: 0, max_length: 4_000 },
        },
      ],
    });
  });

  it('cuts what is filled in to what the field holds, between characters', () => {
    const field = {
      kind: 'text' as const,
      name: 'a',
      label: 'a',
      value: 'ab👩‍👩‍👧cd',
      required: true,
      multiline: false,
      maxLength: 5,
    };
    const [first] = renderForm({ ...FORM, fields: [field] }, { scope: null }).components;
    expect(first).toMatchObject({ component: { value: 'ab', max_length: 5 } });
  });

  it('is taken by Discord whatever the words', () => {
    const long = fc.tuple(hostileText, fc.nat(200)).map(([text, n]) => text.repeat(n));
    const field = fc.record({
      label: long,
      value: long,
      placeholder: long,
      hint: long,
      required: fc.boolean(),
      multiline: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(long, fc.array(field, { minLength: 1, maxLength: 5 }), (title, fields) => {
        const named = fields.map((each, index) => ({ ...each, kind: 'text' as const, name: `f${index}` }));
        const data = renderForm({ ...FORM, title, fields: named }, { scope: null });
        const parsed = ModalInteractionCallbackRequestSchema.safeParse({ type: 9, data });
        expect(parsed.success ? [] : parsed.error).toEqual([]);
        expect(data.title.length).toBeLessThanOrEqual(45);
      }),
    );
  });

  it.each([
    ['must be', true, { required: true, min_values: 1 }],
    ['may be', false, { required: false, min_values: 0 }],
  ])('asks for one file where one %s sent, as Discord takes it', (_, required, rest) => {
    const field = { kind: 'file', name: 'notes', label: 'Apuntes', required, accept: ['.md'], maxBytes: 9 } as const;
    const modal = renderForm({ ...FORM, fields: [field] }, { scope: null });
    expect(modal.components).toEqual([
      { type: 18, label: 'Apuntes', component: { type: 19, custom_id: 'notes', max_values: 1, ...rest } },
    ]);
    expect(ModalInteractionCallbackRequestSchema.safeParse({ type: 9, data: modal }).success).toBe(true);
  });
});
