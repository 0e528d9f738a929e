import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardId, deckId } from '../../../src/core/ids.js';
import type { Decision } from '../../../src/diff/diff-deck.js';
import { readNote, type SourceFile } from '../../../src/formats/read-source.js';
import { syncDecks } from '../../../src/tutor/decks/sync-deck.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { startReview } from '../../../src/tutor/review/start-review.js';
import { planDeck, syncDeck } from '../../support/add-notes.js';
import { DNS_REWRITTEN, networkNotes, ROUTER_RENAMED, TERMS, type Term, termOf } from '../../support/network-notes.js';
import { runs } from '../../support/runs.js';
import { createWorld, HOUR, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

function note(file: string, text: string): SourceFile {
  return { file, bytes: new TextEncoder().encode(text) };
}

function sync(file: string, text: string, hours = 0) {
  return syncDeck(world.at(MONDAY_NOON + hours * HOUR), world.team, note(file, text));
}

async function cardsOf(id: string) {
  return world.opened.store.decks.cards(world.team, deckId(id));
}

async function terms(id: string) {
  return (await cardsOf(id)).map(({ front, paused }) => (paused ? `(${termOf(front)})` : termOf(front)));
}

/** Answers a few cards of a deck. */
async function learn(learner: Learner, deck: string): Promise<void> {
  const context = world.at(MONDAY_NOON);
  const started = await startReview(context, learner, deck);
  let step = 'step' in started ? started.step : undefined;
  for (let n = 0; n < 4 && step?.kind === 'question'; n += 1) {
    const press = { session: step.session.id, turn: step.turn, grade: 'good' } as const;
    const graded = await gradeCard(context, learner, press);
    step = graded.kind === 'graded' ? graded.step : undefined;
  }
}

async function idOf(deck: string, term: Term) {
  return (await cardsOf(deck)).find(({ front }) => front.includes(term))?.id;
}

describe('a section that goes to another file', () => {
  const FOUR: readonly Term[] = ['IP', 'Puerto', 'DNS', 'Router'];

  it.each([
    ['first', ['a.md', 'b.md']],
    ['last', ['b.md', 'a.md']],
  ])('takes its cards along, where the file that lost it is read %s', async (_, order) => {
    await sync('a.md', networkNotes(FOUR));
    await sync('b.md', networkNotes(['Proxy']));
    const before = [await idOf('a', 'DNS'), await idOf('a', 'Router')];
    const texts: Record<string, string> = {
      'a.md': networkNotes(['IP', 'Puerto']),
      'b.md': networkNotes(['Proxy', 'DNS', 'Router']),
    };
    const notes = order.map((file) => note(file, texts[file] ?? ''));
    const synced = await syncDecks(world.at(MONDAY_NOON), world.team, await Promise.all(notes.map(readNote)));
    expect([await idOf('b', 'DNS'), await idOf('b', 'Router')]).toEqual(before);
    expect([await terms('a'), await terms('b')]).toEqual([
      ['IP', 'Puerto'],
      ['Proxy', 'DNS', 'Router'],
    ]);
    const counts = synced.map(({ plan }) => (plan.outcome.kind === 'change' ? plan.outcome.diff : null));
    expect(counts.map((diff) => [diff?.added.length, diff?.removed.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('is found later too: its cards rest in the meantime', async () => {
    await sync('a.md', networkNotes(FOUR));
    const before = await idOf('a', 'DNS');
    await sync('a.md', networkNotes(['IP', 'Puerto', 'Router']));
    expect(await terms('a')).toContain('(DNS)');
    await sync('b.md', networkNotes(['Proxy', 'DNS']), 1);
    expect([await idOf('b', 'DNS'), await idOf('a', 'DNS')]).toEqual([before, undefined]);
    expect(await terms('b')).toEqual(['Proxy', 'DNS']);
  });

  it('leaves a card that both files ask to each of them, also when one of them had the other’s before', async () => {
    await sync('a.md', networkNotes(['IP', 'DNS']));
    await sync('a.md', networkNotes(['IP']));
    await sync('b.md', networkNotes(['DNS']));
    const moved = await idOf('b', 'DNS');
    await sync('a.md', networkNotes(['IP', 'DNS']), 1);
    expect(await idOf('b', 'DNS')).toBe(moved);
    expect(await idOf('a', 'DNS')).not.toBe(moved);
    expect([await terms('a'), await terms('b')]).toEqual([['IP', 'DNS'], ['DNS']]);
  });
});

describe('an unclear card', () => {
  const before = networkNotes(['IP', 'Puerto', 'DNS', 'Router']);
  const after = networkNotes(['IP', 'Puerto'], [DNS_REWRITTEN, ROUTER_RENAMED]);

  async function plan(decisions: Readonly<Record<string, Decision>> = {}) {
    const planned = await planDeck(world.at(MONDAY_NOON), world.team, note('redes.md', after), { decisions });
    if (planned.outcome.kind !== 'change') throw new Error('expected a change');
    return planned.outcome;
  }

  it('is kept or counted as new until somebody says what it is', async () => {
    await sync('redes.md', before);
    const { diff, questions } = await plan();
    expect(questions.map(({ after: { front }, candidates }) => [termOf(front), candidates.length])).toEqual([
      ['Resolutor', 1],
      ['Encaminador', 1],
    ]);
    expect([diff.added, diff.changed, diff.removed, diff.unclear].map((list) => list.length)).toEqual([1, 1, 1, 2]);
  });

  it('is what somebody said it is, and all that was asked stays known', async () => {
    await sync('redes.md', before);
    const [resolver, encaminador] = (await plan()).questions;
    const dns = resolver?.candidates[0]?.id;
    const { diff, questions } = await plan({
      [resolver?.after.id ?? '']: { kind: 'same', card: cardId(dns ?? '') },
      [encaminador?.after.id ?? '']: { kind: 'new' },
    });
    expect(diff.unclear).toEqual([]);
    expect(questions).toHaveLength(2);
    expect(diff.changed.map((pair) => [termOf(pair.before.front), pair.after.id])).toEqual([['DNS', dns]]);
    expect(diff.added.map(({ front }) => termOf(front))).toEqual(['Encaminador']);
    expect(diff.removed.map(({ front }) => termOf(front))).toEqual(['Router']);
  });

  it('is not what somebody made up', async () => {
    await sync('redes.md', before);
    const [resolver] = (await plan()).questions;
    const { diff } = await plan({ [resolver?.after.id ?? '']: { kind: 'same', card: cardId('nobody') } });
    expect(diff.unclear).toHaveLength(2);
  });
});

describe('a change', () => {
  it('is taken back and put back as it was, whatever was edited and decided, and no progress is touched', async () => {
    const START = networkNotes(TERMS);
    const lines = [...TERMS, ROUTER_RENAMED, DNS_REWRITTEN] as const;
    let decks = 0;
    const script = fc.record({
      keep: fc.shuffledSubarray([...TERMS], { minLength: 1 }),
      more: fc.subarray([ROUTER_RENAMED, DNS_REWRITTEN]),
      says: fc.array(fc.constantFrom('new', 'first', 'open'), { minLength: lines.length, maxLength: lines.length }),
    });
    const ana = await world.person('Ana');
    await fc.assert(
      fc.asyncProperty(fc.array(script, { minLength: 1, maxLength: 3 }), async (scripts) => {
        decks += 1;
        const [file, id] = [`r${decks}.md`, deckId(`r${decks}`)];
        const { store } = world.opened;
        const context = world.at(MONDAY_NOON);
        const state = async () => ({
          cards: (await store.decks.cards(world.team, id))
            .map(({ id: card, front, back, paused, position }) => ({ card, front, back, paused, position }))
            .filter(({ paused }) => !paused),
          text: await store.decks.text(world.team, id),
        });
        await syncDeck(context, world.team, note(file, START));
        const ids = (await store.decks.cards(world.team, id)).map((card) => card.id);
        await learn(ana, id);
        const progress = await store.progress.ofCards(world.team, ana.id, ids);
        expect(progress.size).toBeGreaterThan(0);
        const states = [await state()];
        for (const { keep, more, says } of scripts) {
          const next = note(file, networkNotes(keep, more));
          const plan = await planDeck(context, world.team, next);
          const questions = plan.outcome.kind === 'change' ? plan.outcome.questions : [];
          const decisions = Object.fromEntries(
            questions.flatMap(({ after, candidates: [first] }, index): [string, Decision][] => {
              if (says[index] === 'new') return [[after.id, { kind: 'new' }]];
              return says[index] === 'first' && first ? [[after.id, { kind: 'same', card: first.id }]] : [];
            }),
          );
          const { version } = await syncDeck(context, world.team, next, { decisions });
          if (version !== null) states.push(await state());
        }
        for (const before of states.slice(0, -1).reverse()) {
          const undone = await store.deckChanges.undo(world.team, id, { by: { kind: 'cli' }, at: context.now });
          expect(undone.status).toBe('undone');
          expect(await state()).toEqual(before);
        }
        for (const after of states.slice(1)) {
          const redone = await store.deckChanges.redo(world.team, id, { by: { kind: 'cli' }, at: context.now });
          expect(redone.status).toBe('redone');
          expect(await state()).toEqual(after);
        }
        expect(await store.progress.ofCards(world.team, ana.id, ids)).toEqual(progress);
      }),
      { numRuns: runs(15) },
    );
  }, 90_000);
});
