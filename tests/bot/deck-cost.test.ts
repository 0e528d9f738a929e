import { beforeEach, expect, it } from 'vitest';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { teachDeck } from '../support/teach.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let luis: BotUser;

beforeEach(async () => {
  world = await createWorld();
  luis = botUser(world, 'Luis', ['en']);
});

it('says what a deck costs in a week, a month and half a year, and what is left of it, the same each time', async () => {
  await teachDeck(world, 'Git', 60);
  const cost = await luis.choose(await luis.command('deck'), /^Git/);
  expect(text(cost)).toContain('What Git will cost you');
  expect(text(cost)).toContain('60 cards to meet, 10 new a day.');
  const [first = 0, sixth = 0] = [/Week 1.*?(\d+) cards a day/s, /Month 6.*?(\d+) cards? a day/s].map((line) =>
    Number(line.exec(text(cost))?.[1]),
  );
  expect(first).toBeGreaterThan(10);
  expect(sixth).toBeLessThan(first);
  const known = Number(/about (\d+) of 60 cards known/.exec(text(cost))?.[1]);
  expect(known).toBeGreaterThan(45);
  expect(known).toBeLessThanOrEqual(60);
  expect(text(await luis.choose(await luis.command('deck'), /^Git/))).toBe(text(cost));
  expect(labels(cost)).toEqual(['Review', 'Change my limits']);
});

it('costs nothing where no new cards are let in, and says so', async () => {
  await teachDeck(world, 'Git', 3);
  const shown = await luis.command('deck');
  await luis.press({ action: 'settings.limit', args: ['newPerDay'] }, '0');
  expect(text(await luis.choose(shown, /^Git/))).toContain('Git costs you nothing');
});
