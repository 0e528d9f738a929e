import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ack, Delivery } from './delivery.js';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';
import { SILENT } from './silent.js';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const file = (name: string, size = 3) => ({ notes: { name, bytes: new Uint8Array(size).fill(7) } });

function modal(element: object, optional = false) {
  const blocks = [{ type: 'input', block_id: 'notes', optional, label: plain('Notes'), element }];
  return { type: 'modal', title: plain('Notes'), submit: plain('Send'), blocks };
}
const input = (more: object = {}) => ({ type: 'file_input', action_id: 'f', max_files: 1, ...more });

const submissionSchema = z.object({
  view: z.object({ state: z.object({ values: z.object({ notes: z.object({ f: z.unknown() }) }) }) }),
});
const stateSchema = z.object({
  files: z.array(z.object({ name: z.string(), size: z.number(), url_private_download: z.string() })),
});

describe('files of a form', () => {
  let fake: FakeSlack;
  let ana: SlackPerson;
  let client: webApi.WebClient;
  let delivered: Delivery[];

  beforeEach(async () => {
    delivered = [];
    fake = await startFakeSlack();
    client = new webApi.WebClient(fake.botToken, { slackApiUrl: fake.apiUrl, logger: SILENT });
    ana = fake.person({ name: 'Ana' }, async (delivery): Promise<Ack> => {
      delivered.push(delivery);
      return { payload: null, ms: 0 };
    });
  });
  afterEach(() => fake.close());

  async function open(view: object): Promise<unknown> {
    await ana.run('import', {});
    const { trigger_id } = z.object({ trigger_id: z.string() }).parse(delivered.at(-1)?.payload);
    return client.apiCall('views.open', { trigger_id, view });
  }
  function state() {
    const sent = submissionSchema.parse(delivered.at(-1)?.payload);
    return stateSchema.parse(sent.view.state.values.notes.f);
  }
  async function load(token: string): Promise<Response> {
    const url = state().files[0]?.url_private_download ?? '';
    return fetch(url, { redirect: 'manual', headers: { authorization: `Bearer ${token}` } });
  }

  it('are told by name and size, and handed out to the bot', async () => {
    await open(modal(input()));
    await ana.submit({}, undefined, file('Día 1.md'));
    expect(state().files).toMatchObject([{ name: 'Día 1.md', size: 3 }]);
    const answer = await load(fake.botToken);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([7, 7, 7]);
  });

  it('are none where nobody chose one', async () => {
    await open(modal(input(), true));
    await ana.submit({});
    expect(state().files).toEqual([]);
  });

  it('lead whoever may not read them to a page that asks to sign in', async () => {
    const other = fake.addTeam({ name: 'Beta' });
    await open(modal(input()));
    await ana.submit({}, undefined, file('a.md'));
    const statuses = async (...tokens: string[]) =>
      Promise.all(tokens.map(async (token) => (await load(token)).status));
    expect(await statuses('', 'xoxb-wrong', fake.appToken, other.botToken)).toEqual([302, 302, 302, 302]);
    fake.team.scopes = new Set(['chat:write']);
    expect(await statuses(fake.botToken)).toEqual([302]);
    const page = await fetch(state().files[0]?.url_private_download ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['without a file that is asked for', {}, {}, 'without Notes'],
    ['of another kind', {}, file('a.exe'), 'takes no .exe'],
    ['with more than 10 MB', {}, file('a.md', 10 * 1024 * 1024 + 1), 'uploads no 10485761 bytes'],
    ['that are empty', {}, file('a.md', 0), 'no empty file'],
    ['as text', { notes: 'x' }, file('a.md'), 'no notes'],
    ['for a field that is not there', {}, { ...file('a.md'), more: file('a.md').notes }, 'no more'],
  ])('are not sent %s', async (_, values, files, words) => {
    await open(modal(input({ filetypes: ['md'] })));
    await expect(async () => ana.submit(values, undefined, files)).rejects.toThrow(words);
  });

  it.each([
    ['an empty list of kinds', input({ filetypes: [] })],
    ['a kind with its dot', input({ filetypes: ['.md'] })],
    ['eleven files', input({ max_files: 11 })],
    ['words for an empty field', input({ placeholder: plain('a file') })],
  ])('cannot be asked for with %s', async (_, element) => {
    await expect(open(modal(element))).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
    expect(fake.violations).toHaveLength(1);
  });

  it('cannot be asked for without files:read', async () => {
    fake.team.scopes = new Set(['commands']);
    await expect(open(modal(input()))).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'files:read' },
    });
  });
});
