import { describe, expect, it } from 'vitest';
import { readSources } from '../support/source-files.js';

/** What asks which language it is, instead of asking the language. */
const BRANCH = /[lL]anguage\)? [!=]== |[!=]== '(?:es|en)'|case '(?:es|en)':|\['en', 'es'\]|\['es', 'en'\]/;
const ONE_LANGUAGE = /language\/(?:spanish|english)\//;
/** What people read has one catalogue a language, and these compare languages with each other. */
const MAY = /^language\/|^core\/language\.ts$|\/messages\//;
const COMPARES: ReadonlySet<string> = new Set([
  // The language that most passages are in.
  'lookup/lookup.ts',
  // Answers that stand beside each other are in one language.
  'choices/kindred.ts',
]);

const sources = (await readSources()).filter(({ file }) => !MAY.test(file));

function linesWith(sign: RegExp): readonly string[] {
  return sources.flatMap(({ file, code }) =>
    code.split('\n').flatMap((text, index) => (sign.test(text) ? [`src/${file}:${index + 1}: ${text.trim()}`] : [])),
  );
}

describe('what is known of Spanish and English', () => {
  it('is in language/: nothing else asks which language it is', () => {
    const fileOf = (line: string) => line.slice('src/'.length, line.indexOf(':'));
    const told = linesWith(BRANCH);
    expect(told.filter((line) => !COMPARES.has(fileOf(line)))).toEqual([]);
    expect([...COMPARES].filter((file) => !told.some((line) => fileOf(line) === file))).toEqual([]);
  });

  it('is asked for through the grammar of a language, never from its folder', () => {
    expect(linesWith(ONE_LANGUAGE)).toEqual([]);
  });
});
