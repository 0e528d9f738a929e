import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.js';
import { diffDeck } from '../../src/diff/diff-deck.js';
import { cardsOf, shippedText, stored } from '../notes/support.js';
import { runs, someOf } from '../support/runs.js';
import { ENGLISH_NOTES, SPANISH_NOTES } from './decks.js';
import { anEdit, applyEdit, EDITS, type Edit } from './edits.js';
import { type Block, type Notes, parseNotes, type Rendered, render } from './model.js';
import { judge, type Made } from './truth.js';

/** Scripts a deck; one seed, so that a change of the code and nothing else makes them fail. */
const RUNS = runs(334);
const SEED = Number(process.env.EDIT_SEED ?? 20_261_124);

const DECKS = [
  ['flashcards/docker.md', shippedText(), 'es'],
  ['a Spanish deck', SPANISH_NOTES, 'es'],
  ['an English deck', ENGLISH_NOTES, 'en'],
] as const;

function plain(text: string): string {
  return text
    .replace(/[*_`]|\s+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** A card whose answer is a list was made from several bullets. */
function blockOf({ blocks, blockAt }: Rendered, { back, source }: Card): Block {
  const block = blockAt(source.line);
  const points = back.split('\n').flatMap((line) => (line.startsWith('- ') ? [plain(line.slice(2))] : []));
  const said = blocks.filter(({ text }) => points.some((point) => plain(text).includes(point)));
  return { ...block, from: [...new Set([block, ...said].flatMap(({ from }) => from))] };
}

function madeFrom(notes: Rendered): (card: Card) => Made {
  return (card) => ({ card, block: blockOf(notes, card), under: notes.headingAt(card.source.line) });
}

describe.each(DECKS)('edits of %s, as people make them', (_, text, language) => {
  const first = parseNotes(text);
  const drawn = render(first);
  const before = stored(cardsOf(drawn.text));
  const edited = (edits: readonly Edit[]): Notes =>
    edits.reduce((notes, edit) => applyEdit(notes, edit, language), first);

  /** What `judge` says of the difference that the edits make. */
  function reread(edits: readonly Edit[]) {
    const after = render(edited(edits));
    const diff = diffDeck(before, cardsOf(after.text));
    return { diff, judged: judge(before, diff, madeFrom(drawn), madeFrom(after)) };
  }

  it('keep the progress of every card that a person finds again, and give it to no other', { timeout: 600_000 }, () => {
    let findable = 0;
    const done = new Set<string>();
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 10 }), (edits) => {
        const { diff, judged } = reread(edits);
        expect(judged.lost.map((card) => `${card.front} → ${card.back}`)).toEqual([]);
        expect(judged.strange.map((card) => `${card.front} → ${card.back}`)).toEqual([]);
        const ids = diff.cards.map((card) => card.id);
        expect(new Set(ids).size).toBe(ids.length);
        findable += judged.findable;
        for (const { edit } of edits) done.add(edit);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    // The edits leave most of the deck to be found again, or the test would say nothing.
    expect(findable).toBeGreaterThan(0.7 * RUNS * before.length);
    expect([...done].sort()).toEqual([...EDITS].sort());
  });

  it.each(['line ends', 'bullet marks', 'wrap'] as const)('another layout changes no card: %s', (edit) => {
    for (const pick of [0, 1, 2, 3]) {
      const { diff } = reread([{ edit, at: 0, pick, n: 0 }]);
      const { added, changed, moved, removed } = diff;
      expect([added, changed, moved, removed].map((list) => list.length)).toEqual([0, 0, 0, 0]);
    }
  });

  it.each(['swap bullets', 'move section'] as const)('another order adds nothing and lets nothing go: %s', (edit) => {
    for (const at of someOf(first.blocks.keys())) {
      const { diff } = reread([{ edit, at, pick: at * 7, n: 0 }]);
      expect([diff.added, diff.removed, diff.unclear].map((list) => list.length)).toEqual([0, 0, 0]);
    }
  });

  it('another heading takes no card for another', () => {
    for (const at of someOf(first.blocks.keys())) {
      const { diff, judged } = reread([{ edit: 'rename heading', at, pick: at * 7, n: at }]);
      // A heading that asks ("How it works") makes a card of its own, and one that says nothing lets one go.
      const [added, removed] = [diff.added, diff.removed].map((list) => list.map((card) => card.front));
      expect(Math.min(added?.length ?? 0, removed?.length ?? 0), `${added} | ${removed}`).toBe(0);
      expect(judged.lost).toEqual([]);
    }
  });

  it('another term over the same definition is shown to a person, or kept', () => {
    for (const at of someOf(first.blocks.keys())) {
      const { diff } = reread([{ edit: 'replace the term', at, pick: at, n: 0 }]);
      const asked = new Set(diff.unclear.flatMap(({ candidates }) => candidates.map((card) => card.id)));
      const silent = diff.removed.filter((card) => !asked.has(card.id));
      const same = silent.filter((card) => diff.added.some((added) => added.back === card.back));
      expect(same.map((card) => card.front)).toEqual([]);
    }
  });
});
