import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/formats/read-source.js';
import { writtenCard } from '../support/add-notes.js';
import { bytesOf } from './support.js';

const codes = async (file: string, text: string) => {
  const { told } = await readSource({ file, bytes: bytesOf(text) }, 10_000);
  return told.map(({ problem }) => problem.code);
};
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('what nests deeper than anybody writes', () => {
  it.each([
    [
      'a list 3,000 deep',
      range(3_000)
        .map((n) => `${'  '.repeat(n)}- point ${n}`)
        .join('\n'),
    ],
    ['quotes 3,000 deep', `${'> '.repeat(3_000)}**Term**: a definition.`],
    ['points 3,000 deep in one line', `${'- '.repeat(3_000)}**Term**: a definition.`],
  ])('is left out, told, and keeps nobody from the rest: %s', async (_name, text) => {
    const [router, other] = ['Router', 'Switch'].map((thing) => writtenCard(`What is a ${thing}?`, 'A machine.'));
    const notes = `# Title\n\n${router}\n${text}\n\n# Other\n\n${other}`;
    const { notes: read, told } = await readSource({ file: 'deep.md', bytes: bytesOf(notes) }, 10_000);
    const fronts = read.flatMap((note) => note.read.deck?.cards.map(({ front }) => front) ?? []);
    expect(fronts.filter((front) => /Router|Switch/.test(front))).toHaveLength(2);
    expect(told.some(({ problem }) => problem.code === 'too-deep' && problem.severity === 'skipped')).toBe(true);
  });
});

describe('what nobody could import is refused before it is read', () => {
  it('two million rows', async () => {
    expect(await codes('rows.csv', `front,back\n${'a,b\n'.repeat(2_000_000)}`)).toEqual(['too-many-cards']);
  });

  it('more cards of notes than a deck holds, which are only counted', async () => {
    const notes = range(10_001).map((n) => writtenCard(`What is term ${n}?`, `The thing number ${n}.`));
    const read = await readSource({ file: 'many.md', bytes: bytesOf(notes.join('\n')) }, 10_000);
    expect(read).toEqual({ file: 'many.md', isNotes: true, notes: [], cards: [], told: [], tooMany: 10_001 });
  });
});

it('a nest that people write is read', async () => {
  const nested = range(12).map((n) => `${'  '.repeat(n)}- point ${n}`);
  const quoted = '> > > **Router**: joins two networks.';
  expect(await codes('notes.md', [...nested, '', quoted].join('\n'))).not.toContain('too-deep');
});
