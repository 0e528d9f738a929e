import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { addNotes } from '../support/add-notes.js';
import { type BotUser, botUser, labels, options, text } from '../support/bot-user.js';
import { LAND_NOTES } from '../support/land-notes.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let ana: BotUser;

beforeEach(async () => {
  world = await createWorld();
  ana = botUser(world, 'Ana', ['en']);
  await addNotes(world, 'land.md', LAND_NOTES);
});

const NAMES = 'Delta|Fjord|Isthmus|Atoll|Mesa|Estuary';
const OFFERED = new RegExp(`^(A|True|${NAMES})$`);
const ANSWERABLE = new RegExp(`^(A|True|${NAMES}|Show)$`);

function isOffered(view: View): boolean {
  return labels(view).some((label) => OFFERED.test(label));
}

/** Presses whatever is offered first until a view of that sort is shown. */
async function until(start: View, wanted: (view: View) => boolean): Promise<View> {
  let view = start;
  for (let at = 0; at < 12 && !wanted(view); at += 1) {
    view = await ana.pressLabel(await ana.pressLabel(view, ANSWERABLE), /^(Next|Good)/);
  }
  return view;
}

describe('a question with answers', () => {
  it('shows them by letter, with a button each, and the answer and its source after the press', async () => {
    const view = await until(await ana.command('review', { deck: 'land' }), (each) => labels(each).includes('D'));
    expect(labels(view).slice(0, 5)).toEqual(['A', 'B', 'C', 'D', 'Show']);
    expect(text(view)).toMatch(/A .+\n.*B .+\n.*C .+\n.*D .+/);
    const after = await ana.pressLabel(view, /^B$/);
    expect(text(after)).toMatch(/Right\.|Not this time\. You chose: /);
    expect(text(after)).toMatch(/It comes back tomorrow|It comes round once more/);
    expect(text(after)).toContain('land.md');
    expect(labels(after)).toEqual(['Next', 'Undo', 'In the notes']);
  });

  it('has short ones on its buttons', async () => {
    const view = await until(await ana.command('review', { deck: 'land' }), (each) =>
      labels(each)
        .slice(0, 4)
        .every((label) => new RegExp(`^(${NAMES})$`).test(label)),
    );
    expect(text(view)).toContain('Which one is it?');
    expect(new Set(labels(view).slice(0, 4)).size).toBe(4);
  });

  it('is answered by its letter or its words where it is typed, and stays where it is neither', async () => {
    const typed = (view: View, answer: string) => {
      if (view.awaits === undefined) throw new Error('nothing waits for words');
      return ana.submit({ title: '', action: view.awaits, submitLabel: '', fields: [] }, { answer });
    };
    const asked = await until(await ana.command('review', { deck: 'land' }), (each) => labels(each).includes('D'));
    const stays = await typed(asked, 'something else');
    expect(text(stays)).toContain('Press one of the answers, or type its letter.');
    expect(labels(stays)).toContain('D');
    expect(text(await typed(stays, 'b)'))).toMatch(/Right\.|Not this time\. You chose: /);
  });

  it('can be revealed instead, and graded as always', async () => {
    const view = await until(await ana.command('review', { deck: 'land' }), isOffered);
    const shown = await ana.pressLabel(view, /^Show$/);
    expect(labels(shown)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Good/), expect.stringMatching(/^Again/)]),
    );
  });

  it('shows what a claim was, in the person’s language', async () => {
    // What is asked depends on who asks: one of these is asked whether something is so.
    const people = Array.from({ length: 16 }, (_, at) => botUser(world, `Luis ${at}`, ['es']));
    const asked = await Promise.all(
      people.map(async (who) => ({ who, view: await who.command('review', { deck: 'land' }) })),
    );
    const found = asked.find(({ view }) => labels(view).includes('Verdadero'));
    if (found === undefined) throw new Error('nobody was asked whether something is so');
    const { who, view } = found;
    const after = await who.pressLabel(view, /^Verdadero$/);
    expect(text(after)).toMatch(/(Correcto: es verdadero|Esta vez no: es falso)\./);
    expect(text(view)).not.toContain('True');
  });

  it('is turned off, or on for every card, in the settings', async () => {
    const settings = await ana.command('settings');
    const asking = await ana.pressLabel(settings, /^How I am asked$/);
    expect(options(asking)).toEqual([
      'As fits each card',
      'Show me the answer',
      'I type the answer',
      'I choose among answers',
    ]);
    expect(text(await ana.choose(asking, /^Show me/))).toContain('Saved.');
    let view = await ana.command('review', { deck: 'land' });
    for (let at = 0; at < 6; at += 1) {
      expect(isOffered(view)).toBe(false);
      view = await ana.pressLabel(await ana.pressLabel(view, /^Show$/), /^Good/);
    }
    expect(text(view)).toContain('Done');
  });
});
