import { describe, expect, it } from 'vitest';
import { regexLiterals } from './support/regex-literals.js';
import { readSources } from './support/source-files.js';

/** What a person can review in one look. */
const LONGEST = 160;

describe('regular expressions', () => {
  it('are found wherever they stand', () => {
    const value = (text: string) => `$\u007b${text}}`;
    const code = [
      "const a = 1 / 2; // no /pattern/ here, don't look",
      `const b = /x[/]y/.test(c) ? /z/u : \`${value('d')} / e\`;`,
      "return /f'g/;",
      `const h = raw\`i${value('/j/')}k\`;`,
      `const l = pattern('iu')\`m${value("list('n')")}o\`;`,
    ].join('\n');
    expect(regexLiterals(code).map(({ line, source }) => `${line} ${source}`)).toEqual([
      '2 /x[/]y/',
      '2 /z/',
      "3 /f'g/",
      '4 i',
      '4 k',
      '5 m',
      '5 o',
    ]);
  });

  it(`have at most ${LONGEST} characters: long ones are lists of words, or have parts with names`, async () => {
    const sources = await readSources();
    const all = sources.flatMap(({ file, code }) => regexLiterals(code).map((one) => ({ file, ...one })));
    const long = all.filter(({ source }) => source.length > LONGEST);
    expect(all.length).toBeGreaterThan(800);
    expect(long.map(({ file, line, source }) => `src/${file}:${line} has ${source.length} characters`)).toEqual([]);
  });
});
