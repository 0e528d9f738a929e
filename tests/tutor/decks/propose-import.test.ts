import { beforeEach, describe, expect, it } from 'vitest';
import { deckId, draftId } from '../../../src/core/ids.js';
import { localDate } from '../../../src/core/local-date.js';
import { Refused } from '../../../src/formats/refused.js';
import type { Learner } from '../../../src/store/interfaces/learners.js';
import { waitingImports } from '../../../src/tutor/decks/import-drafts.js';
import { decideImport, lookAtImport, proposeImport } from '../../../src/tutor/decks/propose-import.js';
import { sidesFromLine, skippedLines } from '../../../src/tutor/decks/skipped-lines.js';
import { package11 } from '../../formats/anki-package.js';
import { bytesOf, zipOf } from '../../formats/support.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
let ana: Learner;
let luis: Learner;
beforeEach(async () => {
  world = await createWorld();
  [ana, luis] = [await world.person('Ana'), await world.person('Luis')];
});

const now = () => world.at(MONDAY_NOON);
const fronts = async (id: string) =>
  (await world.opened.store.decks.cards(world.team, deckId(id))).map(({ front }) => front);

async function drafted(who: Learner, file: string, bytes: Uint8Array) {
  const result = await proposeImport(now(), who, { file, bytes });
  if (result.kind !== 'proposed') throw new Error(JSON.stringify(result));
  return result;
}

const CSV = bytesOf('front,back\nuno,one\ndos,two\n');

/** A deck with what two people know of its card. */
function withProgress(): Uint8Array {
  const card = {
    id: `${world.team}-uno`,
    kind: 'basic',
    front: 'uno',
    back: 'one',
    context: [],
    tags: [],
    source: { file: 'numbers.csv', line: 1 },
    passage: `${world.team}-uno`,
  };
  const plan = { easeHundredths: 250, intervalDays: 6, repetitions: 2, reviews: 2, lapses: 0 };
  const known = { card: card.id, ...plan, due: '2026-11-29', lastReviewedOn: '2026-11-20', log: [] };
  const progress = ['ana', 'luis'].map((id) => ({ learner: { id, name: id }, cards: [known] }));
  const deck = { id: null, name: 'Numbers', language: 'en', cards: [card], paused: [], progress };
  return bytesOf(JSON.stringify({ format: 'repaso-cards', version: 1, decks: [deck] }));
}

async function knows(who: Learner): Promise<boolean> {
  const counts = await world.opened.store.progress.counts(world.team, who.id, localDate('2026-11-23'));
  return counts.some(({ deckId: id, unseen }) => id === '@numbers' && unseen === 0);
}

