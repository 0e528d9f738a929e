import { beforeEach, describe, expect, it } from 'vitest';
import { controlsOf } from '../../src/chat/controls-of.js';
import type { ActionRef, View } from '../../src/chat/port.js';
import { learnerId } from '../../src/core/ids.js';
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

async function grade(view: View, label: RegExp, who = ana): Promise<View> {
  return who.pressLabel(await who.pressLabel(view, /^Show$/), label);
}

async function finish(view: View): Promise<View> {
  let at = view;
  while (labels(at).includes('Show')) at = await grade(at, /^Good/);
  return at;
}

function undoOf(view: View): ActionRef {
  const found = controlsOf(view).find((control) => control.label === 'Undo');
  if (found?.kind !== 'button') throw new Error('no undo');
  return found.action;
}

const headline = (view: View) => view.body.find((block) => block.kind === 'headline');

describe('undo', () => {
  it('is offered after a grade, on the question, the answer and the summary, and not before', async () => {
    const first = await ana.command('review');
    expect(labels(first)).not.toContain('Undo');
    const second = await grade(first, /^Good/);
    expect(labels(second)).toContain('Undo');
    expect(labels(await ana.pressLabel(second, /^Show$/))).toContain('Undo');
    expect(labels(await finish(second))).toContain('Undo');
  });

  it('asks the card again as it was, and counts nothing of it', async () => {
    const first = await ana.command('review');
    const again = await ana.pressLabel(await grade(first, /^Easy/), /^Undo$/);
    expect(text(again)).toContain('Taken back');
    expect(headline(again)).toEqual(headline(first));
    expect(labels(again)).not.toContain('Undo');
    expect(text(await ana.command('leaderboard'))).toContain('Nobody has reviewed this week');
    expect(text(await ana.command('today'))).toContain('3 new today');
    const log = await world.opened.store.reviews.history(world.team, learnerId(ana.person.id));
    expect(log).toHaveLength(2);
  });

  it('takes back the last grade of a finished session, which goes on', async () => {
    const done = await finish(await ana.command('review'));
    const again = await ana.pressLabel(done, /^Undo$/);
    expect(labels(again)).toContain('Show');
    expect(text(await ana.command('review'))).toContain('You left off here');
    const end = await grade(again, /^Again/);
    expect(text(await finish(end))).toContain('3 cards, 2 at the first try');
  });

  it('goes back card by card', async () => {
    const first = await ana.command('review');
    const third = await grade(await grade(first, /^Good/), /^Good/);
    const back = await ana.pressLabel(await ana.pressLabel(third, /^Undo$/), /^Undo$/);
    expect(headline(back)).toEqual(headline(first));
  });

  it('pressed twice is harmless', async () => {
    const second = await grade(await ana.command('review'), /^Good/);
    const once = await ana.pressLabel(second, /^Undo$/);
    const twice = await ana.pressLabel(second, /^Undo$/);
    expect(text(twice)).toContain('taken back already');
    expect(headline(twice)).toEqual(headline(once));
  });

  it('is refused kindly when another card was answered since, and on another day', async () => {
    const second = await grade(await ana.command('review'), /^Good/);
    const third = await grade(second, /^Good/);
    expect(text(await ana.press(undoOf(second)))).toContain('Only the last answer');
    clock.now += DAY;
    const late = await ana.press(undoOf(third));
    expect(text(late)).toContain('earlier day');
  });

  it('leaves a grade of the card that another session gave since', async () => {
    const second = await grade(await ana.command('review'), /^Good/);
    const undo = undoOf(second);
    clock.now += DAY;
    await finish(await ana.command('review', { deck: 'docker' }));
    clock.now -= DAY;
    const refused = await ana.press(undo);
    expect(text(refused)).toContain('elsewhere');
  });

  it('is for one’s own grades', async () => {
    const undo = undoOf(await grade(await ana.command('review'), /^Good/));
    const luis = botUser(world, 'Luis', ['en'], clock);
    expect(text(await luis.press(undo))).toContain('belongs to somebody else');
    expect(text(await luis.press({ action: 'review.undo', args: ['lost', '1'] }))).toContain('no longer know');
  });

  it('makes the buttons of the card in between harmless', async () => {
    const second = await grade(await ana.command('review'), /^Good/);
    const shown = await ana.pressLabel(second, /^Show$/);
    await ana.pressLabel(second, /^Undo$/);
    const stale = await ana.pressLabel(shown, /^Easy/);
    expect(text(stale)).toContain('already counted');
    expect(text(await ana.command('leaderboard'))).toContain('Nobody has reviewed this week');
  });
});
