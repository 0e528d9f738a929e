import { beforeEach, describe, expect, it } from 'vitest';
import { encodeActionRef } from '../../src/chat/action-ref.js';
import { controlsOf } from '../../src/chat/controls-of.js';
import type { View } from '../../src/chat/port.js';
import { zipOf } from '../formats/support.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { teachDeck } from '../support/teach.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
let luis: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es'], clock);
  luis = botUser(world, 'Luis', ['en'], clock);
});

/** Answers cards until a view has none to show. */
async function finish(who: BotUser, from: View): Promise<View> {
  let view = from;
  while (labels(view).some((label) => /^(Show|Mostrar)$/.test(label))) {
    view = await who.pressLabel(await who.pressLabel(view, /^(Show|Mostrar)$/), /^(Good|Bien)/);
  }
  return view;
}

/** What is chosen in each select. */
function chosenIn({ controls = [] }: View): readonly string[] {
  return controls.flatMap((control) =>
    control.kind === 'select' ? control.options.filter(({ selected }) => selected).map(({ label }) => label) : [],
  );
}

const choose = (who: BotUser, limit: string, value: string) =>
  who.press({ action: 'settings.limit', args: [limit] }, value);

async function imported(who: BotUser, name: string, bytes: Uint8Array): Promise<View> {
  const { person, place } = who;
  const route = who.app.route({ kind: 'command', person, command: 'import', options: {} });
  if (route?.answer !== 'form') throw new Error('expected a form');
  const file = { name, size: bytes.length, read: async () => bytes };
  return who.pressLabel(await who.submit(await route.open(place), {}, { file }), /Aplicar|Apply/);
}

const bytesOf = (content: string) => new TextEncoder().encode(content);

describe('after today’s new cards', () => {
  it('the summary, /review and /today say the same, and offer more at once', async () => {
    await teachDeck(world, 'Git', 18);
    const done = await finish(luis, await luis.command('review'));
    const sentence = 'Today’s 10 new cards are done, 11 are still to come. Tomorrow brings 10 due and 10 new cards.';
    for (const view of [done, await luis.command('review'), await luis.command('today')]) {
      expect(text(view)).toContain(sentence);
      expect(text(view)).not.toContain('Nothing is due');
      expect(labels(view).slice(0, 2)).toEqual(['5 more', '10 more']);
    }
    expect(text(await luis.command('deck'))).toMatch(
      /Git · nothing today · 11 still to come · 18 in all[\s\S]*All decks: nothing today\. Today’s 10 new cards are done/,
    );
    const five = await luis.pressLabel(done, /^5 more$/);
    expect(text(five)).toContain('· 1 of 5');
    expect(text(await luis.pressLabel(done, /^10 more$/))).toContain('· 1 of 5');
    const unfinished = await luis.command('today');
    expect(text(unfinished)).toContain('Waiting for you: the cards you asked for');
    expect(text(await luis.pressLabel(unfinished, /^Continue$/))).toContain('· 1 of 5');
    const next = await finish(luis, five);
    expect(text(next)).toContain('Today’s 15 new cards are done, 6 are still to come.');
    expect(labels(next).slice(0, 2)).toEqual(['5 more', 'The last 6']);
    const last = await finish(luis, await luis.pressLabel(next, /^The last 6$/));
    expect(text(last)).toContain('You have met all 21 cards. The next 21 are due tomorrow.');
  });

  it('one card is spoken of as one, in both languages', async () => {
    await teachDeck(world, 'Git', 1);
    await choose(ana, 'newPerDay', '5');
    expect(text(await ana.command('deck'))).toContain('Git · 1 nueva hoy · 1 en total');
    await teachDeck(world, 'Git', 3);
    const done = await finish(ana, await ana.command('review'));
    expect(text(done)).toContain(
      'Las 5 nuevas de hoy están hechas, queda una por ver. Mañana te esperan 5 para repasar y una nueva.',
    );
    const all = await finish(ana, await ana.pressLabel(done, /^La última$/));
    expect(text(all)).toContain('Una tarjeta, 1 a la primera, 1 min.');
    await teachDeck(world, 'Alone', 1);
    await finish(luis, await luis.command('review', { deck: 'alone' }));
    expect(text(await luis.command('review', { deck: 'alone' }))).toMatch(
      /Nothing of Alone is due today[\s\S]*You have met the only card of Alone\. The next one is due tomorrow\./,
    );
  });

  it('a session shorter than the day is followed by the rest of it', async () => {
    await choose(luis, 'perSession', '5');
    await teachDeck(world, 'Git', 9);
    const done = await finish(luis, await luis.command('review'));
    expect(text(done)).toContain('5 more cards wait: 5 new today. Once today is done, tomorrow brings 10 due');
    expect(text(await luis.pressLabel(done, /^Continue$/))).toContain('· 1 of 5');
  });

  it('somebody who wants no new cards by themselves is told so, and may have some', async () => {
    await choose(luis, 'newPerDay', '0');
    const view = await luis.command('review');
    expect(text(view)).toContain('Your settings bring no new cards, 3 are still to come.');
    expect(text(await luis.pressLabel(view, /^The last 3$/))).toContain('· 1 of 3');
  });
});