describe('a file of cards in the chat', () => {
  it('changes nothing until somebody decides, and then what it said it would', async () => {
    const { id, plan } = await drafted(luis, 'numbers.csv', CSV);
    expect(plan).toMatchObject({ changesDecks: true, progress: 0, skipped: 0 });
    expect(plan.cards.map(({ name, merged }) => [name, merged.added.length])).toEqual([['numbers', 2]]);
    expect(await fronts('@numbers')).toEqual([]);
    expect(await waitingImports(now(), ana, 5)).toEqual([{ id, file: 'numbers.csv' }]);
    expect(await lookAtImport(now(), ana, id)).toMatchObject({ id, plan: { changesDecks: true } });

    expect(await decideImport(now(), luis, id, 'accepted', false)).toEqual({ kind: 'not-allowed' });
    expect(await decideImport(now(), ana, id, 'accepted', true)).toMatchObject({ kind: 'applied' });
    expect(await fronts('@numbers')).toEqual(['uno', 'dos']);
    expect(await decideImport(now(), ana, id, 'dropped', true)).toEqual({ kind: 'known' });
    expect(await lookAtImport(now(), ana, id)).toBeNull();
    expect(await proposeImport(now(), luis, { file: 'numbers.csv', bytes: CSV })).toEqual({ kind: 'unchanged' });
  });

  it('may be taken back by who sent it', async () => {
    const { id } = await drafted(luis, 'numbers.csv', CSV);
    expect(await decideImport(now(), ana, id, 'dropped', false)).toEqual({ kind: 'not-allowed' });
    expect(await decideImport(now(), luis, id, 'dropped', false)).toEqual({ kind: 'dropped' });
    expect(await fronts('@numbers')).toEqual([]);
  });

  it('brings the progress of its sender along, and nobody else’s, whoever accepts it', async () => {
    const { id, plan } = await drafted(luis, 'numbers.json', withProgress());
    expect(plan.progress).toBe(1);
    const decided = await decideImport(now(), ana, id, 'accepted', true);
    expect(decided).toMatchObject({ kind: 'applied', progress: { imported: 1, alreadyReviewed: 0, unassigned: 1 } });
    expect([await knows(luis), await knows(ana)]).toEqual([true, false]);
  });

  it('lets everybody bring their own progress of cards that are here', async () => {
    const first = await drafted(ana, 'numbers.json', withProgress());
    await decideImport(now(), ana, first.id, 'accepted', true);
    const own = await drafted(luis, 'numbers.json', withProgress());
    expect(own.plan).toMatchObject({ changesDecks: false, progress: 1 });
    const decided = await decideImport(now(), luis, own.id, 'accepted', false);
    expect(decided).toMatchObject({ kind: 'applied', progress: { imported: 1 } });
    expect(await knows(luis)).toBe(true);
  });

  it('may be a package of Anki', async () => {
    const bytes = await package11({
      notes: [{ id: 1, fields: ['le chien', 'el perro'] }],
      cards: [{ id: 11, note: 1, type: 2, queue: 2, due: 1340, ivl: 30, factor: 2350, reps: 2 }],
      reviews: [],
      conf: { creationOffset: -120, rollover: 4, schedVer: 2 },
    });
    const { id } = await drafted(ana, 'numbers.apkg', bytes);
    expect(await decideImport(now(), ana, id, 'accepted', true)).toMatchObject({ kind: 'applied' });
  });

  it('may be Anki’s notes in plain text, and is no deck from notes then', async () => {
    const text = '#separator:tab\n#html:true\n#deck:Números\nuno\tone\ndos\ttwo\ntres\t\n';
    const sent = await drafted(ana, 'números.txt', bytesOf(text));
    expect(sent.plan).toMatchObject({ isNotes: false, skipped: 1 });
    await decideImport(now(), ana, sent.id, 'accepted', true);
    expect(await fronts('@numeros')).toEqual(['uno', 'dos']);
    const again = await drafted(ana, 'números.txt', bytesOf(`${text}cuatro\tfour\n`));
    await decideImport(now(), ana, again.id, 'accepted', true);
    expect(await fronts('@numeros')).toEqual(['uno', 'dos', 'cuatro']);
    const { lines } = (await skippedLines(now(), ana, again.id)) ?? { lines: [] };
    expect(lines.map(({ position, text: row }) => [position, row])).toEqual([[{ kind: 'row', number: 6 }, 'tres\t']]);
  });

  it('has a row with too many cells ready to be made a card of', async () => {
    const { id } = await drafted(ana, 'g.csv', bytesOf('uno,one\ndos,two,or so\ntres,three\n'));
    const [line] = (await skippedLines(now(), ana, id))?.lines ?? [];
    expect(line && [line.code, await sidesFromLine(line)]).toEqual([
      'row-unclear',
      { front: 'dos', back: 'two,or so' },
    ]);
  });

  it.each([
    ['a.apkg', 'no zip', 'archive-broken'],
    ['a.colpkg', 'no zip', 'archive-broken'],
    ['a.txt', '#separator:tab\n#html:true\n', 'no-cards'],
    ['a.json', '{}', 'json-shape'],
    ['a.csv', '', 'empty'],
    ['a.zip', 'no zip', 'archive-broken'],
  ])('is refused with its reason: %s of “%s”', async (file, text, code) => {
    expect(await proposeImport(now(), ana, { file, bytes: bytesOf(text) })).toEqual({ kind: 'refused', code });
  });

  it('is refused where a deck would be too large', async () => {
    const rows = Array.from({ length: 10_001 }, (_, n) => `front ${n},back ${n}`).join('\n');
    const result = await proposeImport(now(), ana, { file: 'a.csv', bytes: bytesOf(`front,back\n${rows}\n`) });
    expect(result).toEqual({ kind: 'refused', code: 'too-many-cards' });
  });
});

