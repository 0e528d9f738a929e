import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { readSource } from '../../src/formats/read-source.js';
import { directReader } from '../../src/tutor/decks/direct-reader.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
/** Ends the reading that runs. */
let end: () => void;
let isAborted: boolean;
beforeEach(async () => {
  world = await createWorld();
  isAborted = false;
  const sources = createSources({
    read: (source, mostCards, signal, onTurn) =>
      new Promise((resolve, reject) => {
        onTurn(2);
        onTurn(0);
        signal.addEventListener('abort', () => {
          isAborted = true;
          reject(new Error('aborted'));
        });
        end = () => resolve(readSource(source, mostCards));
      }),
    compare: directReader.compare,
  });
  ana = botUser(world, 'Ana', ['en'], { now: MONDAY_NOON }, {}, { sources });
});

/** Sends notes; what is shown meanwhile comes in `shown`. */
async function send(shown: View[], notes = '- **Router**: joins two networks.'): Promise<View> {
  const { person, place, app } = ana;
  const route = app.route({ kind: 'command', person, command: 'import', options: {} });
  if (route?.answer !== 'form') throw new Error('expected a form');
  const { action } = await route.open(place);
  const values = { text: notes, name: 'net' };
  const sent = app.route({ kind: 'submission', person, ...action, values, files: {} });
  if (sent === null || sent.answer === 'form') throw new Error('expected an answer');
  return sent.handle(place, (view) => shown.push(view));
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a file that takes its time', () => {
  it('is shown as it waits and as it is read, and is there when it is read', async () => {
    const shown: View[] = [];
    const sent = send(shown);
    await until(() => shown.length === 2);
    expect(shown.map(text)).toEqual([
      expect.stringContaining('2 files are read before net.md …'),
      expect.stringContaining('Reading net.md …'),
    ]);
    expect(shown.map(labels)).toEqual([['Cancel'], ['Cancel']]);
    end();
    expect(text(await sent)).toContain('Preview: ');
  });

  it('shows how many passages a language model has been asked about', async () => {
    const model = {
      name: 'quiet',
      write: async () => ({ kind: 'written', text: '[]', isCut: false, tokens: 1 }) as const,
    };
    const timeLimit = () => new AbortController().signal;
    const suggesting = { model, dailyTokens: 100_000, into: 'pile', timeLimit } as const;
    ana = botUser(world, 'Ana', ['en'], { now: MONDAY_NOON }, {}, { suggesting });
    const shown: View[] = [];
    await send(shown, '- **Router**: joins two networks.\n\nBecause it rains, nobody goes out and Maeve stays.');
    expect(shown.map(text)).toContainEqual(
      expect.stringContaining('net.md: looking for more questions, 0 of 1 passages done …'),
    );
    expect(labels(shown.at(-1) ?? { body: [] })).toEqual(['Cancel']);
  });

  it('can be called off, and nothing is changed', async () => {
    const shown: View[] = [];
    const sent = send(shown);
    await until(() => shown.length === 2);
    const pressed = await ana.pressLabel(shown[1] ?? { body: [] }, /^Cancel$/);
    expect(text(pressed)).toContain('Cancelled. Nothing was changed.');
    expect(text(await sent)).toContain('Cancelled. Nothing was changed.');
    expect(isAborted).toBe(true);
    const again = await ana.pressLabel(shown[1] ?? { body: [] }, /^Cancel$/);
    expect(text(again)).toContain('That is over already: there was nothing to cancel.');
    expect(await world.opened.store.drafts.waiting(world.team, 'import', 5)).toEqual([]);
  });

  it('that is read when it is called off is there to be decided on', async () => {
    const shown: View[] = [];
    const sent = send(shown);
    await until(() => shown.length === 2);
    end();
    const answer = await sent;
    const pressed = await ana.pressLabel(shown[1] ?? { body: [] }, /^Cancel$/);
    expect([text(pressed), labels(pressed)]).toEqual([text(answer), labels(answer)]);
    expect(await world.opened.store.drafts.waiting(world.team, 'import', 5)).toHaveLength(1);
  });
});
