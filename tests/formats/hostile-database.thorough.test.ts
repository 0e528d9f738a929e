import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { package11 } from './anki-package.js';
import { changed, ENDLESS, reasonFor } from './hostile.js';

describe('a hostile database is refused', () => {
  it('with a gigantic value', async () => {
    const note = "insert into notes values (1, 'g', 1, 0, 0, '', hex(randomblob(4500000)), '', 0, 0, '')";
    expect(await reasonFor(await changed(note))).toEqual(['database-value']);
  });

  it('with over 200,000 notes', async () => {
    const many = `insert into notes select x, x, 1, 0, 0, '', '', '', 0, 0, '' from (${ENDLESS} limit 200001)`;
    expect(await reasonFor(await changed(many))).toEqual(['too-many-cards']);
  });

  it('with over 500,000 answers', async () => {
    const many = `insert into revlog select x, 1, 0, 1, 1, 1, 1, 1, 1 from (${ENDLESS} limit 500001)`;
    expect(await reasonFor(await changed(many))).toEqual(['too-many-reviews']);
  });
});

describe('a collection with odd contents', () => {
  it('with over 10,000 cards in a deck is refused', async () => {
    const notes = Array.from({ length: 10_001 }, (_, index) => ({ id: index + 1, fields: [`f${index}`, 'b'] }));
    const cards = notes.map(({ id }) => ({ id, note: id }));
    const { decks, problems } = await readCardFile('a.apkg', await package11({ notes, cards }));
    expect(decks).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['too-many-cards']);
  }, 60_000);
});
