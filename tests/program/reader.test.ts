import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredCard } from '../../src/core/card.js';
import { deckId } from '../../src/core/ids.js';
import { diffDeck } from '../../src/diff/diff-deck.js';
import { readSource, type SourceFile } from '../../src/formats/read-source.js';
import { createReader } from '../../src/program/reader.js';
import { noteFile, writtenCard } from '../support/add-notes.js';

let reader: ReturnType<typeof createReader>;
beforeEach(() => {
  reader = createReader();
});
afterEach(() => reader.stop());

const never = new AbortController().signal;
function notes(
  count: number,
  card = (n: number) => writtenCard(`What is term ${n}?`, `Thing ${n} of all.`),
): SourceFile {
  return noteFile('notes.md', Array.from({ length: count }, (_, n) => card(n)).join('\n'));
}
const doubted = (n: number) => `- **Term ${n}**: is the thing number ${n} of all.`;

describe('the reader', () => {
  it.each([3, 400])('reads %i terms as they are read anywhere', async (count) => {
    expect(await reader.read(notes(count), null, never, () => {})).toEqual(await readSource(notes(count)));
  });

  it('tells who waits how many are before, and when it is their turn', async () => {
    const turns: string[] = [];
    const read = (name: string) => reader.read(notes(400), null, never, (before) => turns.push(`${name} ${before}`));
    await Promise.all([read('a'), read('b'), read('c')]);
    expect(turns.filter((turn) => !turn.endsWith(' 0'))).toEqual(['b 1', 'c 2']);
    expect(turns.filter((turn) => turn.endsWith(' 0'))).toEqual(['a 0', 'b 0', 'c 0']);
  });

  it('does not begin what was called off while it waited', async () => {
    const off = new AbortController();
    const first = reader.read(notes(400), null, never, () => {});
    const second = reader.read(notes(400), null, off.signal, () => {});
    off.abort();
    await expect(second).rejects.toThrow();
    expect((await first).notes).toHaveLength(1);
  });

  it.each([
    ['that are sure', notes(400)],
    ['that are not', notes(400, doubted)],
  ])('only counts more cards than were asked for, of those %s', async (_, source) => {
    expect(await reader.read(source, 300, never, () => {})).toMatchObject({ notes: [], tooMany: 400 });
  });

  it.each([5, 400])('compares %i cards as they are compared anywhere', async (count) => {
    const cards = (await readSource(notes(count))).notes[0]?.read.deck?.cards ?? [];
    expect(cards).toHaveLength(count);
    const stored = cards
      .slice(1)
      .map((card, position): StoredCard => ({ ...card, deckId: deckId('notes'), position, paused: false }));
    expect(await reader.compare(stored, cards)).toEqual(diffDeck(stored, cards));
  });
});
