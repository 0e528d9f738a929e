import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';
import { SILENT } from './silent.js';

const refusal = z.object({ data: z.object({ error: z.string() }).loose() });

async function errorOf(call: Promise<unknown>): Promise<string> {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  const parsed = refusal.safeParse(thrown);
  return parsed.success ? parsed.data.data.error : String(thrown);
}

describe('the fake’s Web API, by Slack’s client', () => {
  let fake: FakeSlack;
  let ana: SlackPerson;
  let clock: number;
  beforeEach(async () => {
    clock = 1_700_000_000_000;
    fake = await startFakeSlack({ now: () => clock });
    ana = fake.person({ name: 'Ana', locale: 'es-ES', tz: 'America/Sao_Paulo' }, 'socket');
  });
  afterEach(() => fake.close());

  function client(token: string = fake.botToken): webApi.WebClient {
    return new webApi.WebClient(token, {
      logger: SILENT,
      slackApiUrl: fake.apiUrl,
      retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 2 },
    });
  }

  it('knows who calls', async () => {
    expect(await client().auth.test()).toMatchObject({ team_id: fake.team.id, user_id: fake.team.botUserId });
    expect(await errorOf(client('xoxb-who').auth.test())).toBe('invalid_auth');
    expect(await errorOf(client(fake.appToken).team.info())).toBe('not_allowed_token_type');
    const other = fake.addTeam({ scopes: ['chat:write'] });
    expect(await client(other.botToken).auth.test()).toMatchObject({ team_id: other.id });
    expect(await errorOf(client(other.botToken).users.info({ user: ana.id }))).toBe('missing_scope');
    fake.setProblem(other.id, 'token_revoked');
    expect(await errorOf(client(other.botToken).auth.test())).toBe('token_revoked');
    expect(await errorOf(client(fake.addTeam({ installed: false }).botToken).auth.test())).toBe('invalid_auth');
  });

  it('tells which scopes a token has', async () => {
    const answer = await client().auth.test();
    expect(answer.response_metadata?.scopes).toContain('chat:write');
  });

  it('refuses what it does not know', async () => {
    expect(await errorOf(client().apiCall('chat.sing'))).toBe('unknown_method');
    expect(await errorOf(client().chat.postMessage({ channel: 'C404', text: 'x' }))).toBe('channel_not_found');
    expect(await errorOf(client().users.info({ user: 'U404' }))).toBe('user_not_found');
  });

  it('tells the locale only when it is asked for', async () => {
    const shy = await client().users.info({ user: ana.id });
    expect(shy.user).toMatchObject({ tz: 'America/Sao_Paulo', tz_offset: -10_800, profile: { display_name: 'Ana' } });
    expect(shy.user?.locale).toBeUndefined();
    expect((await client().users.info({ user: ana.id, include_locale: true })).user?.locale).toBe('es-ES');
  });

  it('keeps metadata, threads and pages of a channel’s history', async () => {
    const channel = fake.channelId;
    const metadata = { event_type: 'sent', event_payload: { key: 'k1' } };
    const { ts = '' } = await client().chat.postMessage({ channel, text: 'one', metadata });
    await client().chat.postMessage({ channel, text: 'two' });
    await client().chat.postMessage({ channel, text: 'below', thread_ts: ts });
    const texts = (await client().conversations.history({ channel, limit: 1 })).messages?.map(({ text }) => text);
    expect(texts).toEqual(['two']);
    const all = await client().conversations.history({ channel, include_all_metadata: true });
    expect(all.messages?.map((message) => message.metadata?.event_type)).toEqual([undefined, 'sent']);
    const plain = await client().conversations.history({ channel });
    expect(plain.messages?.some((message) => message.metadata)).toBe(false);
    expect((await client().conversations.replies({ channel, ts })).messages).toHaveLength(2);
  });

  it('replaces by chat.update, where a text alone takes the blocks away', async () => {
    const channel = fake.channelId;
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*old*' } }] as const;
    const { ts = '' } = await client().chat.postMessage({ channel, text: 'old', blocks: [...blocks] });
    expect((await ana.sees())[0]?.text).toBe('old');
    await client().chat.update({ channel, ts, text: 'new' });
    expect(await ana.sees()).toEqual([{ id: ts, text: 'new', buttons: [], selects: [] }]);
    await client().chat.delete({ channel, ts });
    expect(await ana.sees()).toEqual([]);
    expect(await errorOf(client().chat.update({ channel, ts, text: 'x' }))).toBe('message_not_found');
  });

  it('shows ephemeral messages to one, and lets nobody update them', async () => {
    const ben = fake.person({ name: 'Ben' }, 'socket');
    const channel = fake.channelId;
    const { message_ts: ts = '' } = await client().chat.postEphemeral({ channel, user: ana.id, text: 'psst' });
    expect(await ana.sees()).toHaveLength(1);
    expect(await ben.sees()).toEqual([]);
    expect(await errorOf(client().chat.update({ channel, ts, text: 'x' }))).toBe('message_not_found');
  });

  it('opens direct conversations, unless they are closed', async () => {
    const opened = await client().conversations.open({ users: ana.id });
    expect(opened.channel?.id).toBe(ana.directChannelId);
    fake.setProblem(ana.id, 'cannot_dm_bot');
    expect(await errorOf(client().conversations.open({ users: ana.id }))).toBe('cannot_dm_bot');
    expect(await errorOf(client().chat.postMessage({ channel: ana.directChannelId, text: 'x' }))).toBe('cannot_dm_bot');
    fake.setProblem(ana.id, null);
    await client().chat.postMessage({ channel: ana.id, text: 'x' });
    fake.setProblem(fake.channelId, 'is_archived');
    expect(await errorOf(client().chat.postMessage({ channel: fake.channelId, text: 'x' }))).toBe('is_archived');
    const closed = fake.addChannel({ name: 'closed', botIsMember: false });
    const small = { ...fake.team, scopes: new Set(['chat:write']) };
    fake.team.scopes = small.scopes;
    expect(await errorOf(client().chat.postMessage({ channel: closed.id, text: 'x' }))).toBe('not_in_channel');
  });

  it('takes files in three steps and shows what is in them', async () => {
    await client().filesUploadV2({
      channel_id: fake.channelId,
      filename: 'rest.txt',
      title: 'The rest',
      content: 'all that did not fit',
      initial_comment: 'more',
    });
    expect((await ana.sees())[0]?.text).toBe('more\nThe rest\nall that did not fit');
  });

  it('remembers what breaks the rules, and says where', async () => {
    const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } } as const;
    const thrown: unknown = await client()
      .chat.postMessage({ channel: fake.channelId, text: 'x', blocks: [header] })
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: [expect.stringMatching(/less than 151 .*\/blocks\/0\/text\/text/)] },
      },
    });
    const twin = { type: 'divider', block_id: 'b' } as const;
    const view = { type: 'home', blocks: [twin, twin] } as const;
    expect(
      await errorOf(client().views.publish({ user_id: ana.id, view: { ...view, blocks: [...view.blocks] } })),
    ).toBe('invalid_arguments');
    expect(await errorOf(client().chat.postMessage({ channel: fake.channelId, text: 'x'.repeat(40_001) }))).toBe(
      'msg_too_long',
    );
    const rich = Array.from(
      { length: 5 },
      () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_700) } }) as const,
    );
    expect(await errorOf(client().chat.postMessage({ channel: fake.channelId, text: 'x', blocks: rich }))).toBe(
      'msg_blocks_too_long',
    );
    const metadata = { event_type: 'has spaces', event_payload: {} };
    expect(await errorOf(client().chat.postMessage({ channel: fake.channelId, text: 'x', metadata }))).toBe(
      'invalid_metadata_schema',
    );
    expect(fake.violations.map(({ method, error }) => `${method} ${error}`)).toEqual([
      'chat.postMessage invalid_blocks',
      'views.publish invalid_arguments',
      'chat.postMessage msg_too_long',
      'chat.postMessage msg_blocks_too_long',
      'chat.postMessage invalid_metadata_schema',
    ]);
    await client().chat.postMessage({ channel: fake.channelId, text: '<!channel> all' });
    expect(fake.pings).toEqual([{ method: 'chat.postMessage', where: 'text', text: '<!channel>' }]);
  });

  it('fails as it is told to, then works again', async () => {
    const post = () => client().chat.postMessage({ channel: fake.channelId, text: 'x' });
    fake.failNext('chat.postMessage', { status: 429, headers: { 'retry-after': '0' } }, { error: 'fatal_error' });
    expect(await errorOf(post())).toBe('fatal_error');
    fake.failNext(/^chat\./, { status: 502 }, { hangUp: true });
    await post();
    expect(await ana.sees()).toHaveLength(1);
    fake.failNext('chat.postMessage', { hangUp: true, performed: true }, { delayMs: 5 });
    await post();
    expect(await ana.sees()).toHaveLength(3);
    expect(fake.faults.left()).toBe(0);
    expect(fake.calls('chat.postMessage')).toHaveLength(7);
  });

  it('is gone when it is closed, however busy', async () => {
    fake.failNext('auth.test', { delayMs: 60_000 });
    const waiting = fetch(`${fake.apiUrl}auth.test`).catch(() => 'cut');
    await vi.waitFor(() => expect(fake.calls('auth.test')).toHaveLength(1));
    await fake.close();
    expect(await waiting).toBe('cut');
    await expect(fetch(`${fake.apiUrl}auth.test`)).rejects.toThrow();
    fake = await startFakeSlack();
  });
});