describe('a deck that is asked for', () => {
  beforeEach(async () => {
    await choose(ana, 'newPerDay', '5');
    await teachDeck(world, 'Git', 12);
    await finish(ana, await ana.command('review'));
  });

  it('by its name or from the decks has its cards beyond the limit, and says so', async () => {
    const named = await ana.command('review', { deck: 'git' });
    expect(text(named)).toContain('· 1 de 10');
    expect(text(named)).toContain('10 tarjetas pasan del límite de hoy, porque has pedido este mazo.');
    const listed = await ana.pressLabel(await ana.command('deck'), /^Repasar$/, /Git/);
    expect(text(listed)).toContain('· 1 de 10');
  });

  it('because it was just imported, starts with its own new cards', async () => {
    const notes = '# Redes\n\n- **IP**: número que identifica una máquina en una red.\n';
    const applied = await imported(ana, 'redes.md', bytesOf(notes));
    expect(text(await ana.pressLabel(applied, /Empezar a repasar/))).toContain('IP');
    const cards = await imported(ana, 'numeros.csv', bytesOf('front,back\nuno,one\n'));
    expect(text(await ana.pressLabel(cards, /Empezar a repasar/))).toContain('uno');
  });

  it('with others in one file has a button of its own', async () => {
    const zip = zipOf({ 'redes.md': '# Redes\n\n- **IP**: un número.\n', 'numeros.csv': 'front,back\ndos,two\n' });
    const applied = await imported(ana, 'todo.zip', zip);
    expect(labels(applied).filter((label) => label.startsWith('Repasar '))).toEqual([
      'Repasar Redes',
      'Repasar numeros',
    ]);
    expect(text(await ana.pressLabel(applied, /Repasar numeros/))).toContain('dos');
  });

  it('can be pressed on every platform, in whatever script it is named', async () => {
    const name = 'Контейнеры и образы для начинающих';
    await teachDeck(world, name, 30);
    const views = [await ana.command('deck'), await finish(ana, await ana.command('review', { deck: name }))];
    for (const view of views) {
      for (const control of controlsOf(view)) {
        if (control.kind !== 'link') expect(encodeActionRef(control.action).length).toBeLessThanOrEqual(100);
      }
    }
    expect(text(await ana.pressLabel(views[1] ?? { body: [] }, /^5 más$/))).toContain('· 1 de 5');
    expect(labels(await ana.command('export', { deck: name }))).toHaveLength(4);
  });
});

describe('what was added to the reviews', () => {
  it('is told in one way wherever it is looked at', async () => {
    await choose(luis, 'newPerDay', '0');
    await luis.pressLabel(await luis.command('explain', { concept: 'imagenes' }), /Add to my reviews/);
    const again = await luis.command('explain', { concept: 'imagenes' });
    expect(text(again)).toContain('3 cards about this, first in your next review.');
    expect(text(again)).not.toContain('not in your reviews yet');
    expect(labels(again)[0]).toBe('Start reviewing');
    expect(text(await luis.command('today'))).toContain('Waiting for you: 3 new today');
    expect(text(await luis.pressLabel(again, /Start reviewing/))).toContain('· 1 of 3');
  });
});

