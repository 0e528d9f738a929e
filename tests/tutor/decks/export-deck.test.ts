import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardId, deckId, learnerId, sessionId, type WorkspaceId, workspaceId } from '../../../src/core/ids.js';
import { addDays, instant, localDate } from '../../../src/core/local-date.js';
import { readCardFile } from '../../../src/formats/read-card-file.js';
import { type ExportRequest, writeExport } from '../../../src/tutor/decks/export-deck.js';
import { importCards } from '../../../src/tutor/decks/import-cards.js';
import { CARDS, createWorld, DAY, MONDAY_NOON, type World } from '../../support/world.js';

const ANA = learnerId('ana');
const MONDAY = localDate('2026-11-23');
const EVERYONE = { kind: 'everyone', owner: null } as const;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const request: ExportRequest = { format: 'json', deck: null, learner: null, findMedia: async () => null };

async function exported(more: Partial<ExportRequest> = {}) {
  const result = await writeExport(world.at(MONDAY_NOON), world.team, { ...request, ...more });
  if (result.kind !== 'exported') throw new Error(result.kind);
  return result;
}

/** Reviews of one card, a day apart. */
async function learn(name: string, card: string, qualities: readonly (1 | 3 | 4 | 5)[]): Promise<void> {
  const { store } = world.opened;
  const person = await world.person(name);
  const session = sessionId(`s-${world.team}-${name}-${card}`);
  const day = addDays(MONDAY, -qualities.length);
  const dates = { kind: 'quiz' as const, startedAt: instant(MONDAY_NOON), startedOn: MONDAY, endedAt: null };
  await store.sessions.open({
    workspaceId: world.team,
    id: session,
    learnerId: person.id,
    deckId: null,
    plan: [],
    ...dates,
  });
  for (const [index, quality] of qualities.entries()) {
    const at = instant(MONDAY_NOON - (qualities.length - index) * DAY);
    const review = {
      workspaceId: world.team,
      learnerId: person.id,
      sessionId: session,
      turn: index + 1,
      cardId: cardId(card),
      proof: 'typed' as const,
      at,
    };
    await store.reviews.record(review, () => ({ quality, on: addDays(day, index), purpose: 'plan' }));
  }
}

let teams = 0;

/** A workspace with nothing in it. */
async function emptyTeam(): Promise<WorkspaceId> {
  teams += 1;
  const team = workspaceId(`web:empty${teams}`);
  await world.opened.store.workspaces.ensure(team, 'web', instant(MONDAY_NOON));
  return team;
}

function progressIn(workspace: WorkspaceId) {
  return world.opened.store.progress.ofCards(
    workspace,
    ANA,
    CARDS.map(({ id }) => id),
  );
}

describe.each(['json', 'csv', 'apkg'] as const)('a deck goes out as %s and comes in elsewhere', (format) => {
  it('with its cards, its language and what its learner knows', async () => {
    await learn('Ana', 'c1', [4, 5, 1, 4]);
    await learn('Ana', 'c2', [3]);
    const { bytes, cards, learners } = await exported({ format });
    expect([cards, learners]).toEqual([3, ['Ana']]);

    const read = await readCardFile(`docker.${format}`, bytes);
    expect(read.problems).toEqual([]);
    const team = await emptyTeam();
    const whose = { kind: 'everyone', owner: ANA } as const;
    const { progress } = await importCards(world.at(MONDAY_NOON), team, `docker.${format}`, read, whose);
    expect(progress).toEqual({ imported: 2, alreadyReviewed: 0, unassigned: 0 });
    const { decks } = world.opened.store;
    expect(await decks.get(team, deckId('docker'))).toMatchObject({ name: 'Docker', language: 'es' });
    const stored = await decks.cards(team, deckId('docker'));
    expect(stored.map(({ deckId: _, position: __, paused: ___, ...card }) => card)).toEqual(CARDS);
    expect(await progressIn(team)).toEqual(await progressIn(world.team));
  });
});

