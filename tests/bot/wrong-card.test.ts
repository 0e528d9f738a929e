import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
let boss: BotUser;

beforeEach(async () => {
  world = await createWorld();
  const clock = { now: MONDAY_NOON };
  ana = botUser(world, 'Ana', ['en'], clock, { manages: false });
  boss = botUser(world, 'Eva', ['en'], clock);
});

const wrong = async (who: BotUser): Promise<View> =>
  who.choose(await who.command('review'), /Something is wrong with it/);
const headline = (view: View): string => {
  const found = view.body.find((block) => block.kind === 'headline');
  return found?.kind === 'headline' ? found.markdown : '';
};

async function report(words: string): Promise<View> {
  return ana.submit(await ana.formOf(await wrong(ana), /Say what is wrong/), { reason: words });
}

describe('a card with which something is wrong', () => {
  it('offers what one may, and the way back', async () => {
    expect(labels(await wrong(ana))).toEqual([
      'Suggest a wording',
      'Say what is wrong',
      'In the notes',
      'Back to the card',
    ]);
    expect(labels(await wrong(boss))).toContain('Edit it');
    const card = await ana.command('review');
    expect(headline(await ana.pressLabel(await wrong(ana), /Back to the card/))).toBe(headline(card));
  });

  it('reaches the queue with the words, after which the session goes on', async () => {
    const asked = headline(await ana.command('review'));
    const after = await report('The *answer* is old @everyone');
    expect(text(after)).toContain('waits in /queue');
    expect(headline(after)).toBe(asked);
    const queue = await boss.command('queue');
    expect(text(queue)).toContain('Ana says that something is wrong');
    expect(text(queue)).toContain('The *answer* is old @everyone');
    expect(headline(queue)).toBe(asked);
    expect(labels(queue)).not.toContain('Use this wording');
  });

  it('is mended from the queue, once', async () => {
    await report('old');
    const queue = await boss.command('queue');
    const form = await boss.formOf(queue, /^Edit$/);
    const mended = await boss.submit(form, { front: 'What is new?', back: 'This.' });
    expect(text(mended)).toContain('No suggestion is waiting');
    expect(headline(await ana.command('review'))).toBe('What is new?');
    expect(text(await boss.submit(form, { front: 'x', back: 'y' }))).toContain('decided this already');
  });

  it('stays as it is where the report is declined, which can be taken back', async () => {
    const asked = headline(await ana.command('review'));
    await report('I do not like it');
    const dropped = await boss.pressLabel(await boss.command('queue'), /Leave the card/);
    expect(text(dropped)).toContain('stays as it is');
    expect(text(await boss.pressLabel(dropped, /Undo|back/i))).toContain('I do not like it');
    expect(headline(await ana.command('review'))).toBe(asked);
  });

  it('gets a suggested wording only when somebody who may accepts it', async () => {
    const before = headline(await ana.command('review'));
    const form = await ana.formOf(await wrong(ana), /Suggest a wording/);
    expect(text(await ana.submit(form, { front: 'Better?', back: 'Better.' }))).toContain('waits in /queue');
    expect(headline(await ana.command('review'))).toBe(before);
    const queue = await boss.command('queue');
    expect(text(queue)).toContain('It would become');
    await boss.pressLabel(queue, /Use this wording/);
    expect(headline(await ana.command('review'))).toBe('Better?');
  });

  it('is changed at once by somebody who may', async () => {
    const form = await boss.formOf(await wrong(boss), /Edit it/);
    expect(text(await boss.submit(form, { front: 'Mine?', back: 'Mine.' }))).toContain('changed, for everyone');
    expect(headline(await ana.command('review'))).toBe('Mine?');
  });

  it('needs words, and is decided by those who may alone', async () => {
    expect(text(await report('   '))).toContain('Nothing was sent');
    await report('old');
    const action = { action: 'queue.mend.drop', args: ['whatever'] };
    expect(text(await ana.press(action))).toContain('manage this place');
    expect(text(await boss.press(action))).toContain('decided this already');
  });
});