describe('the limits', () => {
  it('stand in the settings and are changed in place', async () => {
    expect(chosenIn(await ana.command('settings'))).toEqual([
      'Español',
      '10 tarjetas nuevas al día',
      'Todas las que toquen',
      'Sesiones de 20 tarjetas',
    ]);
    await choose(ana, 'newPerDay', '30');
    await choose(ana, 'perSession', 'all');
    const changed = await choose(ana, 'reviewsPerDay', '50');
    expect(text(changed)).toContain('Guardado');
    expect(chosenIn(changed)).toEqual([
      'Español',
      '30 tarjetas nuevas al día',
      '50 para repasar al día',
      'Todo lo que espera en una sesión',
    ]);
  });

  it('of a session is chosen in /today too, where it is about to matter', async () => {
    await teachDeck(world, 'Git', 9);
    const changed = await ana.press({ action: 'today.length', args: [] }, '5');
    expect(text(changed)).toContain('Para hoy: 10 nuevas hoy');
    expect(text(await ana.pressLabel(changed, /Empezar/))).toContain('· 1 de 5');
  });

  it('of due cards keep none back in silence', async () => {
    await teachDeck(world, 'Git', 25);
    await choose(luis, 'newPerDay', '50');
    await choose(luis, 'perSession', 'all');
    await finish(luis, await luis.command('review'));
    await choose(luis, 'reviewsPerDay', '20');
    clock.now += DAY;
    const waits = '8 more cards are due, beyond your 20 due cards a day.';
    expect(text(await luis.command('today'))).toMatch(new RegExp(`Waiting for you: 20 due[\\s\\S]*${waits}`));
    const done = await finish(luis, await luis.command('review'));
    expect(text(done)).toContain(waits);
    expect(text(await luis.command('deck'))).toContain(waits);
    const rest = await luis.pressLabel(done, /^Review them anyway$/);
    expect(text(rest)).toContain('· 1 of 8');
    expect(text(await finish(luis, rest))).toContain('You have met all 28 cards.');
  });

  it.each([
    { action: 'settings.limit', args: ['newPerDay', '7'] },
    { action: 'settings.limit', args: ['newPerDay', 'all'] },
    { action: 'settings.limit', args: ['perDay', '5'] },
    { action: 'today.length', args: ['0'] },
    { action: 'review.more', args: ['offer', '0'] },
    { action: 'review.more', args: ['offer', '1000'] },
    { action: 'review.more', args: ['offer', 'everything'] },
    { action: 'review.more', args: ['5'] },
  ])('are not set, and no cards given, by what nobody wrote: $action $args', async (ref) => {
    await expect(luis.press(ref)).rejects.toMatchObject({ name: 'UnreadableAction' });
  });
});

describe('practice', () => {
  it('is there when every card has been met, and ends where it began', async () => {
    await finish(luis, await luis.command('review'));
    const nothing = await luis.command('review');
    expect(nothing.title).toBe('Nothing is due today');
    const practice = await luis.pressLabel(nothing, /^Practise anyway$/);
    expect(text(practice)).toContain('· 1 of 3');
    expect(text(await finish(luis, practice))).toContain('You have met all 3 cards. The next 3 are due tomorrow.');
    expect(text(await luis.command('leaderboard'))).toContain('3 reviews · 100% at the first try');
  });
});

it('says where there is no card at all, and leads on', async () => {
  await teachDeck(world, 'Docker', 0);
  const view = await luis.command('review');
  expect(text(view)).toContain('There are no cards here yet.');
  expect(labels(view)).toEqual(['Decks', 'Your settings']);
  expect(text(await luis.command('review', { deck: 'docker' }))).toContain('Docker has no card to ask.');
});
