import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ack, Delivery } from './delivery.js';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';
import { SILENT } from './silent.js';
import type { Team } from './state.js';

const eventSchema = z.object({ team_id: z.string(), event_id: z.string(), event: z.record(z.string(), z.unknown()) });

describe('what people say on the fake', () => {
  let fake: FakeSlack;
  let ana: SlackPerson;
  let delivered: Delivery[];

  const via = async (delivery: Delivery): Promise<Ack> => {
    delivered.push(delivery);
    return { payload: null, ms: 0 };
  };
  const latest = () => eventSchema.parse(delivered.at(-1)?.payload);

  beforeEach(async () => {
    delivered = [];
    fake = await startFakeSlack();
    ana = fake.person({ name: 'Ana' }, via);
  });
  afterEach(() => fake.close());

  it('comes with its files, by an event of their own', async () => {
    await ana.directMessage('look', { files: [{ name: 'notes.md', bytes: Uint8Array.of(1, 2) }] });
    expect(latest().event).toMatchObject({
      type: 'message',
      channel_type: 'im',
      subtype: 'file_share',
      text: 'look',
      files: [{ name: 'notes.md', size: 2, url_private_download: expect.stringContaining('/download/notes.md') }],
    });
    await ana.directMessage('no file');
    expect(latest().event).not.toHaveProperty('subtype');
  });

  it('may go from a thread to the channel too', async () => {
    await ana.mention('a thread');
    const thread_ts = String(latest().event.ts);
    await ana.mention('for all', { thread_ts, broadcast: true });
    expect(latest().event).toMatchObject({ type: 'app_mention', subtype: 'thread_broadcast', thread_ts });
  });

  it('may be a program’s', async () => {
    await fake.person({ name: 'Robo', isProgram: true }, via).mention('beep');
    expect(latest().event).toMatchObject({ bot_id: expect.any(String) });
  });

  it('is the same event under the same key', async () => {
    await ana.openMessages('tab');
    const first = latest();
    await ana.openMessages('tab');
    expect(latest()).toEqual(first);
    expect(first.event).toMatchObject({ type: 'app_home_opened', tab: 'messages', channel: ana.directChannelId });
    expect(first.event).not.toHaveProperty('view');
  });

  describe('by a guest', () => {
    let theirs: Team;
    let zoe: SlackPerson;
    let client: webApi.WebClient;
    beforeEach(() => {
      client = new webApi.WebClient(fake.botToken, {
        slackApiUrl: fake.apiUrl,
        logger: SILENT,
        retryConfig: { retries: 0 },
      });
      theirs = fake.addTeam({ name: 'Theirs' });
      zoe = fake.person({ name: 'Zoe', teamId: theirs.id, isAdmin: true }, via).at(fake.channelId);
    });

    it('is known to nobody before the channel is shared', async () => {
      await expect(client.users.info({ user: zoe.id })).rejects.toThrow('user_not_found');
      expect(await zoe.sees()).toEqual([]);
    });

    it('names both workspaces: the guest’s own, and where the app is installed', async () => {
      fake.shareChannel(fake.channelId, theirs.id);
      await zoe.mention('hello from next door');
      expect(delivered.at(-1)?.payload).toMatchObject({
        team_id: theirs.id,
        context_team_id: fake.team.id,
        authorizations: [{ team_id: fake.team.id }],
        is_ext_shared_channel: true,
        event: { team: theirs.id, user_team: theirs.id, user_profile: { display_name: 'Zoe' } },
      });
      await zoe.run('explain', { concept: 'layers' });
      expect(delivered.at(-1)?.payload).toMatchObject({ team_id: fake.team.id, user_id: zoe.id });
      await zoe.useShortcut('keep', 'words');
      expect(delivered.at(-1)?.payload).toMatchObject({ team: { id: fake.team.id }, user: { team_id: theirs.id } });
      expect(await zoe.sees()).toHaveLength(2);
    });

    it('is a stranger to the bot, and takes no direct messages', async () => {
      fake.shareChannel(fake.channelId, theirs.id);
      const { user } = await client.users.info({ user: zoe.id });
      expect(user).toMatchObject({ is_stranger: true, team_id: theirs.id });
      await expect(client.conversations.open({ users: zoe.id })).rejects.toThrow('user_not_visible');
      await client.chat.postEphemeral({ channel: fake.channelId, user: zoe.id, text: 'for you' });
      expect((await zoe.sees()).map(({ text }) => text.trim())).toEqual(['for you']);
      expect(await ana.sees()).toEqual([]);
    });
  });

  it('comes with another token after the app was taken out and installed again', async () => {
    const { botToken } = fake.team;
    fake.uninstall(fake.team.id);
    const client = new webApi.WebClient(botToken, {
      slackApiUrl: fake.apiUrl,
      logger: SILENT,
      retryConfig: { retries: 0 },
    });
    await expect(client.auth.test()).rejects.toThrow('invalid_auth');
    expect(fake.team.botToken).not.toBe(botToken);
  });
});
