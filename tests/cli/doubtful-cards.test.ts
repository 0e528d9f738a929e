import { describe, expect, it } from 'vitest';
import { reportCards } from '../../src/cli/cards.js';
import { readNote } from '../../src/formats/read-source.js';
import { noteFile } from '../support/add-notes.js';
import { doubtedNote } from '../support/doubting-reader.js';
import { fakeIo } from '../support/fake-io.js';

const NOTES = [
  '# Redes',
  '',
  '- **IP**: número que identifica una máquina en una red.',
  '- **DNS**: servicio que traduce nombres a direcciones. {gap 0.4}',
  '',
].join('\n');

async function report(options: { readonly json: boolean; readonly doubtful?: boolean }) {
  const io = fakeIo();
  const { read } = doubtedNote(await readNote(noteFile('redes.md', NOTES)));
  expect(reportCards(io, { reads: [read], problems: read.problems }, options)).toBe(0);
  return io;
}

describe('repaso cards', () => {
  it('counts the cards that are not sure beside those that are', async () => {
    const out = (await report({ json: false })).stdout.join('\n');
    expect(out).toContain('One card in one deck.\nOne more is not sure: repaso cards --doubtful shows them.');
    expect(out).not.toContain('DNS');
    const [deck] = (await report({ json: true })).json().decks;
    expect(deck).toMatchObject({ doubtfulCount: 1, cards: [{ front: expect.stringContaining('IP') }] });
    expect(Object.keys(deck).sort()).toEqual(['cards', 'doubtfulCount', 'language', 'name', 'source']);
  });

  it('lists them with their reason and score', async () => {
    const out = (await report({ json: false, doubtful: true })).stdout.join('\n');
    expect(out).toMatch(/redes\.md:4\n\s+\? .*DNS[\s\S]*= .*direcciones[\s\S]*~ the gap may hide .* \(0\.4\)/);
    expect(out).not.toContain('número que identifica');
    expect(out).toContain('One card is not sure.');
  });

  it('gives them to programs as it gives the others', async () => {
    const [{ cards, doubtful }] = (await report({ json: true, doubtful: true })).json().decks;
    expect(doubtful).toEqual([
      expect.objectContaining({ reason: 'gap', why: expect.stringContaining('gap'), score: 0.4, kind: cards[0].kind }),
    ]);
    expect(Object.keys(doubtful[0]).sort()).toEqual([...Object.keys(cards[0]), 'reason', 'score', 'why'].sort());
  });
});
