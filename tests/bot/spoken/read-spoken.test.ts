import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/bot/features.js';
import { nearestCommand } from '../../../src/bot/near-command.js';
import { withoutCourtesy } from '../../../src/bot/phrases/courtesy.js';
import { readSpoken, type Spoken } from '../../../src/bot/spoken/read-spoken.js';
import { addNotes } from '../../support/add-notes.js';
import { runs } from '../../support/runs.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';
import { HARD_LINES } from './hard-lines.js';
import { LINES } from './lines.js';
import { MORE_LINES } from './more-lines.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await addNotes(world, 'docker.md', readFileSync('flashcards/docker.md', 'utf8'));
  await addNotes(world, 'redes.md', '# Redes de computadores\n\n- **Router**: une dos redes y reparte lo que llega.\n');
  await addNotes(world, 'arte.md', '# Arte\n\n- **Fresco**: pintura sobre yeso aún húmedo.\n');
});

/** What was read, as the table says it. */
function meaning(spoken: Spoken): string {
  const optionsOf = (options: Readonly<Record<string, string>>) =>
    Object.entries(options)
      .toSorted()
      .map(([name, value]) => ` ${name}=${value}`);
  switch (spoken.kind) {
    case 'command':
      return [`/${spoken.feature.command.name}`, ...optionsOf(spoken.options)].join('');
    case 'near':
      return [`near /${spoken.near.feature.command.name}`, ...optionsOf(spoken.options)].join('');
    case 'no-command':
      return `near /${nearestCommand(FEATURES, spoken.name, 'es')?.feature.command.name}`;
    case 'question':
      return `? ${spoken.text}`;
    case 'talk':
      return spoken.talk;
    default:
      return spoken.kind;
  }
}

async function read(said: string, language: 'en' | 'es'): Promise<string> {
  const learner = await world.person('Ana');
  const place = {
    workspaceId: world.team,
    lead: '/',
    direct: { platform: 'web', kind: 'direct', id: 'ana' },
    channel: null,
  } as const;
  const call = { event: { place }, learner, language, context: world.at(MONDAY_NOON), show: () => {} };
  return meaning(await readSpoken(call, FEATURES, said));
}

describe('what people say to the bot', () => {
  it('is a hundred lines and more', () => expect(LINES.length).toBeGreaterThan(100));

  it.each([...LINES, ...MORE_LINES, ...HARD_LINES])('%s is read as %s', async (said, meant) => {
    expect(await read(said, 'es')).toBe(meant);
  });
});

describe('whatever is said', () => {
  const WORDS =
    'hola thanks repaso review docker export csv explain what is qué es please por favor ok bye daily on 9 / ? ! , “ ” 👋 asdfghjkl layers';
  const said = fc
    .array(fc.oneof(fc.constantFrom(...WORDS.split(' ')), fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 10,
    })
    .map((words) => words.join(' '));

  it('is read, and a command has only options that it knows', async () => {
    await fc.assert(
      fc.asyncProperty(said, fc.constantFrom('en', 'es'), async (line, language) => {
        const [meant = ''] = (await read(line, language)).split(' ', 1);
        expect(meant === '?' || meant === 'near' || meant === '' || /^\/?[a-z]+$/.test(meant)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it('keeps something of what is more than courtesy', () => {
    fc.assert(
      fc.property(said, (line) => {
        if (line.trim() !== '') expect(withoutCourtesy(line)).not.toBe('');
        expect(withoutCourtesy(withoutCourtesy(line))).toBe(withoutCourtesy(line));
      }),
    );
  });
});
