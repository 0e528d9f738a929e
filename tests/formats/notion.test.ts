import { describe, expect, it } from 'vitest';
import { readNotesZip } from '../../src/formats/read-notes-zip.js';
import { readSource } from '../../src/formats/read-source.js';
import { told, zipOf } from './support.js';

const ID = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';

async function texts(files: Readonly<Record<string, string>>) {
  const { files: read } = await readNotesZip('notion.zip', zipOf(files));
  return Object.fromEntries(read.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
}

describe('an export of Notion', () => {
  it.each([
    [`Aves ${ID}.md`, 'Aves.md'],
    [`Mundo ${OTHER}/Aves ${ID}.md`, 'Mundo/Aves.md'],
    [`Export-1f0e2d3c-aaaa-bbbb-cccc-0123456789ab/Mundo ${OTHER}/Aves ${ID}.md`, 'Mundo/Aves.md'],
    [`Private & Shared/Aves ${ID}.md`, 'Aves.md'],
    [`v1.2 Aves ${ID}.md`, 'v1.2 Aves.md'],
    [`${ID}.md`, `${ID}.md`],
  ])('calls %s %s', async (given, file) => {
    expect(Object.keys(await texts({ [given]: '# Aves', [`x ${OTHER}.md`]: '# x' }))).toContain(file);
  });

  it.each([
    ['a page', `Un [ave](Aves%20${ID}.md) de aquí`, 'Un ave de aquí'],
    ['a page in a folder', `[ave **rara**](Mundo%20${OTHER}/Aves%20${ID}.md)`, 'ave rara'],
    ['a table', `[picos](Picos%20${ID}.csv)`, 'picos'],
    ['two links', `[a](a%20${ID}.md) y [b](b%20${ID}.md).`, 'a y b.'],
    ['a link to the net', '[ave](https://example.com/a.md)', '[ave](https://example.com/a.md)'],
    ['code', `\`[a](a%20${ID}.md)\``, `\`[a](a%20${ID}.md)\``],
    ['a picture', `![a](a%20${ID}.png)`, `![a](a%20${ID}.png)`],
  ])('has links to its own pages as text: %s', async (_, given, text) => {
    expect(await texts({ [`A ${ID}.md`]: given })).toEqual({ 'A.md': text });
  });

  it('takes each table once, with all its rows', async () => {
    const read = await texts({ [`Picos ${ID}.csv`]: 'a,b', [`Picos ${ID}_all.csv`]: 'a,b\nc,d' });
    expect(read).toEqual({ 'Picos.csv': 'a,b\nc,d' });
  });

  it('reads a row’s page without the properties that its table has', async () => {
    const page = '# Tucán\n\nPico: grande\nVisto: 3 de mayo\n\nVive en la selva.\n';
    const read = await texts({
      [`Picos ${ID}.csv`]: 'Ave,Pico',
      [`Picos ${ID}/Tucán ${OTHER}.md`]: page,
      [`Otro ${OTHER}.md`]: page,
    });
    expect(read['Picos/Tucán.md']).toBe('# Tucán\n\n\nVive en la selva.\n');
    expect(read['Otro.md']).toBe(page);
  });

  it('leaves other archives as they are', async () => {
    const text = '[a](b.md)';
    expect(await texts({ 'Private & Shared/a.md': text })).toEqual({ 'Private & Shared/a.md': text });
  });

  it('gives the cards of a table under the name that people know', async () => {
    const zip = zipOf({ [`Picos ${ID}.csv`]: 'Ave,Pico\nTucán,un pico grande\n' });
    const { cards } = await readSource({ file: 'notion.zip', bytes: zip });
    const decks = cards.flatMap(({ read }) => read.decks);
    expect(decks.map(({ name }) => name)).toEqual(['Picos']);
    expect(decks[0]?.cards[0]?.source).toEqual({ file: 'Picos.csv', line: 2 });
  });
});

describe('a zip of notes', () => {
  it('keeps notes of one name in several folders apart, and the outermost has its name', async () => {
    const read = await texts({ 'b/notas.md': '2', 'a/notas.md': '1', 'Notas.md': '0', 'b/notas.csv': 'a,b' });
    expect(read).toEqual({ 'b - notas.md': '2', 'a - notas.md': '1', 'Notas.md': '0', 'b/notas.csv': 'a,b' });
  });

  it('may be in another zip, as large exports of Notion are, but no deeper', async () => {
    const inner = zipOf({ [`Aves ${ID}.md`]: '# Aves' });
    const latin = (bytes: Uint8Array) => Buffer.from(bytes);
    const outer = zipOf({ 'ExportBlock-1-Part-1.zip': latin(inner) });
    expect((await readNotesZip('n.zip', outer)).files.map(({ file }) => file)).toEqual(['Aves.md']);
    const deep = zipOf({ 'outer.zip': latin(outer) });
    expect(told((await readNotesZip('n.zip', deep)).problems)).toEqual(['1 no-notes-inside']);
  });

  it('is read although a file in it is broken, and says so', async () => {
    const zip = zipOf({ 'a.md': '- **Uno**: el primero.', 'b.apkg': 'no zip', 'package.json': '{}' });
    const { notes, cards, told: all } = await readSource({ file: 'n.zip', bytes: zip });
    expect([notes.map(({ file }) => file), cards]).toEqual([['a.md'], []]);
    expect(all.map(({ problem: { file, code, severity } }) => [file, code, severity])).toEqual([
      ['b.apkg', 'archive-broken', 'skipped'],
      ['package.json', 'json-shape', 'skipped'],
    ]);
  });
});
