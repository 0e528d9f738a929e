import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/core/language.js';
import { parseGlossaryFile, shippedGlossaryLines } from '../../src/language/glossary.js';
import { LISTS } from '../../src/language/lists.js';
import { parseWordLists } from '../../src/language/word-lists.js';
import { readSources } from '../support/source-files.js';

const WORDS = fileURLToPath(new URL('../../words/', import.meta.url));

function textsIn(folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(`${WORDS}${folder}`).map((name) => [
    `${folder}/${name}`,
    readFileSync(`${WORDS}${folder}/${name}`, 'utf8'),
  ]);
}

describe('a file of words', () => {
  it('holds lists by their names; what follows a # is a remark', () => {
    const lists = parseWordLists('w.txt', '# all\n[one]\na, b\nc d # last\n\n[two]\n');
    expect([...lists].map(([name, entries]) => [name, entries.map(({ text, line }) => `${text} ${line}`)])).toEqual([
      ['one', ['a 3', 'b 3', 'c d 4']],
      ['two', []],
    ]);
  });

  it.each([
    ['[a]\nb, B', 'w.txt:2: “B” has a capital letter: write it small'],
    ['[a]\nb\nc, b', 'w.txt:3: “b” stands in its list already, in line 2'],
    ['[a]\nqué, que', 'w.txt:2: “que” stands in its list already, in line 2'],
    ['[a]\nb,, c', 'w.txt:2: there is nothing between two commas'],
    ['[a]\nb;c\nd*', 'w.txt:3: “d*” has a “*”, which no entry may have'],
    ['[a]\nb  c', 'w.txt:2: “b  c” has two spaces where one is enough'],
    ['b', 'w.txt:1: it stands in no list: begin one with [name]'],
    ['[a]\n[A list', 'w.txt:2: “[A list” is no name of a list'],
    ['[a]\n[b]\n[a]', 'w.txt:3: the list [a] begins a second time'],
  ])('%j is refused with its line', (text, message) => expect(() => parseWordLists('w.txt', text)).toThrow(message));
});

describe('the lists that ship', () => {
  it.each(LANGUAGES)('can be read, and every pair has two parts: %s', (language) => {
    const lists = LISTS[language];
    expect(lists.names().length).toBeGreaterThan(100);
    for (const name of lists.names()) {
      const entries = textsIn(language === 'es' ? 'spanish' : 'english').flatMap(([file, text]) =>
        (parseWordLists(file, text).get(name) ?? []).map((entry) => entry.text),
      );
      if (entries.some((entry) => entry.includes('/'))) expect(lists.pairs(name)().length).toBe(entries.length);
      else expect(lists.list(name)()).toEqual(entries);
    }
  });

  it('are those that the grammars ask for: all are there, and none is left over', async () => {
    const sources = await readSources();
    const asked = (sign: RegExp, where: RegExp) =>
      sources
        .filter(({ file }) => where.test(file))
        .flatMap(({ code }) => [...code.matchAll(sign)].map(([, name = '']) => name));
    const shared = asked(/(?:anyList|anySet|anyPairs|partnersOf|folded)\('([^']+)'\)/g, /./);
    const inSubjects = asked(/\b(?:list|set)\('([^']+)'\)/g, /^language\/subject\.ts$/);
    for (const language of LANGUAGES) {
      const folder = language === 'es' ? /^language\/spanish\// : /^language\/english\//;
      const own = asked(/\b(?:list|set|pairs)\('([^']+)'\)/g, folder);
      const functionWords = asked(/LISTS\.\w+\.set\('([^']+)'\)/g, /^language\/function-words\.ts$/);
      const used = new Set([...shared, ...inSubjects, ...own, ...functionWords]);
      const known = LISTS[language].names();
      expect([...used].filter((name) => !known.includes(name)).map((name) => `${language} lacks [${name}]`)).toEqual(
        [],
      );
      expect(known.filter((name) => !used.has(name)).map((name) => `nothing reads ${language} [${name}]`)).toEqual([]);
    }
  });
});

describe('a glossary', () => {
  it('has English and Spanish on a line, with other words between commas', () => {
    expect(parseGlossaryFile('g.txt', '# words\nfile = archivo, fichero # two\n\nlog in = iniciar sesión')).toEqual([
      { en: ['file'], es: ['archivo', 'fichero'] },
      { en: ['log in'], es: ['iniciar sesión'] },
    ]);
  });

  it.each([
    ['file', 'g.txt:1: “file” must have one “=” between two languages'],
    ['a = b = c', 'g.txt:1: “a = b = c” must have one “=” between two languages'],
    ['a = b,', 'g.txt:1: there is nothing between two commas or beside the “=”'],
    ['\na = B', 'g.txt:2: “B” has a capital letter: write it small'],
    ['a = b, b', 'g.txt:1: “b” stands in its line twice'],
    ['a = b (c)', 'g.txt:1: “b (c)” has a “(”, which no phrase may have'],
    ['a, x = b, c\nd = e\na = c', 'g.txt:3: “a = c” is said already in g.txt:1'],
  ])('%j is refused with its line', (text, message) => expect(() => parseGlossaryFile('g.txt', text)).toThrow(message));

  it('that ships can be read, in every file', () => {
    const lines = textsIn('glossary').flatMap(([, text]) => text.split('\n').filter((line) => /^[^#=]+=/.test(line)));
    expect(shippedGlossaryLines().length).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(1_000);
  });
});
