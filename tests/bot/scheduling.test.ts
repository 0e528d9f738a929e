import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { moveBehind } from '../../src/tutor/people/change-scheduling.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { teachDeck } from '../support/teach.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let luis: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  luis = botUser(world, 'Luis', ['en'], clock, { manages: false });
});

const choose = (field: string, value: string, who = luis) =>
  who.press({ action: 'settings.plan', args: [field] }, value);

/** What is chosen in each select. */
function chosenIn({ controls = [] }: View): readonly string[] {
  return controls.flatMap((control) =>
    control.kind === 'select' ? control.options.filter(({ selected }) => selected).map(({ label }) => label) : [],
  );
}

const bodyOf = ({ body }: View) => text({ body });
const grades = (view: View) => labels(view).filter((label) => /^(Again|Hard|Good|Easy)/.test(label));

describe('when cards come back', () => {
  it('is one press from the settings, and says what is chosen', async () => {
    const shown = await luis.pressLabel(await luis.command('settings'), /^When cards come back$/);
    expect(text(shown)).toContain('SM-2 plans your cards');
    expect(chosenIn(shown)).toEqual([
      'As everyone here: SM-2',
      'Days of delay do not count',
      'Each card exactly on its day',
      'At the latest after 10 years',
    ]);
    const changed = await choose('scheduler', 'fsrs');
    expect(text(changed)).toContain('Saved. Your cards are planned anew from all your answers.');
    expect(chosenIn(changed).slice(0, 2)).toEqual([
      'FSRS, by an estimate of your memory',
      'Ask when I know it with 90 %',
    ]);
    expect(chosenIn(await choose('retentionPercent', '85'))).toContain('Ask when I know it with 85 %');
    expect(chosenIn(await choose('maxIntervalDays', '365'))).toContain('At the latest after a year');
  });

  it('changes what each grade promises, and keeps the promise', async () => {
    await teachDeck(world, 'Git', 1);
    const sm2 = await luis.pressLabel(await luis.command('review'), /^Show$/);
    expect(
      new Set(
        grades(sm2)
          .slice(1)
          .map((label) => label.replace(/^\w+/, '')),
      ),
    ).toEqual(new Set([' · 1 d']));
    expect(text(sm2)).toContain('First meeting');
    await choose('scheduler', 'fsrs');
    const fsrs = await luis.pressLabel(await luis.command('review'), /^Show$/);
    expect(grades(fsrs)).toEqual(['Again · today', 'Hard · 2 d', 'Good · 3 d', 'Easy · 8 d']);
    expect(text(fsrs)).not.toContain('First meeting');
    let view = await luis.pressLabel(fsrs, /^Good/);
    while (labels(view).includes('Show')) {
      view = await luis.pressLabel(await luis.pressLabel(view, /^Show$/), /^Good/);
    }
    clock.now = MONDAY_NOON + 2 * DAY;
    expect(labels(await luis.command('review'))).not.toContain('Show');
    clock.now = MONDAY_NOON + 3 * DAY;
    expect(labels(await luis.command('review'))).toContain('Show');
  });

  it('has easy days, each with its three states in turn', async () => {
    expect(text(await choose('easyDay', '5'))).toContain('Fewer cards: Saturday.');
    const both = await choose('easyDay', '6');
    expect(text(both)).toContain('Fewer cards: Saturday and Sunday.');
    expect(chosenIn(both)).toContain('On the emptier of the days nearby');
    expect(text(await choose('easyDay', '6'))).toContain('No cards if possible: Sunday.');
    expect(bodyOf(await choose('easyDay', '6'))).not.toContain('Sunday');
  });

  it('is set for everyone by those who manage, and moves whoever has not chosen', async () => {
    const boss = botUser(world, 'Eva', ['es'], clock, { manages: true });
    const ana = botUser(world, 'Ana', ['en'], clock, { manages: false });
    await luis.command('settings');
    await choose('scheduler', 'sm2', ana);
    const everyone = { action: 'settings.plan.all', args: [] };
    expect(text(await luis.press(everyone, 'fsrs'))).toContain('manage');
    const set = await boss.press(everyone, 'fsrs');
    expect(text(set)).toContain('cambia en los próximos minutos');
    expect(chosenIn(set)).toContain('Como todos aquí: FSRS');
    expect(await moveBehind(world.at(clock.now), 10)).toBe(1);
    const of = async (who: BotUser) => chosenIn(await who.press({ action: 'settings.plan.show', args: [] }))[0];
    expect(await of(luis)).toBe('As everyone here: FSRS');
    expect(await of(ana)).toBe('SM-2, simple and predictable');
    expect(chosenIn(await choose('scheduler', 'workspace', ana))[0]).toBe('As everyone here: FSRS');
  });
});
