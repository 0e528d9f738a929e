import { describe, expect, it } from 'vitest';
import { asNotes, readAsNote } from '../../src/formats/cards-as-note.js';
import { readNote, readSource } from '../../src/formats/read-source.js';
import { bytesOf, told, zipOf } from './support.js';

const HEAD = '#separator:tab\n#html:false\n#deck column:3\n';
const TWO = `${HEAD}sol\tsun\tCielo\nmar\tsea\tTierra\n`;

function source(text: string, file = 'idiomas/palabras.txt') {
  return { file, bytes: bytesOf(text) };
}

describe('a file of cards where notes lie', () => {
  it('is one deck by its name, as a note is', async () => {
    const { read } = await readAsNote(source(TWO));
    const { deck } = read;
    expect([deck?.id, deck?.name, deck?.source]).toEqual(['palabras', 'palabras', 'idiomas/palabras.txt']);
    expect(deck?.cards.map(({ front, context }) => [front, context])).toEqual([
      ['sol', ['Cielo']],
      ['mar', ['Tierra']],
    ]);
    expect(deck?.passages.map(({ title }) => title)).toEqual(['sol', 'mar']);
    expect(read.text).toBe('Q: sol\nA: sun\n\nQ: mar\nA: sea\n');
  });

  it('is another by its hash as soon as a card is another', async () => {
    const hash = async (text: string) => (await readAsNote(source(text))).read.contentHash;
    expect(await hash(TWO)).toBe(await hash(TWO));
    expect(await hash(TWO)).not.toBe(await hash(TWO.replace('sea', 'the sea')));
  });

  it('that is refused gives no deck and says why', async () => {
    const { read } = await readAsNote(source(HEAD));
    expect([read.deck, told(read.problems)]).toEqual([null, ['1 no-cards']]);
  });

  it('and nothing else is changed', async () => {
    const note = source('# Cielo\n\n- **Sol**: la estrella del sistema.\n', 'cielo.md');
    expect(await readAsNote(note)).toEqual(await readNote(note));
    const zip = await readSource({ file: 'a.zip', bytes: zipOf({ 'palabras.txt': TWO, 'cielo.md': note.bytes }) });
    expect(asNotes(zip)).toEqual(zip);
    expect(zip.cards.map(({ file }) => file)).toEqual(['palabras.txt']);
    expect(zip.notes.map(({ file }) => file)).toEqual(['cielo.md']);
  });
});