describe('everybody’s progress', () => {
  beforeEach(async () => {
    await learn('Ana', 'c1', [4, 5]);
    await learn('Luis', 'c1', [1]);
  });

  it('goes into JSON and CSV', async () => {
    for (const format of ['json', 'csv'] as const) {
      const read = await readCardFile(`a.${format}`, (await exported({ format })).bytes);
      expect(read.decks[0]?.progress.map(({ learner, records }) => [learner?.name, records.length])).toEqual([
        ['Ana', 1],
        ['Luis', 1],
      ]);
    }
  });

  it('needs a choice for a package of Anki, which holds one person’s', async () => {
    const both = await writeExport(world.at(MONDAY_NOON), world.team, { ...request, format: 'apkg' });
    expect(both).toEqual({ kind: 'which-learner', learners: ['ana', 'luis'] });
    const one = await exported({ format: 'apkg', learner: ANA });
    expect(one.learners).toEqual(['Ana']);
    const read = await readCardFile('a.apkg', one.bytes);
    expect(read.decks[0]?.progress[0]?.records[0]?.log.map(({ quality }) => quality)).toEqual([4, 5]);
  });

  it('comes back to each of them, people who are new there included', async () => {
    const read = await readCardFile('a.json', (await exported()).bytes);
    const team = await emptyTeam();
    const before = await importCards(world.at(MONDAY_NOON), team, 'a.json', read, EVERYONE);
    expect(before.progress).toEqual({ imported: 2, alreadyReviewed: 0, unassigned: 0 });
    expect((await world.opened.store.learners.get(team, learnerId('luis')))?.name).toBe('Luis');
    const again = await importCards(world.at(MONDAY_NOON + DAY), team, 'a.json', read, EVERYONE);
    expect(again.progress).toEqual({ imported: 0, alreadyReviewed: 2, unassigned: 0 });
  });

  it('of others is nobody’s to bring in a chat', async () => {
    const read = await readCardFile('a.json', (await exported()).bytes);
    const team = await emptyTeam();
    const whose = { kind: 'one', learner: ANA } as const;
    const { progress } = await importCards(world.at(MONDAY_NOON), team, 'a.json', read, whose);
    expect(progress).toEqual({ imported: 1, alreadyReviewed: 0, unassigned: 1 });
    expect(await world.opened.store.learners.get(team, learnerId('luis'))).toBeNull();
  });

  it('that is another’s is told from nobody’s', async () => {
    expect(await writeExport(world.at(MONDAY_NOON), world.team, { ...request, learner: learnerId('eva') })).toEqual({
      kind: 'no-such-learner',
      learners: ['ana', 'luis'],
    });
  });
});

describe('what goes out', () => {
  it('may be one deck', async () => {
    const result = await writeExport(world.at(MONDAY_NOON), world.team, { ...request, deck: deckId('nothing') });
    expect(result).toEqual({ kind: 'no-such-deck', decks: ['docker'] });
    expect(await exported({ deck: deckId('docker') })).toMatchObject({ decks: 1, cards: 3, learners: [] });
  });

  it('is a zip of notes, with the cards below them that the notes do not say', async () => {
    const files = unzipSync((await exported({ format: 'zip' })).bytes);
    expect(Object.keys(files)).toEqual(['docker.md']);
    const text = new TextDecoder().decode(files['docker.md']);
    // The cards of this deck come from its notes: nothing is added.
    expect(text).toBe('# Docker\n');
  });

  it('has pictures and recordings that lie beside the notes, and tells of those that do not', async () => {
    const { store } = world.opened;
    const card = { ...CARDS[0]!, front: '![capas](img/capas.png) […]', back: '[sound:voz.mp3] ![](https://a.b/c.png)' };
    const change = {
      id: deckId('docker'),
      name: 'Docker',
      language: 'es',
      source: 'docker.md',
      contentHash: 'h2',
    } as const;
    await store.decks.apply(
      world.team,
      { deck: change, baseVersion: 1, text: '', cards: [card], paused: [], passages: [] },
      instant(MONDAY_NOON),
    );
    const asked: string[] = [];
    const findMedia = async (name: string, file: string) => {
      asked.push(`${file} ${name}`);
      return name === 'img/capas.png' ? Uint8Array.of(1) : null;
    };
    const { bytes, missingMedia } = await exported({ format: 'apkg', findMedia });
    expect(asked).toEqual(['docker.md img/capas.png', 'docker.md voz.mp3']);
    expect(missingMedia).toEqual(['voz.mp3']);
    const read = await readCardFile('a.apkg', bytes);
    expect(read.media.map(({ name }) => name)).toEqual(['capas.png']);
    expect(read.decks[0]?.cards[0]?.front).toBe(card.front);
  });
});
