import { webApi } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ack, Delivery } from './delivery.js';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';
import type { Json } from './json.js';
import { SILENT } from './silent.js';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

function modal(title: string) {
  return {
    type: 'modal',
    title: plain(title),
    submit: plain('Send'),
    blocks: [
      {
        type: 'input',
        block_id: 'city',
        label: plain('City'),
        element: { type: 'plain_text_input', action_id: 'v', max_length: 5 },
      },
      {
        type: 'input',
        block_id: 'size',
        optional: true,
        label: plain('Size'),
        element: { type: 'static_select', action_id: 's', options: [{ text: plain('Small'), value: 's' }] },
      },
    ],
  } satisfies webApi.ViewsOpenArguments['view'];
}

describe('modals', () => {
  let fake: FakeSlack;
  let ana: SlackPerson;
  let client: webApi.WebClient;
  let clock: number;
  let delivered: Delivery[];
  let ack: Json | null;

  beforeEach(async () => {
    clock = 1_700_000_000_000;
    delivered = [];
    ack = null;
    fake = await startFakeSlack({ now: () => clock });
    client = new webApi.WebClient(fake.botToken, { slackApiUrl: fake.apiUrl, logger: SILENT });
    ana = fake.person({ name: 'Ana' }, async (delivery): Promise<Ack> => {
      delivered.push(delivery);
      return { payload: ack, ms: 0 };
    });
  });
  afterEach(() => fake.close());

  async function trigger(): Promise<string> {
    await ana.run('ask', {});
    return z.object({ trigger_id: z.string() }).parse(delivered.at(-1)?.payload).trigger_id;
  }
  const open = async () => client.views.open({ trigger_id: await trigger(), view: modal('One') });
  const refused = (error: string) => ({ data: { error } });

  it('open once for a trigger, within three seconds', async () => {
    const first = await trigger();
    clock += 3_000;
    await client.views.open({ trigger_id: first, view: modal('One') });
    await expect(client.views.open({ trigger_id: first, view: modal('One') })).rejects.toMatchObject(
      refused('exchanged_trigger_id'),
    );
    const second = await trigger();
    clock += 3_001;
    await expect(client.views.open({ trigger_id: second, view: modal('One') })).rejects.toMatchObject(
      refused('expired_trigger_id'),
    );
    await expect(client.views.open({ trigger_id: 'x', view: modal('One') })).rejects.toMatchObject(
      refused('invalid_trigger_id'),
    );
    expect(fake.violations).toEqual([]);
  });

  it('are updated in place and pushed on top of each other', async () => {
    const { view } = await open();
    await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: modal('Two') });
    expect((await ana.modal())?.text).toBe('Two\nCity\nSize');
    await expect(
      client.views.update({ view_id: view?.id ?? '', hash: 'old', view: modal('Three') }),
    ).rejects.toMatchObject(refused('hash_conflict'));
    await client.views.push({ trigger_id: await trigger(), view: modal('Top') });
    expect((await ana.modal())?.text).toContain('Top');
    await ana.submit({ city: 'Rome' });
    expect((await ana.modal())?.text).toContain('Two');
  });

  it('send what was entered, by block and action', async () => {
    await open();
    await ana.submit({ city: 'Rome', size: 'Small' });
    expect(delivered.at(-1)).toMatchObject({
      kind: 'interactive',
      payload: {
        type: 'view_submission',
        user: { id: ana.id },
        response_urls: [],
        view: {
          state: {
            values: {
              city: { v: { type: 'plain_text_input', value: 'Rome' } },
              size: { s: { type: 'static_select', selected_option: { value: 's' } } },
            },
          },
        },
      },
    });
    expect(await ana.openForm()).toBeNull();
  });

  it('do what the acknowledgement says', async () => {
    await open();
    ack = { response_action: 'errors', errors: { city: 'unknown' } };
    await ana.submit({ city: 'Rome' });
    expect(ana.formErrors()).toEqual({ city: 'unknown' });
    ack = { response_action: 'update', view: modal('Next') };
    await ana.submit({ city: 'Rome' });
    expect((await ana.modal())?.text).toContain('Next');
    ack = { response_action: 'push', view: modal('Above') };
    await ana.submit({ city: 'Rome' });
    ack = { response_action: 'clear' };
    await ana.submit({ city: 'Rome' });
    expect(await ana.openForm()).toBeNull();
    expect(fake.violations).toEqual([]);
  });

  it('stay open, on record, when the acknowledgement makes no sense', async () => {
    await open();
    ack = { response_action: 'errors', errors: { town: 'unknown' } };
    await ana.submit({ city: 'Rome' });
    ack = { response_action: 'update', view: { ...modal('x'.repeat(25)) } };
    await ana.submit({ city: 'Rome' });
    expect(await ana.openForm()).not.toBeNull();
    expect(fake.violations.map(({ method }) => method)).toEqual(['ack', 'ack']);
  });

  it('let nobody send what Slack’s client holds back', async () => {
    await open();
    const sent = delivered.length;
    await expect(async () => ana.submit({})).rejects.toThrow(/without City/);
    await expect(async () => ana.submit({ city: 'Madrid' })).rejects.toThrow(/too long/);
    await expect(async () => ana.submit({ town: 'x' })).rejects.toThrow(/no town/);
    expect(delivered).toHaveLength(sent);
  });

  it('belong to the one who opened them', async () => {
    await open();
    const ben = fake.person({ name: 'Ben' }, 'socket');
    expect(await ben.openForm()).toBeNull();
  });
});

describe('payloads of presses', () => {
  it('say what was pressed, and leave an ephemeral message out', async () => {
    const fake = await startFakeSlack();
    const delivered: Delivery[] = [];
    const ana = fake.person({ name: 'Ana' }, async (delivery): Promise<Ack> => {
      delivered.push(delivery);
      return { payload: null, ms: 0 };
    });
    const client = new webApi.WebClient(fake.botToken, { slackApiUrl: fake.apiUrl });
    const blocks = [
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'go', value: 'v', text: plain('Go') }],
      },
    ] satisfies KnownBlock[];
    await client.chat.postMessage({ channel: fake.channelId, text: 'all', blocks });
    await client.chat.postEphemeral({ channel: fake.channelId, user: ana.id, text: 'one', blocks });
    await client.chat.postMessage({ channel: ana.id, text: 'direct', blocks });
    for (const message of await ana.sees()) await ana.press(message, 'Go');
    const [all, one, direct] = delivered.map(({ payload }) => payload);
    expect(all).toMatchObject({
      type: 'block_actions',
      user: { id: ana.id, team_id: fake.team.id },
      api_app_id: fake.app.id,
      container: {
        type: 'message',
        message_ts: fake.messages()[0]?.ts,
        channel_id: fake.channelId,
        is_ephemeral: false,
      },
      team: { id: fake.team.id },
      channel: { id: fake.channelId, name: 'general' },
      message: { text: 'all', blocks: [{ block_id: 'row' }] },
      state: { values: {} },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: 'v', text: { text: 'Go' } }],
    });
    expect(one).toMatchObject({ container: { is_ephemeral: true } });
    expect(one).not.toHaveProperty('message');
    expect(direct).toMatchObject({ channel: { id: ana.directChannelId, name: 'directmessage' } });
    await expect(async () => ana.press({ id: 'gone', text: '', buttons: [], selects: [] }, 'Go')).rejects.toThrow(
      /does not see/,
    );
    await fake.close();
  });
});
