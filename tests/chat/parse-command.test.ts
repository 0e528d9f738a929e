import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/bot/features.js';
import { roomWords } from '../../src/bot/room-words.js';
import type { KnownValues } from '../../src/chat/command-values.js';
import { quoteValue } from '../../src/chat/line-pieces.js';
import { findCommand, lineOf, parseCommand, splitCommand, usageOf } from '../../src/chat/parse-command.js';
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

const explain = spec(option('concept', { required: true, names: { en: 'concept', es: 'concepto' } }));
const onOff = option('switch', {
  choices: [
    { value: 'on', label: { en: 'on', es: 'sí' } },
    { value: 'off', label: { en: 'off', es: 'no' } },
  ],
});
const daily = spec(onOff, option('hour', { type: 'integer' }));
const review = spec(option('deck'));
const exporting = spec(
  option('deck', { names: { en: 'deck', es: 'mazo' } }),
  option('format', {
    names: { en: 'format', es: 'formato' },
    choices: [
      { value: 'csv', label: { en: 'CSV', es: 'CSV' } },
      { value: 'apkg', label: { en: 'Anki', es: 'Anki' } },
      { value: 'zip', label: { en: 'Markdown', es: 'Markdown' } },
    ],
  }),
);
const alias = spec(option('alias'), option('meaning', { names: { en: 'meaning', es: 'significado' } }));
const three = spec(option('one'), option('two'), option('three'));