describe('a zip in the chat', () => {
  const NOTES = '# Redes\n\n- **Router**: une dos redes.\n';

  it('brings its notes and its cards, each as a deck', async () => {
    const zip = zipOf({ 'redes.md': NOTES, 'indice.md': '# Índice\n', 'numbers.csv': Buffer.from(CSV) });
    const { id, plan } = await drafted(ana, 'todo.zip', zip);
    expect([plan.notes.length, plan.cards.length, plan.skipped > 0]).toEqual([1, 1, false]);
    await decideImport(now(), ana, id, 'accepted', true);
    expect((await fronts('redes')).length).toBe(1);
    expect(await fronts('@numbers')).toEqual(['uno', 'dos']);
    const decks = await world.opened.store.decks.list(world.team);
    expect(decks.map((deck) => deck.id)).not.toContain('indice');
    expect(await proposeImport(now(), ana, { file: 'todo.zip', bytes: zip })).toEqual({ kind: 'unchanged' });
  });

  it('without cards is refused', async () => {
    const bytes = zipOf({ 'indice.md': '# Índice\n' });
    expect(await proposeImport(now(), ana, { file: 'a.zip', bytes })).toEqual({ kind: 'refused', code: 'no-cards' });
  });
});

describe('a file of notes in the chat', () => {
  const NOTES = bytesOf('- **Router**: une dos redes.');

  it('waits until somebody decides, like any other', async () => {
    const { id, plan } = await drafted(luis, 'redes.md', NOTES);
    expect(plan).toMatchObject({ isNotes: true, changesDecks: true, progress: 0 });
    expect(await lookAtImport(now(), ana, id)).toMatchObject({ id, isOwn: false, isFromFolder: false });
    expect(await decideImport(now(), luis, id, 'accepted', false)).toEqual({ kind: 'not-allowed' });
    expect(await decideImport(now(), ana, id, 'accepted', true)).toMatchObject({ made: [{ deckId: 'redes' }] });
    expect((await fronts('redes')).length).toBe(1);
  });

  it('is refused where there is no card in it', async () => {
    expect(await proposeImport(now(), ana, { file: 'a.md', bytes: bytesOf('') })).toEqual({ kind: 'no-cards' });
  });

  it('of an earlier version is where it was', async () => {
    const payload = { file: 'redes.md', base64: Buffer.from(NOTES).toString('base64') };
    const old = { id: draftId('old'), kind: 'import', payload, by: ana.id, madeAt: now().now } as const;
    await world.opened.store.drafts.put(world.team, old);
    expect(await decideImport(now(), ana, 'old', 'accepted', true)).toMatchObject({ kind: 'applied' });
    expect((await fronts('redes')).length).toBe(1);
  });
});

describe('a source that takes too long', () => {
  const NOTES = bytesOf('- **Router**: une dos redes.');
  const busy = () => ({
    ...now(),
    sources: { ...now().sources, read: () => Promise.reject(new Refused('too-slow')) },
  });

  it('is refused where it is sent', async () => {
    const sent = { file: 'redes.md', bytes: NOTES };
    expect(await proposeImport(busy(), ana, sent)).toEqual({ kind: 'refused', code: 'too-slow' });
  });

  it('is not taken for an empty one where it is decided on: it still waits', async () => {
    const { id } = await drafted(ana, 'redes.md', NOTES);
    await expect(decideImport(busy(), ana, id, 'accepted', true)).rejects.toBeInstanceOf(Refused);
    expect(await fronts('redes')).toEqual([]);
    expect(await decideImport(now(), ana, id, 'accepted', true)).toMatchObject({ kind: 'applied' });
    expect((await fronts('redes')).length).toBe(1);
  });
});
