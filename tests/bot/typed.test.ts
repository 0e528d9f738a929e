import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { learnerId } from '../../src/core/ids.js';
import { addNotes } from '../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

const NOTES = '# Cloud\n\n## What is a node?\n\nA machine of the cluster.\n';

const clock = { now: MONDAY_NOON };
let world: World;
let ana: BotUser;

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['en'], clock);
  await addNotes(world, 'cloud.md', NOTES);
});

async function typed(user: BotUser, given: string, start?: View): Promise<View> {
  const view = start ?? (await user.command('review', { deck: 'cloud' }));
  return user.submit(await user.formOf(view, /^Type the answer$|^Escribir la respuesta$/), { answer: given });
}

function history(user: BotUser) {
  return world.opened.store.reviews.history(world.team, learnerId(user.person.id));
}

describe('a typed answer', () => {
  it('that is right is told so, with what the notes say and the grades that fit', async () => {
    const view = await typed(ana, 'machine of the clusters');
    expect(view.tone).toBe('success');
    expect(text(view)).toContain('Correct.');
    expect(text(view)).toContain('A machine of the cluster.');
    expect(labels(view)).toEqual(['Good · 1 d', 'Easy · 1 d', 'Hard · 1 d', 'In the notes']);
    expect(await history(ana)).toEqual([]);
  });

  it('counts as typed once its grade is pressed', async () => {
    await ana.pressLabel(await typed(ana, 'a machine of the cluster'), /^Good/);
    expect(await history(ana)).toMatchObject([{ quality: 4, proof: 'typed', purpose: 'plan' }]);
  });

  it('that is half right shows what is missing and what is strange, and leaves the grade to the person', async () => {
    const view = await typed(ana, 'a computer');
    const told = text(await typed(ana, 'a machine', await ana.command('review', { deck: 'cloud' })));
    expect(told).toContain('Almost: “a machine”');
    expect(told).toContain('Missing: “cluster”');
    expect(labels(view)).toContain('I knew it · 1 d');
    await ana.pressLabel(view, /^I knew it/);
    expect(await history(ana)).toMatchObject([{ quality: 4, proof: 'self' }]);
  });

  it('keeps for nobody what is typed between the verdict and the grade, however often', async () => {
    const words = (view: View, answer: string) => {
      if (view.awaits === undefined) throw new Error('words would go to everybody');
      return ana.submit({ title: '', action: view.awaits, submitLabel: '', fields: [] }, { answer });
    };
    const first = await words(await typed(ana, 'a machine'), 'next answer');
    const second = await words(first, 'and another');
    for (const view of [first, second]) {
      expect(text(view)).toContain('What you typed was sent to nobody and not counted.');
      expect(labels(view)).toEqual(expect.arrayContaining([expect.stringMatching(/^Good/)]));
    }
    expect(await history(ana)).toEqual([]);
    await ana.pressLabel(second, /^Good/);
    expect(await history(ana)).toMatchObject([{ quality: 4, proof: 'self' }]);
  });

  it('that is wrong offers to see it again first', async () => {
    const view = await typed(ana, 'a kind of soup');
    expect(text(view)).toContain('Not yet: “a kind of soup”');
    expect(labels(view)[0]).toBe('Again · today');
    await ana.pressLabel(view, /^Again/);
    expect(await history(ana)).toMatchObject([{ quality: 1, proof: 'typed' }]);
  });

  it('is never parsed as markup', async () => {
    const view = await typed(ana, '<@U1> **[x](http://evil.example)** `soup`');
    expect(text(view)).toContain('<@U1> **[x](http://evil.example)** `soup`');
  });

  it('to a card that has been answered since is no answer to the next one', async () => {
    const start = await ana.command('review', { deck: 'cloud' });
    const form = await ana.formOf(start, /^Type the answer$/);
    await ana.pressLabel(await ana.pressLabel(start, /^Show$/), /^Good/);
    expect(text(await ana.submit(form, { answer: 'a machine of the cluster' }))).not.toContain('Correct');
    expect(await history(ana)).toHaveLength(1);
  });

  it('is told in the person’s own language', async () => {
    const eva = botUser(world, 'Eva', ['es'], clock);
    expect(text(await typed(eva, 'a machine'))).toContain('Casi: «a machine»');
  });
});

describe('“I was right”', () => {
  it('teaches the other name to everybody, where the person looks after the decks', async () => {
    const view = await typed(ana, 'a machine of the swarm');
    expect(labels(view)).toContain('I was right: swarm = cluster');
    const next = await ana.pressLabel(view, /^I was right/);
    expect(text(next)).toContain('both names are right');
    expect(await history(ana)).toMatchObject([{ quality: 4, proof: 'self' }]);
    const luis = botUser(world, 'Luis', ['en'], clock);
    expect(text(await typed(luis, 'machine of the swarm'))).toContain('Correct.');
  });

  it('waits for those who do, where the person does not, and changes nothing until then', async () => {
    const luis = botUser(world, 'Luis', ['en'], clock, { manages: false });
    const next = await luis.pressLabel(await typed(luis, 'a machine of the swarm'), /^I was right/);
    expect(text(next)).toContain('decides whether both names are right');
    expect(await history(luis)).toMatchObject([{ quality: 4, proof: 'self' }]);
    expect(text(await typed(ana, 'machine of the swarm'))).not.toContain('Correct.');
    await ana.pressLabel(await ana.command('alias'), /^Accept|^Add/);
    expect(text(await typed(ana, 'machine of the swarm'))).toContain('Correct.');
  });
});
