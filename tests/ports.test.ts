import { expect, it } from 'vitest';
import { readSources } from './support/source-files.js';

const MOST_METHODS = 8;
const DECLARED = /^export (?:interface (\w+)[^{\n]*\{|type (\w+)(?:<[^>]*>)? = \{)\n([\s\S]*?)^\}/gmu;
/** A method, or a property that is a function; continued lines are indented further. */
const METHOD = /^ {2}(?:readonly )?\w+\??(?:<[^(]*>)?(?:\(|: (?:<[^(]*>)?\()/gmu;

const PORT = /^store\/interfaces\/|(?:^|\/)port\.ts$|^tutor\/context\.ts$|^chat\/[^/]+\.ts$/u;

/** What an implementation has to bring: a port with more methods is two. */
it(`no port has over ${MOST_METHODS} methods`, async () => {
  const sources = (await readSources()).filter(({ file }) => PORT.test(file));
  const sizes = sources.flatMap(({ file, code }) =>
    [...code.matchAll(DECLARED)].map(([, type, alias, body = '']) => ({
      name: `${file}: ${type ?? alias}`,
      methods: (body.match(METHOD) ?? []).length,
    })),
  );
  expect(
    sizes.filter(({ methods }) => methods > MOST_METHODS).map(({ name, methods }) => `${name}, ${methods}`),
  ).toEqual([]);
  expect(sizes.find(({ name }) => name.endsWith(': Decks'))?.methods).toBe(MOST_METHODS);
});