describe('splitCommand', () => {
  it.each([
    ['a command', '/review', { name: 'review', rest: '' }],
    ['a command and more', ' /Explain  los layers ', { name: 'explain', rest: 'los layers' }],
    ['a command over lines', '/explain\nlayers', { name: 'explain', rest: 'layers' }],
    ['an unknown command', '/dance', { name: 'dance', rest: '' }],
    ['a command with a sign', '/help!', { name: 'help', rest: '' }],
    ['a command with a sign and more', '/review: docker', { name: 'review', rest: 'docker' }],
    ['accents that are typed apart', '/clasificacio\u0301n', { name: 'clasificación', rest: '' }],
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
    ['a text by its name in Spanish and a space', explain, 'Concepto: los layers', { concept: 'los layers' }],
    ['a text in quotes', explain, '"los layers"', { concept: 'los layers' }],
    ['a text in smart quotes', explain, '“los layers”', { concept: 'los layers' }],
    ['a text in Spanish quotes', explain, '«los layers»', { concept: 'los layers' }],
    ['a text in mixed quotes', explain, '“los layers"', { concept: 'los layers' }],
    ['a text with quotes in it', explain, '"docker" and "vm"', { concept: '"docker" and "vm"' }],
    ['a text with one quote', explain, "'tis what's left", { concept: "'tis what's left" }],
    ['nothing where nothing is written', review, '', {}],
    ['nothing where nothing is needed', explain, '', {}],
    ['choices and numbers by place', daily, 'on 9', { switch: 'on', hour: '9' }],
    ['a choice by its words in Spanish', daily, 'SÍ', { switch: 'on' }],
    ['a choice without its accent', daily, 'si 9', { switch: 'on', hour: '9' }],
    ['names in any order', daily, 'hour:9 switch:off', { hour: '9', switch: 'off' }],
    ['names with an equals sign', daily, 'hour=9 switch = off', { hour: '9', switch: 'off' }],
    ['a name and a place', daily, 'hour: 9 on', { hour: '9', switch: 'on' }],
    ['a number where the choice is left out', daily, '9', { hour: '9' }],
  ])('reads %s', (_, command, rest, options) => {
    expect(parseCommand(command, rest, words)).toEqual({ ok: true, options });
  });

  it.each([
    ['http://example.org', explain],
    ['what does prom: mean?', explain],
    ['https://x.y', explain],
    ['a concept: why?', explain],
    ['concept://x', explain],
    ['x = y', explain],
    ['deck:docker', explain],
    ['say "it" as csv', explain],
  ])('leaves %j as the text that it is', (rest, command) => {
    expect(parseCommand(command, rest, words)).toEqual({ ok: true, options: { concept: rest } });
  });

  it.each([
    ['docker csv', { deck: 'docker', format: 'csv' }],
    ['csv docker', { deck: 'docker', format: 'csv' }],
    ['docker as csv', { deck: 'docker', format: 'csv' }],
    ['docker en formato csv', { deck: 'docker', format: 'csv' }],
    ['csv of docker', { deck: 'docker', format: 'csv' }],
    ['docker notes csv', { deck: 'docker notes', format: 'csv' }],
    ['redes de computadores ANKI', { deck: 'redes de computadores', format: 'apkg' }],
    ['csv', { format: 'csv' }],
    ['docker', { deck: 'docker' }],
    ['"csv"', { deck: 'csv' }],
    ['"docker csv"', { deck: 'docker csv' }],
    ['"docker csv" csv', { deck: 'docker csv', format: 'csv' }],
    ['deck:docker notes csv', { deck: 'docker notes', format: 'csv' }],
    ['format:csv docker notes', { deck: 'docker notes', format: 'csv' }],
    ['formato=anki mazo="redes de computadores"', { deck: 'redes de computadores', format: 'apkg' }],
    ['deck: docker, format: csv', { deck: 'docker', format: 'csv' }],
    ['csv comparisons', { deck: 'comparisons', format: 'csv' }],
  ])('reads a text and a choice: %s', (rest, options) => {
    expect(parseCommand(exporting, rest, words)).toEqual({ ok: true, options });
  });

  it.each([
    ['prom Prometheus', 'prom', 'Prometheus'],
    ['alias:prom meaning:Prometheus', 'prom', 'Prometheus'],
    ['meaning:Prometheus alias:prom', 'prom', 'Prometheus'],
    ['significado: Prometheus alias: prom', 'prom', 'Prometheus'],
    ['alias:prom Prometheus', 'prom', 'Prometheus'],
    ['meaning:"Prometheus" prom', 'prom', 'Prometheus'],
    ['prom meaning:Prometheus de Google', 'prom', 'Prometheus de Google'],
    ['prom = Prometheus', 'prom', 'Prometheus'],
    ['prom=Prometheus', 'prom', 'Prometheus'],
    ['prom= Prometheus', 'prom', 'Prometheus'],
    ['prom =Prometheus', 'prom', 'Prometheus'],
    ['prom="Prometheus server"', 'prom', 'Prometheus server'],
    ['prom: Prometheus', 'prom', 'Prometheus'],
    ['prom:Prometheus', 'prom', 'Prometheus'],
    ['prom, Prometheus', 'prom', 'Prometheus'],
    ['prom -> Prometheus', 'prom', 'Prometheus'],
    ['prom → Prometheus', 'prom', 'Prometheus'],
    ['"red local" LAN', 'red local', 'LAN'],
    ['“red local” “LAN virtual”', 'red local', 'LAN virtual'],
    ["'red local' = 'LAN'", 'red local', 'LAN'],
    ['red local = LAN', 'red local', 'LAN'],
    ['k8s Kubernetes de Google', 'k8s', 'Kubernetes de Google'],
    ['docs https://example.org/a', 'docs', 'https://example.org/a'],
    ['alias:red local meaning:LAN de casa', 'red local', 'LAN de casa'],
    ['c# C sharp', 'c#', 'C sharp'],
  ])('reads two texts: %s', (rest, name, meaning) => {
    expect(parseCommand(alias, rest, words)).toEqual({ ok: true, options: { alias: name, meaning } });
  });

  it.each([
    ['prom'],
    ['prom ='],
    ['alias:prom'],
    ['alias: prom meaning:'],
    ['"prom"'],
    ['https://x.y'],
  ])('reads one of two texts: %s', (rest) => {
    const name = rest.startsWith('http') ? rest : 'prom';
    expect(parseCommand(alias, rest, words)).toEqual({ ok: true, options: { alias: name } });
  });

  const known: KnownValues = new Map([
    ['meaning', ['Imagenes de Docker', 'Docker']],
    ['alias', []],
    ['deck', ['Docker CSV', 'Docker']],
  ]);
  it.each([
    [alias, 'dibujos de Docker Imagenes de Docker', { alias: 'dibujos de Docker', meaning: 'Imagenes de Docker' }],
    [alias, 'mi amigo docker', { alias: 'mi amigo', meaning: 'docker' }],
    [alias, 'mi amigo fiel', { alias: 'mi', meaning: 'amigo fiel' }],
    [exporting, 'docker csv', { deck: 'docker csv' }],
    [exporting, 'docker csv csv', { deck: 'docker csv', format: 'csv' }],
  ])('keeps values together that the bot knows: %#', (command, rest, options) => {
    expect(parseCommand(command, rest, words, '/', known)).toEqual({ ok: true, options });
  });

  it('tells of a choice that nobody knows behind a value that is known', () => {
    const decks: KnownValues = new Map([['deck', ['Docker', 'docker']]]);
    const problem = words.wrongChoice('format', ['CSV', 'Anki', 'Markdown']);
    expect(parseCommand(exporting, 'docker pdf', words, '/', decks)).toEqual({ ok: false, problem });
    expect(parseCommand(exporting, 'dock pdf', words, '/', decks)).toMatchObject({ ok: true });
  });

  it.each([
    ['a wrong choice by name', daily, 'switch:maybe', words.wrongChoice('switch', ['on', 'off'])],
    ['a wrong choice by place', daily, 'maybe', words.wrongChoice('switch', ['on', 'off'])],
    ['a word for a number', daily, 'hour:nine', words.notANumber('hour')],
    ['too much', daily, 'on 9 please', words.tooMuch('/go [switch] [hour]')],
    ['what a command without options does not take', spec(), 'away', words.tooMuch('/go')],
  ])('says %s', (_, command, rest, problem) => {
    expect(parseCommand(command, rest, words)).toMatchObject({ ok: false, problem });
  });
});

