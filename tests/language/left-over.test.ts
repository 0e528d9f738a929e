import { describe, expect, it } from 'vitest';
import { NEUTRAL } from '../../src/language/neutral.js';
import { readSources } from '../support/source-files.js';

const sources = await readSources();
/** Where the members of `Grammar` are said and filled in, which is no use of them. */
const IS_GRAMMAR = /^language\/(?:spanish\/|english\/|grammar\.ts$|neutral\.ts$)/;

const GROUPS = ['words', 'nouns', 'sentences', 'titles', 'ask'] as const;
const members = GROUPS.flatMap((group) => Object.keys(NEUTRAL[group]).map((member) => [group, member] as const));

describe('what is known of languages', () => {
  it.each(members)('is asked for: %s.%s', (_group, member) => {
    const used = new RegExp(`\\.${member}\\b|\\{[^{}\\n]*\\b${member}\\b[^{}\\n]*\\}`, 'u');
    const users = sources.filter(({ file, code }) => !IS_GRAMMAR.test(file) && used.test(code));
    expect(users.map(({ file }) => file)).not.toEqual([]);
  });

  it('in any of them is imported by somebody', () => {
    const exported = sources
      .filter(({ file }) => file.startsWith('language/any/'))
      .flatMap(({ file, code }) =>
        [...code.matchAll(/^export (?:function|const) (\w+)/gmu)].map(([, name = '']) => ({ file, name })),
      );
    expect(exported.length).toBeGreaterThan(50);
    const isImported = ({ file, name }: (typeof exported)[number]) => {
      const path = file.slice(file.lastIndexOf('/') + 1).replace(/\.ts$/u, '.js');
      const line = new RegExp(`import [^;]*\\b${name}\\b[^;]* from '[^']*(?:any/|\\./)${path}'`, 'u');
      return sources.some((source) => source.file !== file && line.test(source.code));
    };
    expect(exported.filter((one) => !isImported(one))).toEqual([]);
  });
});
