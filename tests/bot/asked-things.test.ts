import { beforeEach, describe, expect, it } from 'vitest';
import { aPassage } from '../contracts/store/world.js';
import { type BotUser, botUser, text } from '../support/bot-user.js';
import { teachPassages } from '../support/model-world.js';
import { createWorld, MONDAY_NOON } from '../support/world.js';

let ana: BotUser;
beforeEach(async () => {
  const world = await createWorld();
  await teachPassages(world, [
    aPassage('sails', {
      title: 'Sloop',
      headings: ['Sloop'],
      body: 'A sloop is a boat with one mast. It is quick. It has 2 sails.',
    }),
    aPassage('ketch', { title: 'Ketch', headings: ['Ketch'], body: 'A ketch is a boat with two masts. It is steady.' }),
  ]);
  ana = botUser(world, 'Ana', ['en'], { now: MONDAY_NOON });
});

async function explained(concept: string): Promise<string> {
  return text(await ana.command('explain', { concept }));
}

describe('a question about a thing that has a section of its own', () => {
  it('shows both sides of a difference', async () => {
    const said = await explained('difference between a sloop and a ketch');
    expect(said).toContain('one mast');
    expect(said).toContain('two masts');
    expect(said).toMatch(/^Sloop$/mu);
    expect(said).toMatch(/^Ketch$/mu);
  });

  it('is answered with the sentence where it asks how many', async () => {
    const said = await explained('how many sails does a sloop have?');
    expect(said).toContain('2 sails');
    expect(said).not.toContain('It is quick');
  });

  it('is not answered by it where it asks who', async () => {
    expect(await explained('who invented the sloop?')).toContain('do not say');
  });

  it('is answered with the section where it asks what it is', async () => {
    expect(await explained('what is a sloop?')).toContain('It is quick');
  });
});
