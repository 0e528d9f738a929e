import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFakeApp } from '../../support/fake-app.js';
import type { Json } from '../../support/fake-slack/json.js';
import { runs } from '../../support/runs.js';
import { eventually } from '../../support/seen.js';
import { type SlackChat, startSlackChat } from '../../support/slack-chat.js';

const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', keep));
afterAll(() => void process.off('unhandledRejection', keep));
afterEach(() => expect(unhandled).toEqual([]));

const KINDS = ['events_api', 'slash_commands', 'interactive', 'hello?', ''] as const;

/** Payloads that are nearly Slack's: its own fields, with anything in them. */
const field = fc.constantFrom('type', 'event', 'command', 'actions', 'view', 'user', 'channel', 'team', 'callback_id');
const type = fc.constantFrom('event_callback', 'block_actions', 'view_submission', 'message_action', 'message', '');
const nearly = fc.dictionary(
  fc.oneof(field, fc.string()),
  fc.oneof(type, fc.anything(), fc.dictionary(field, fc.oneof(type, fc.string()))),
);
const payload = fc.oneof(nearly, fc.anything(), fc.constant(undefined), fc.constant(null));

let chat: SlackChat;

async function expectAlive(text: string): Promise<void> {
  const ana = chat.slack.person({ name: 'Ana' }, chat.way);
  await ana.run('whisper', { text });
  await eventually(ana, `whispered: ${text}`);
}

describe('the socket', () => {
  beforeAll(async () => {
    chat = await startSlackChat(createFakeApp().app, 'socket');
  });
  afterAll(() => chat.close());

  it('leaves an envelope without an event out, says so under an id, and goes on', async () => {
    chat.slack.socket.say({ type: 'events_api', envelope_id: 'odd-1', payload: { type: 'event_callback' } });
    await expectAlive('after the odd one');
    expect(chat.logged).toContainEqual(expect.objectContaining({ level: 'error', ref: expect.stringMatching(/^REF/) }));
    expect(chat.adapter.state()).toBe('connected');
    expect(chat.slack.socket.opened).toBe(1);
  });

  it('is ended by no envelope, whatever is in it', async () => {
    const envelope = fc.record({ type: fc.constantFrom(...KINDS), payload });
    fc.assert(
      fc.property(envelope, (odd) => {
        chat.slack.socket.say({ envelope_id: 'odd-2', ...odd });
      }),
      { numRuns: runs(1_000) },
    );
    await expectAlive('after a thousand');
  });
});

describe('requests by HTTP', () => {
  beforeAll(async () => {
    chat = await startSlackChat(createFakeApp().app, 'http');
  });
  afterAll(() => chat.close());

  async function post(body: string, contentType = 'application/json'): Promise<number> {
    const at = Math.floor(Date.now() / 1_000);
    const seal = createHmac('sha256', chat.slack.signingSecret).update(`v0:${at}:${body}`).digest('hex');
    const response = await fetch(`${chat.url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': `${at}`,
        'x-slack-signature': `v0=${seal}`,
      },
      body,
    });
    return response.status;
  }

  it('with the body `null`, signed, are refused under an id, and the next is answered', async () => {
    expect(await post('null')).toBe(400);
    expect(chat.logged).toContainEqual(expect.objectContaining({ level: 'error', ref: expect.stringMatching(/^REF/) }));
    await expectAlive('after null');
  });

  it.each(['0', '"text"', '[]', 'true', '{', ''])('with the body %j end nothing', async (body) => {
    expect(await post(body)).toBe(400);
    expect(await post(`payload=${encodeURIComponent(body)}`, 'application/x-www-form-urlencoded')).toBeLessThan(500);
  });

  it('that Slack makes to look at the certificate are answered without a signature', async () => {
    const response = await fetch(`${chat.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ssl_check=1&token=x',
    });
    expect(response.status).toBe(200);
    const smuggled = await fetch(`${chat.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ssl_check=0&command=%2Fwhisper&text=x',
    });
    expect(smuggled.status).toBe(401);
  });

  it('are ended by no body, whatever is in it', async () => {
    const object = nearly.filter((value) => JSON.stringify(value) !== undefined);
    // What Bolt does not know is answered after three seconds, so they go side by side.
    const bodies: Json[] = fc.sample(object, runs(1_000));
    const statuses = await Promise.all(bodies.map((body) => post(JSON.stringify(body))));
    expect(statuses).toHaveLength(bodies.length);
    await expectAlive('after all bodies');
  });
});
