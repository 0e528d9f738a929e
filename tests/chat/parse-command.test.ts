import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomWords } from '../../src/bot/room-words.js';
import { findCommand, parseCommand, splitCommand, usageOf } from '../../src/chat/parse-command.js';
import type { CommandOption, CommandSpec } from '../../src/chat/port.js';

const words = roomWords(['en']);

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
  const description = { en: name, es: name };
  return {
    name,
    names: description,
    description,
    required: false,
    type: 'string',
    choices: [],
    suggests: false,
    ...more,
  };
}
function spec(...options: readonly CommandOption[]): CommandSpec {
  return { name: 'go', names: { en: 'go', es: 'ir' }, description: { en: 'Go', es: 'Ve' }, options };
}

const explain = spec(option('concept', { required: true }));
const onOff = option('switch', {
  choices: [
    { value: 'on', label: { en: 'on', es: 'sí' } },
    { value: 'off', label: { en: 'off', es: 'no' } },
  ],
});
const daily = spec(onOff, option('hour', { type: 'integer' }));
const review = spec(option('deck'));

describe('splitCommand', () => {
  it.each([
    ['a command', '/review', { name: 'review', rest: '' }],
    ['a command and more', ' /Explain  los layers ', { name: 'explain', rest: 'los layers' }],
    ['a command over lines', '/explain\nlayers', { name: 'explain', rest: 'layers' }],
    ['an unknown command', '/dance', { name: 'dance', rest: '' }],
  ])('reads %s', (_, line, expected) => {
    expect(splitCommand(line)).toEqual(expected);
  });

  it.each([
    ['hello'],
    ['a /review'],
    ['/etc/hosts is a file'],
    ['/'],
    ['// note'],
    ['/ review'],
  ])('leaves %j to the conversation', (line) => {
    expect(splitCommand(line)).toBeNull();
  });
});

describe('parseCommand', () => {
  it.each([
    ['the rest of the line for a text', explain, 'los layers de Docker', { concept: 'los layers de Docker' }],
    ['a text by its name', explain, 'concept:los layers', { concept: 'los layers' }],
    ['nothing where nothing is needed', review, '', {}],
    ['choices and numbers by place', daily, 'on 9', { switch: 'on', hour: '9' }],
    ['a choice by its words in Spanish', daily, 'SÍ', { switch: 'on' }],
    ['names in any order', daily, 'hour:9 switch:off', { hour: '9', switch: 'off' }],
    ['a number where the choice is left out', daily, '9', { hour: '9' }],
    ['a colon inside a text', explain, 'http://example.org', { concept: 'http://example.org' }],
  ])('reads %s', (_, command, rest, options) => {
    expect(parseCommand(command, rest, words)).toEqual({ ok: true, options });
  });

  it.each([
    ['what is missing', explain, '', words.missingOption('/go <concept>', 'concept')],
    ['a wrong choice by name', daily, 'switch:maybe', words.wrongChoice('switch', ['on', 'off'])],
    ['a word for a number', daily, 'hour:nine', words.notANumber('hour')],
    ['too much', daily, 'on 9 please', words.tooMuch('/go [switch] [hour]')],
  ])('says %s', (_, command, rest, problem) => {
    expect(parseCommand(command, rest, words)).toMatchObject({ ok: false, problem });
  });

  it('takes any text for a free option whole, and always ends', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const parsed = parseCommand(review, typed.trim(), words);
        if (!parsed.ok || typed.trim() === '' || typed.includes(':')) return;
        expect(parsed.options.deck).toBe(typed.trim());
      }),
    );
    fc.assert(fc.property(fc.string(), (typed) => typeof parseCommand(daily, typed, words).ok === 'boolean'));
  });
});

it('shows how a command is used', () => {
  const usages = [explain, daily, spec()].map((command) => usageOf(command, 'en'));
  expect(usages).toEqual(['/go <concept>', '/go [switch] [hour]', '/go']);
  expect(usageOf(explain, 'es', '/repaso ')).toBe('/repaso ir <concept>');
});

describe('findCommand', () => {
  const other = { ...spec(), name: 'ir', names: { en: 'ir', es: 'marchar' } };
  it.each([
    ['go', 'go'],
    ['marchar', 'ir'],
    ['GO', 'go'],
    ['ir', 'ir'],
  ])('knows %j by its name, in any language and case', (word, name) => {
    expect(findCommand([spec(), other], word)?.name).toBe(name);
  });

  it('knows no other word', () => expect(findCommand([spec()], 'dance')).toBeUndefined());
});

it('says which option is missing', () => {
  expect(parseCommand(explain, '', words)).toMatchObject({ ok: false, missing: { name: 'concept' } });
  expect(parseCommand(daily, 'switch:maybe', words)).toMatchObject({ ok: false, missing: null });
});
