import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { cardId, learnerId } from '../../src/core/ids.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['en'], clock);
});

const grade = async (view: View, label: RegExp) => ana.pressLabel(await ana.pressLabel(view, /^Show$/), label);

async function finish(view: View, first: RegExp = /^Good/): Promise<View> {
  let at = view;
  for (let label = first; labels(at).includes('Show'); label = /^Good/) at = await grade(at, label);
  return at;
}

const known = () => world.opened.store.progress.withCards(world.team, learnerId('ana'), ['c1', 'c2', 'c3'].map(cardId));

describe('cramming', () => {
  it('asks every card, met or not, and moves no schedule, no board and no day', async () => {
    const before = await known();
    const first = await ana.command('review', { deck: 'docker', mode: 'cram' });
    expect(text(first)).toContain('practice · 1 of 3');
    expect(text(await ana.pressLabel(first, /^Show$/))).toContain('your schedule stays as it is');
    const end = await finish(first, /^Again/);
    expect(text(end)).toContain('3 cards, 2 at the first try');
    expect(text(end)).not.toContain('new.');
    expect(await known()).toEqual(before);
    expect(text(await ana.command('leaderboard'))).toContain('Nobody has reviewed');
    expect(text(await ana.command('today'))).toContain('3 new today');
  });

  it('goes on where it was left, and leaves the day’s review apart', async () => {
    await grade(await ana.command('review', { mode: 'cram' }), /^Good/);
    const again = await ana.command('review', { mode: 'cram' });
    expect(text(again)).toContain('You left off here');
    expect(text(again)).toContain('practice · 2 of 3');
    expect(text(await ana.command('review'))).not.toContain('practice');
  });

  it('can be undone like any answer', async () => {
    const next = await grade(await ana.command('review', { mode: 'cram' }), /^Good/);
    expect(text(await ana.pressLabel(next, /^Undo$/))).toContain('practice · 1 of 3');
  });
});

describe('only what was missed', () => {
  it('asks that alone, from the summary or by its name', async () => {
    const done = await finish(await ana.command('review'), /^Again/);
    expect(text(done)).toContain('3 of them were new.');
    const missed = await ana.pressLabel(done, /Only what I missed today/);
    expect(text(missed)).toContain('practice · 1 of 1');
    await finish(missed);
    expect(text(await ana.command('review', { mode: 'missed' }))).toContain('practice · 1 of 1');
  });

  it('is not offered where nothing was missed, and says so kindly', async () => {
    expect(labels(await finish(await ana.command('review')))).not.toContain('Only what I missed today');
    expect(text(await ana.command('review', { mode: 'missed' }))).toContain('You missed nothing then.');
  });

  it('knows the week, and forgets what was taken back', async () => {
    const first = await ana.command('review');
    await ana.pressLabel(await grade(first, /^Again/), /^Undo$/);
    expect(text(await ana.command('review', { mode: 'missed' }))).toContain('You missed nothing then.');
    await finish(await ana.command('review'), /^Again/);
    clock.now += DAY;
    expect(text(await ana.command('review', { mode: 'missed' }))).toContain('You missed nothing then.');
    expect(text(await ana.command('review', { mode: 'missed-week' }))).toContain('practice · 1 of 1');
  });
});
