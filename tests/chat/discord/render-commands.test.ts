import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { renderChoices, renderCommands } from '../../../src/chat/discord/render-commands.js';
import type { CommandOption, CommandSpec } from '../../../src/chat/port.js';

const both = (en: string, es: string) => ({ en, es });

const option = (name: string, more: Partial<CommandOption> = {}): CommandOption => ({
  name,
  names: both(name, `${name}-es`),
  description: both('What it is', 'Qué es'),
  required: false,
  type: 'string',
  choices: [],
  suggests: false,
  ...more,
});

const command = (...options: CommandOption[]): CommandSpec => ({
  name: 'explain',
  names: both('explain', 'explica'),
  description: both('What the notes say', 'Lo que dicen los apuntes'),
  options,
});

const optionsOf = (spec: CommandSpec) => {
  const [first] = renderCommands([spec], []);
  return first && 'options' in first ? first.options : undefined;
};

describe('renderCommands', () => {
  it('names a command and its options in Spanish too', () => {
    expect(renderCommands([command(option('concept', { required: true, suggests: true }))], [])).toEqual([
      {
        type: 1,
        name: 'explain',
        name_localizations: { 'es-ES': 'explica', 'es-419': 'explica' },
        description: 'What the notes say',
        description_localizations: { 'es-ES': 'Lo que dicen los apuntes', 'es-419': 'Lo que dicen los apuntes' },
        options: [
          {
            type: 3,
            name: 'concept',
            name_localizations: { 'es-ES': 'concept-es', 'es-419': 'concept-es' },
            description: 'What it is',
            description_localizations: { 'es-ES': 'Qué es', 'es-419': 'Qué es' },
            required: true,
            autocomplete: true,
          },
        ],
        contexts: [0, 1],
        integration_types: [0],
      },
    ]);
  });

  it('asks for what is required first', () => {
    const options = optionsOf(command(option('a'), option('b', { required: true }), option('c')));
    expect(options?.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it.each([
    ['string', 3, '5'],
    ['integer', 4, 5],
  ] as const)('offers the fixed values of a %s in both languages', (type, number, value) => {
    const choices = [{ value: '5', label: both('five', 'cinco') }];
    expect(optionsOf(command(option('n', { type, choices, suggests: true })))).toMatchObject([
      { type: number, choices: [{ name: 'five', value, name_localizations: { 'es-ES': 'cinco', 'es-419': 'cinco' } }] },
    ]);
    expect(optionsOf(command(option('n', { type, choices, suggests: true })))?.[0]).not.toHaveProperty('autocomplete');
  });

  it('puts a shortcut into the menu of messages', () => {
    const shortcuts = [{ name: 'card', label: both('Make a flashcard', 'Crear una tarjeta') }];
    expect(renderCommands([], shortcuts)).toEqual([
      {
        type: 3,
        name: 'Make a flashcard',
        name_localizations: { 'es-ES': 'Crear una tarjeta', 'es-419': 'Crear una tarjeta' },
        contexts: [0, 1],
        integration_types: [0],
      },
    ]);
  });

  it('makes what Discord takes, also of words that are too long', () => {
    const long = both('word '.repeat(40), 'palabra '.repeat(40));
    const choices = Array.from({ length: 40 }, (_, index) => ({ value: `${index}`, label: long }));
    const spec = {
      ...command(option('a', { description: long, choices }), option('b', { type: 'integer', choices })),
      description: long,
    };
    for (const each of renderCommands([spec], [{ name: 'x', label: long }])) {
      const parsed = ApplicationCommandUpdateRequestSchema.safeParse(each);
      expect(parsed.success ? [] : parsed.error).toEqual([]);
    }
  });
});

describe('renderChoices', () => {
  it('offers at most 25, shortened, and none that would come back as another', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ label: `${index}`.repeat(120), value: `${index}` }));
    const found = [{ label: 'too long', value: 'v'.repeat(101) }, { label: 'none', value: '' }, ...many];
    const choices = renderChoices(found);
    expect(choices.map(({ value }) => value)).toEqual(many.slice(0, 25).map(({ value }) => value));
    expect(choices.every(({ name }) => name.length <= 100 && name.length > 0)).toBe(true);
  });
});
