import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Running } from '../../src/program/main.js';
import type { ChatActor, ChatSpeaker } from '../contracts/chat-adapter.js';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord/index.js';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/index.js';
import { countOf, eventually } from '../support/seen.js';
import { startWhole } from '../support/whole-program.js';
import { press } from './journey.js';

type Talker = ChatActor & ChatSpeaker;
type People = { readonly ana: Talker; readonly ben: Talker };

const LAYERS = 'Cada imagen tiene uno o mas layers';

/** Whoever just talks is answered, the same on every platform where one can talk to somebody. */
function describeTalk(platform: string, people: () => People): void {
  describe(`talk on ${platform}`, () => {
    it('answers a mention for everybody, and what is below the answer works for everybody', async () => {
      const { ana, ben } = people();
      await ana.mention('layers');
      await Promise.all([eventually(ana, LAYERS), eventually(ben, LAYERS)]);
      expect(await countOf(ben, LAYERS)).toBe(1);
    });

    it('answers a direct message for the one who wrote it', async () => {
      const { ana, ben } = people();
      const before = await countOf(ana, LAYERS);
      await ben.directMessage('layers');
      await vi.waitFor(async () => expect(await countOf(ben, LAYERS)).toBe(before + 1), { timeout: 10_000 });
      expect(await countOf(ana, LAYERS)).toBe(before);
    });

    it('goes on in direct messages by buttons', async () => {
      const { ben } = people();
      await ben.directMessage('layers');
      await vi.waitFor(async () => expect(await countOf(ben, LAYERS)).toBe(3), { timeout: 10_000 });
      await press(ben, await eventually(ben, LAYERS), /Add to my reviews|Añadir a mis repasos/);
      await eventually(ben, /in your next review|en tu próximo repaso/);
    });

    it('goes on with what was spoken of, in the same direct message, and answers several questions', async () => {
      const { ana, ben } = people();
      await ben.directMessage('qué es zookeeper?');
      await eventually(ben, /[“«]qué es zookeeper/);
      await ben.directMessage('¿y para qué sirve?');
      await eventually(ben, /[“«]¿?para qué sirve zookeeper/);
      await ana.directMessage('¿qué es kubernetes? ¿y para qué sirve?');
      await eventually(ana, /2\. ¿para qué sirve kubernetes\?/);
      expect(await countOf(ben, 'para qué sirve kubernetes')).toBe(0);
    });

    it('is honest about what the notes do not know', async () => {
      const { ana, ben } = people();
      await ana.mention('xylophone');
      await eventually(ben, /“xylophone”|«xylophone»/);
    });

    it('finds what is asked beside a mark', async () => {
      const { ana } = people();
      await ana.run('explain', {
        concept: platform === 'Discord' ? 'layers <:docker:123456789012345678>' : 'layers :whale:',
      });
      await vi.waitFor(async () => expect(await countOf(ana, LAYERS)).toBe(2), { timeout: 10_000 });
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-talk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('one program that is talked to on Discord, and on Slack by its socket', () => {
  let program: Running;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  const people: { discord?: People; slack?: People } = {};

  beforeAll(async () => {
    const invited = { guilds: [{ joinedAt: Date.now() - 3_600_000 }] };
    [discord, slack] = await Promise.all([startFakeDiscord(invited), startFakeSlack()]);
    program = await startWhole({
      REPASO_DATA: path.join(folder, 'socket'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_COMMAND_PREFIX: 'none',
    });
    people.discord = { ana: discord.person({ name: 'Ana' }), ben: discord.person({ name: 'Ben' }) };
    people.slack = { ana: slack.person({ name: 'Ana' }, 'socket'), ben: slack.person({ name: 'Ben' }, 'socket') };
  });
  afterAll(async () => {
    await program.stop();
    await Promise.all([discord.close(), slack.close()]);
    for (const { violations, pings } of [discord, slack]) expect([violations, pings]).toEqual([[], []]);
  });

  it('has greeted the server that invited it before it was started, with buttons that work', async () => {
    const greta = discord.person({ name: 'Greta' });
    const welcome = await eventually(greta, /Hello|Welcome|Hola/);
    expect(welcome.buttons.length).toBeGreaterThanOrEqual(2);
    await press(greta, welcome, /Decks|decks/);
    await eventually(greta, /Docker/);
  });

  it('greets whoever opens the conversation with it on Slack', async () => {
    const eva = slack.person({ name: 'Eva', locale: 'es-ES' }, 'socket');
    await slack.socket.connected();
    await eva.openMessages();
    const welcome = await eventually(eva, 'Eva');
    expect(welcome.buttons.length).toBeGreaterThanOrEqual(2);
  });

  it('goes on in a Slack thread without a mention, and leaves what people say to each other alone', async () => {
    const [eva, luis] = ['Eva', 'Luis'].map((name) => slack.person({ name }, 'socket'));
    if (eva === undefined || luis === undefined) throw new Error('nobody is there');
    await slack.socket.connected();
    await eva.mention('qué es etcd?');
    await eventually(luis, /[“«]qué es etcd/);
    const thread_ts = slack.messages(slack.channelId).find(({ author }) => author === eva.id)?.ts ?? '';
    await luis.talk('¿y para qué sirve?', { thread_ts });
    await eventually(eva, /[“«]¿?para qué sirve etcd/);
    const answers = () => slack.messages(slack.channelId).filter(({ threadTs }) => threadTs === thread_ts).length;
    const before = answers();
    await luis.talk('creo que lo usamos en producción', { thread_ts });
    await eva.talk(`<@${luis.id}> ¿y para qué sirve?`, { thread_ts });
    await luis.talk('¿y para qué sirve?');
    await eva.mention('what is raft?', { thread_ts });
    await eventually(luis, /[“«]what is raft/);
    expect(answers()).toBe(before + 4);
  });

  describeTalk('Discord', () => there(people.discord));
  describeTalk('Slack, socket mode', () => there(people.slack));
});

describe('one program that is talked to on Slack by HTTP requests', () => {
  let program: Running;
  let slack: FakeSlack;
  let people: People | undefined;

  beforeAll(async () => {
    slack = await startFakeSlack();
    program = await startWhole({
      REPASO_DATA: path.join(folder, 'http'),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_COMMAND_PREFIX: 'none',
    });
    const way = { http: program.url ?? '' };
    people = { ana: slack.person({ name: 'Ana' }, way), ben: slack.person({ name: 'Ben' }, way) };
  });
  afterAll(async () => {
    await program.stop();
    await slack.close();
    expect([slack.violations, slack.pings]).toEqual([[], []]);
  });

  describeTalk('Slack, HTTP mode', () => there(people));
});

function there(people: People | undefined): People {
  if (people === undefined) throw new Error('nobody is there yet');
  return people;
}