/** Every command of the bot, and some that it has not. */
const SPECS = [...FEATURES.map(({ command }) => command), explain, daily, review, exporting, alias, three, spec()];

/** What people and machines write: words of the grammar among anything else. */
const line = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '"',
        "'",
        '“',
        '”',
        '«',
        '»',
        ':',
        '=',
        '->',
        'deck:',
        'format=',
        'alias',
        'csv',
        'on',
        '9',
        ' ',
        '\n',
        'as',
        ',',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const value = line.filter((text) => text !== '');

describe('whatever is typed', () => {
  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPECS), line, fc.array(value, { maxLength: 3 }), (command, rest, values) => {
        const known = new Map(command.options.map(({ name }) => [name, values]));
        expect(typeof parseCommand(command, rest, words, '/', known).ok).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes back as it was where it is quoted, by name and by place', () => {
    fc.assert(
      fc.property(value, value, value, (one, two, last) => {
        const options = { one, two, three: last };
        const placed = [one, two, last].map(quoteValue).join(' ');
        const named = `one:${quoteValue(one)} two=${quoteValue(two)} three: ${quoteValue(last)}`;
        expect(parseCommand(three, placed, words)).toEqual({ ok: true, options });
        expect(parseCommand(three, named, words)).toEqual({ ok: true, options });
        expect(parseCommand(explain, quoteValue(one), words)).toEqual({ ok: true, options: { concept: one } });
        const choice = parseCommand(exporting, `${quoteValue(one)} csv`, words);
        expect(choice).toEqual({ ok: true, options: { deck: one, format: 'csv' } });
      }),
      { numRuns: 1_000 },
    );
  });

  it('means the same in any order where it is named', () => {
    const parts = fc.tuple(value.map(quoteValue), value.map(quoteValue), fc.constantFrom('csv', 'Anki'));
    fc.assert(
      fc.property(parts, fc.boolean(), ([one, two, format], isSpanish) => {
        const texts = [`alias:${one}`, `meaning = ${two}`];
        expect(parseCommand(alias, texts.toReversed().join(' '), words)).toEqual(
          parseCommand(alias, texts.join(' '), words),
        );
        const choice = [`${isSpanish ? 'mazo' : 'deck'}:${one}`, `formato=${format}`];
        expect(parseCommand(exporting, choice.toReversed().join(' '), words)).toEqual(
          parseCommand(exporting, choice.join(' '), words),
        );
      }),
    );
  });

  it('is written back as a line that is read the same', () => {
    const valued = fc.constantFrom(explain, review, exporting, alias, three).chain((command) =>
      fc.record({
        command: fc.constant(command),
        values: fc.tuple(
          ...command.options.map(({ choices }) =>
            fc.option(choices.length > 0 ? fc.constantFrom(...choices.map((choice) => choice.value)) : value, {
              nil: undefined,
            }),
          ),
        ),
        language: fc.constantFrom('en', 'es'),
      }),
    );
    fc.assert(
      fc.property(valued, ({ command, values, language }) => {
        const options = Object.fromEntries(
          command.options.flatMap(({ name }, at) => (values[at] === undefined ? [] : [[name, values[at]]])),
        );
        const written = lineOf(command, options, language);
        const rest = splitCommand(written)?.rest ?? written.slice(written.indexOf(' ') + 1);
        const read = parseCommand(command, rest, words);
        const given = Object.fromEntries(Object.entries(options).map(([name, text]) => [name, text.normalize('NFC')]));
        expect(
          read.ok &&
            Object.fromEntries(Object.entries(read.options).map(([name, text]) => [name, text.normalize('NFC')])),
        ).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is taken whole by the only option, where it neither is quoted nor names it', () => {
    fc.assert(
      fc.property(line, (typed) => {
        const text = typed.trim();
        if (text === '' || /^deck\s*[:=]/i.test(text) || quotedWhole(text)) return;
        expect(parseCommand(review, text, words)).toEqual({ ok: true, options: { deck: text } });
      }),
    );
  });
});

function quotedWhole(text: string): boolean {
  return /^["'`“”„‘«]/u.test(text);
}

it('shows how a command is used', () => {
  const usages = [explain, daily, spec()].map((command) => usageOf(command, 'en'));
  expect(usages).toEqual(['/go <concept>', '/go [switch] [hour]', '/go']);
  expect(usageOf(explain, 'es', '/repaso ')).toBe('/repaso ir <concepto>');
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
