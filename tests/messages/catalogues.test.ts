import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../src/bot/messages/say.js';
import { CLI_CATALOGUES } from '../../src/cli/messages/say.js';
import { LANGUAGES } from '../../src/core/language.js';
import { readSources } from '../support/source-files.js';

const catalogues = { bot: CATALOGUES, cli: CLI_CATALOGUES } as const;
const sources = await readSources();

/** The names of a message's values with the kind of each. */
function valuesOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element): readonly string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select: {
        const inner = Object.values(element.options).flatMap((option) => valuesOf(option.value));
        return [`${element.value}:${TYPE[element.type]}`, ...inner];
      }
      case TYPE.tag:
        return valuesOf(element.children);
      default:
        return [`${element.value}:${TYPE[element.type]}`];
    }
  });
}

function pluralsOf(elements: readonly MessageFormatElement[]): readonly (readonly string[])[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralsOf(option.value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}

const read = (message: string) => parse(message, { ignoreTag: true });

describe.each(Object.entries(catalogues))('the catalogue of the %s', (_, catalogue) => {
  const keys = Object.keys(catalogue.en);

  it('has the same messages in every language, none of them empty', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(catalogue[language]).sort()).toEqual([...keys].sort());
      expect(Object.entries(catalogue[language]).filter(([, message]) => message.trim() === '')).toEqual([]);
    }
  });

  it.each(keys)('%s names the same values in every language', (key) => {
    const names = LANGUAGES.map((language) => {
      const message = Object.entries<string>(catalogue[language]).find(([name]) => name === key)?.[1] ?? '';
      return [...new Set(valuesOf(read(message)).map((value) => value.split(':')[0]))].sort();
    });
    expect(names[1]).toEqual(names[0]);
  });

  it('gives every plural the forms of its language', () => {
    const lacking = LANGUAGES.flatMap((language) =>
      Object.entries<string>(catalogue[language])
        .filter(([, message]) => pluralsOf(read(message)).some((forms) => !forms.includes('other')))
        .map(([key]) => `${language} ${key}`),
    );
    expect(lacking).toEqual([]);
  });

  it('shouts at nobody', () => {
    const loud = LANGUAGES.flatMap((language) => Object.values<string>(catalogue[language])).filter((message) =>
      /[!¡]{1}|\bOops\b/.test(message),
    );
    expect(loud).toEqual([]);
  });
});

it('uses every message that it has', () => {
  const code = sources
    .filter(({ file }) => !/messages\/(en|es)\.ts$/.test(file))
    .map((source) => source.code)
    .join('\n');
  const made = [
    /^problem\.code\./,
    /^doubt\./,
    /^settings\.cards\.(sure|likely|all)$/,
    /^settings\.asking\.(mixed|reveal|typed|choice)$/,
    /^simulate\.(name|column)\./,
    /^settings\.plan\.(sm2|fsrs)(\.body|\.name)?$/,
    /^settings\.plan\.(spread\.(exact|balanced)|easy\.(fewer|none)|credit\.(yes|no))$/,
    /^room\./,
    /^command\..*\.name$/,
    /^review\.grade\.(again|hard|good|easy)$/,
    /^settings\.language\.(en|es)$/,
    /^file\./,
    /^backup\.trouble\./,
    /^answer\.fallback\.(budget|unavailable|unsupported)$/,
    /^talk\.(hello|thanks|bye|fine)$/,
    /^command\.(form|only-you)\.(type|open)$/,
    /^help\.group\.(learn|ask)$/,
    /^grade\.(verdict|reason|clash)\./,
    /^review\.typed\.(correct|partial|wrong)$/,
    /^review\.(reason|clash)\./,
    /^export\.(format|about)\.(json|csv|apkg|zip)$/,
  ];
  const unused = [...Object.keys(CATALOGUES.en), ...Object.keys(CLI_CATALOGUES.en)].filter(
    (key) => !code.includes(`'${key}'`) && !made.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

it('has words for every problem that the notes can have', () => {
  const notes = sources.filter(({ file }) => file.startsWith('notes/')).map((source) => source.code);
  const codes = notes.flatMap((code) =>
    [...code.matchAll(/(?:skipped: |refusal\(|errorAt\(file, \w+, |skippedAt\(file, \w+, )'([a-z0-9-]+)'/g)].map(
      (match) => match[1],
    ),
  );
  expect(new Set(codes).size).toBeGreaterThan(18);
  expect(codes.filter((code) => !Object.hasOwn(CATALOGUES.en, `problem.code.${code}`))).toEqual([]);
});
