import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';

const MINUTE = 60_000;

describe('response URLs', () => {
  let fake: FakeSlack;
  let ana: SlackPerson;
  let clock: number;
  beforeEach(async () => {
    clock = 1_700_000_000_000;
    fake = await startFakeSlack({ now: () => clock });
    ana = fake.person({ name: 'Ana' }, 'socket');
  });
  afterEach(() => fake.close());

  function issue(sourceTs: string | null = null): string {
    return fake.responseUrls.issue({ teamId: fake.team.id, channelId: fake.channelId, userId: ana.id, sourceTs });
  }

  async function post(url: string, body: object): Promise<{ status: number; text: string }> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  const texts = async () => (await ana.sees()).map(({ text }) => text);

  it('are good five times', async () => {
    const url = issue();
    for (const text of ['1', '2', '3', '4', '5'])
      expect(await post(url, { text })).toEqual({ status: 200, text: 'ok' });
    expect(await post(url, { text: '6' })).toMatchObject({ status: 404, text: expect.stringContaining('used_url') });
    expect(await texts()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('are good for half an hour', async () => {
    const url = issue();
    clock += 30 * MINUTE;
    expect(await post(url, { text: 'in time' })).toMatchObject({ status: 200 });
    clock += 1;
    expect(await post(url, { text: 'late' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('expired_url'),
    });
  });

  it('replace the message that was pressed, whose eyes stay the same', async () => {
    await post(issue(), { text: 'private' });
    const [seen] = await ana.sees();
    const url = issue(seen?.id);
    await post(url, { replace_original: true, response_type: 'in_channel', text: 'still private' });
    expect(await ana.sees()).toEqual([{ ...seen, text: 'still private' }]);
    expect(fake.messages()[0]?.onlyFor).toBe(ana.id);
    await post(url, { replace_original: false, response_type: 'in_channel', text: 'for all' });
    expect(fake.messages().map(({ onlyFor }) => onlyFor)).toEqual([ana.id, null]);
    await post(url, { delete_original: true });
    expect(await texts()).toEqual(['for all']);
    expect(await post(url, { replace_original: true, text: 'x' })).toMatchObject({ status: 404 });
    expect(fake.violations).toEqual([]);
  });

  it('answer in a thread', async () => {
    await post(issue(), { response_type: 'in_channel', text: 'above' });
    const above = fake.messages()[0]?.ts;
    await post(issue(), { response_type: 'in_channel', thread_ts: above, text: 'below' });
    expect(fake.messages()[1]?.threadTs).toBe(above);
  });

  it('refuse what breaks the rules, and leave nothing to a default that depends', async () => {
    const bad = { text: 'x', blocks: [{ type: 'section' }] };
    expect(await post(issue(), bad)).toMatchObject({ status: 400, text: expect.stringContaining('invalid_blocks') });
    await post(issue(), { text: 'seen' });
    expect(await post(issue(fake.messages()[0]?.ts), { text: 'which?' })).toMatchObject({ status: 400 });
    expect(fake.violations.map(({ error }) => error)).toEqual(['invalid_blocks', 'replace_original_unsaid']);
    expect(await texts()).toEqual(['seen']);
  });

  it('fail as they are told to', async () => {
    fake.failNext('response_url', { status: 500 });
    expect(await post(issue(), { text: 'x' })).toMatchObject({ status: 500 });
    expect(await texts()).toEqual([]);
    expect(fake.calls('response_url')).toHaveLength(1);
  });
});
