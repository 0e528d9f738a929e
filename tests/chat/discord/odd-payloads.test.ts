import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DiscordChat, startDiscordChat } from '../../support/discord-chat.js';
import { createFakeApp } from '../../support/fake-app.js';
import { runs } from '../../support/runs.js';
import { eventually } from '../../support/seen.js';

const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);
let chat: DiscordChat;
beforeAll(async () => {
  process.on('unhandledRejection', keep);
  chat = await startDiscordChat(createFakeApp().app);
});
afterEach(() => expect(unhandled).toEqual([]));
afterAll(async () => {
  process.off('unhandledRejection', keep);
  await chat.close();
});

async function expectAlive(text: string): Promise<void> {
  const ana = chat.discord.person({ name: 'Ana' });
  await ana.run('whisper', { text });
  await eventually(ana, `whispered: ${text}`);
  expect(chat.adapter.state()).toBe('connected');
}

describe('what the gateway sends', () => {
  it('as an interaction without data is left out, under an id, and the next is answered', async () => {
    chat.discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', application_id: '2', type: 2, token: 'x' });
    await vi.waitFor(() =>
      expect(chat.logged).toContainEqual(
        expect.objectContaining({ ref: expect.stringMatching(/^REF/), kind: 'INTERACTION_CREATE' }),
      ),
    );
    await expectAlive('after the odd one');
  });

  it('ends nothing, whatever is in it', async () => {
    const field = fc.constantFrom('id', 'type', 'data', 'token', 'user', 'member', 'guild_id', 'channel', 'message');
    const inner = fc.dictionary(
      fc.constantFrom('type', 'name', 'component_type', 'custom_id', 'options'),
      fc.anything(),
    );
    const value = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant('1'), inner, fc.anything());
    const data = fc.dictionary(field, value);
    const kind = fc.constantFrom('INTERACTION_CREATE', 'INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE');
    const event = fc.record({ kind, data });
    fc.assert(
      fc.property(event, ({ kind: name, data: odd }) => {
        const sendable: unknown = JSON.parse(JSON.stringify(odd, (_, each) => (typeof each === 'bigint' ? 1 : each)));
        chat.discord.gateway.dispatch(name, sendable);
      }),
      { numRuns: runs(1_000) },
    );
    await expectAlive('after a thousand');
  }, 60_000);
});
