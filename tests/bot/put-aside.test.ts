import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { type BotUser, botUser, labels, options, text } from '../support/bot-user.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['en'], clock);
});

const headline = (view: View): string => {
  const found = view.body.find((block) => block.kind === 'headline');
  return found?.kind === 'headline' ? found.markdown : '';
};

const grade = async (view: View) => ana.pressLabel(await ana.pressLabel(view, /^Show$/), /^Good/);

async function frontsOf(view: View): Promise<readonly string[]> {
  const fronts: string[] = [];
  for (let at = view; labels(at).includes('Show'); at = await grade(at)) fronts.push(headline(at));
  return fronts;
}

describe('a card that is put off to the end of the session', () => {
  it('comes last, and only once', async () => {
    const first = await ana.command('review');
    const next = await ana.choose(first, /At the end/);
    expect(text(next)).toContain('at the end of this session');
    const fronts = await frontsOf(next);
    expect(fronts).toHaveLength(3);
    expect(fronts.at(-1)).toBe(headline(first));
  });

  it('is not offered for the last card, and can be undone', async () => {
    const first = await ana.command('review');
    const next = await ana.choose(first, /At the end/);
    expect(headline(await ana.pressLabel(next, /^Undo$/))).toBe(headline(first));
    const last = await grade(await grade(await ana.command('review')));
    expect(options(last)).not.toContain('At the end of this session');
  });
});

describe('a card that is put off until tomorrow', () => {
  it('is in no count today, and comes tomorrow', async () => {
    const first = await ana.command('review');
    const next = await ana.choose(first, /Not before tomorrow/);
    expect(text(next)).toContain('comes back tomorrow');
    expect(text(await ana.command('today'))).toContain('2 new today');
    const fronts = await frontsOf(next);
    expect(fronts).not.toContain(headline(first));
    expect(text(await ana.command('review'))).toContain('tomorrow');
    clock.now += DAY;
    expect(await frontsOf(await ana.command('review'))).toContain(headline(first));
  });

  it('is counted for tomorrow, met or not', async () => {
    await frontsOf(await ana.command('review'));
    clock.now += DAY;
    const buried = await ana.choose(await ana.command('review'), /Not before tomorrow/);
    await frontsOf(buried);
    expect(text(await ana.command('today'))).toContain('You have met all 3 cards. The next one is due tomorrow.');
  });

  it('comes back at once with Undo', async () => {
    const first = await ana.command('review');
    const back = await ana.pressLabel(await ana.choose(first, /Not before tomorrow/), /^Undo$/);
    expect(headline(back)).toBe(headline(first));
    expect(text(await ana.command('today'))).toContain('3 new today');
  });
});

describe('a card that somebody pauses for themselves', () => {
  it('stays away, for nobody else, until it is resumed from /cards', async () => {
    const first = await ana.command('review');
    await ana.choose(first, /Pause it for me/);
    clock.now += 30 * DAY;
    expect(text(await ana.command('today'))).toContain('2 new today');
    const luis = botUser(world, 'Luis', ['en'], clock);
    expect(text(await luis.command('today'))).toContain('3 new today');
    expect(labels(await luis.command('cards', { words: 'layer' }))).not.toContain('One paused by you');
    const mine = await ana.pressLabel(await ana.command('cards'), /One paused by you/);
    expect(text(mine)).toContain('for you alone');
    const resumed = await ana.pressLabel(mine, /Resume/);
    expect(text(resumed)).toContain('You have paused no card');
    expect(text(await ana.command('today'))).toContain('3 new today');
  });

  it('is not asked on, where it was shown on another device', async () => {
    const first = await ana.command('review');
    const shown = await ana.pressLabel(first, /^Show$/);
    await ana.choose(first, /Pause it for me/);
    expect(text(await ana.pressLabel(shown, /^Good/))).toContain('already counted');
    expect(text(await ana.command('leaderboard'))).toContain('Nobody has reviewed');
    expect(text(await ana.choose(first, /Pause it for me/))).toContain('moved on');
  });

  it('comes back when somebody adds its section to their reviews', async () => {
    const first = await ana.command('review');
    await ana.choose(first, /Pause it for me/);
    const notes = await ana.command('explain', { concept: 'layers' });
    await ana.pressLabel(notes, /Add to my reviews/);
    expect(text(await ana.command('today'))).toContain('3 new today');
  });
});
