import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Running } from '../../src/program/main.js';
import { type FakeDiscord, type FakeDiscordPerson, startFakeDiscord } from '../support/fake-discord/index.js';
import { type FakeSlack, type SlackPerson, startFakeSlack } from '../support/fake-slack/index.js';

import { steady } from '../support/payloads.js';
import { RoomBrowser } from '../support/room-browser.js';
import { startWhole } from '../support/whole-program.js';
import { describeJourney } from './journey.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-journey-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function snapshot(platform: string, name: string, payload: unknown): Promise<void> {
  return expect(`${JSON.stringify(steady(payload), null, 2)}\n`).toMatchFileSnapshot(
    `payloads/${platform}/${name}.json`,
  );
}

describe('one program on Discord, on Slack by its socket, and in the local room', () => {
  let program: Running;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  const onDiscord: { ana?: FakeDiscordPerson; ben?: FakeDiscordPerson } = {};
  const onSlack: { ana?: SlackPerson; ben?: SlackPerson } = {};
  const inRoom: { ana?: RoomBrowser; ben?: RoomBrowser } = {};

  beforeAll(async () => {
    [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
    program = await startWhole({
      REPASO_DATA: path.join(folder, 'socket'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_COMMAND_PREFIX: 'none',
    });
    onDiscord.ana = discord.person({ name: 'Ana', locale: 'es-ES', manages: true });
    onDiscord.ben = discord.person({ name: 'Ben', locale: 'en-GB' });
    onSlack.ana = slack.person({ name: 'Ana', locale: 'es-ES', isAdmin: true }, 'socket');
    onSlack.ben = slack.person({ name: 'Ben', locale: 'en-US' }, 'socket');
    const url = program.url ?? '';
    const server = { request: (to: string, init: RequestInit) => fetch(to, init) };
    inRoom.ana = await RoomBrowser.open(server, 'es', url);
    inRoom.ben = await RoomBrowser.open(server, 'en', url);
    await inRoom.ana.rename('Ana');
  });
  afterAll(async () => {
    inRoom.ana?.close();
    inRoom.ben?.close();
    await program.stop();
    await Promise.all([discord.close(), slack.close()]);
    expect([discord.violations, discord.pings, slack.violations, slack.pings]).toEqual([[], [], [], []]);
  });

  describeJourney(
    'Discord',
    () => both(onDiscord),
    async (name) => {
      const latest = discord.messagesIn(discord.guild.channelId).at(-1);
      await snapshot('discord', name, { components: latest?.components, flags: latest?.flags });
    },
  );

  describeJourney(
    'Slack, socket mode',
    () => both(onSlack),
    async (name) => {
      const latest = slack.messages().at(-1);
      await snapshot('slack', name, latest?.content);
    },
    { knowsTimeZone: 'Slack’s profile has it' },
  );

  describeJourney(
    'the local room',
    () => both(inRoom),
    async () => {},
    {
      knowsTimeZone: 'the browser tells it',
    },
  );
});

describe('one program on Slack by HTTP requests', () => {
  let program: Running;
  let slack: FakeSlack;
  const people: { ana?: SlackPerson; ben?: SlackPerson } = {};

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
    people.ana = slack.person({ name: 'Ana', locale: 'es-ES', isAdmin: true }, way);
    people.ben = slack.person({ name: 'Ben', locale: 'en-US' }, way);
  });
  afterAll(async () => {
    await program.stop();
    await slack.close();
    expect([slack.violations, slack.pings]).toEqual([[], []]);
  });

  describeJourney(
    'Slack, HTTP mode',
    () => both(people),
    async () => {},
    {
      knowsTimeZone: 'Slack’s profile has it',
    },
  );
});

function both<T>({ ana, ben }: { ana?: T; ben?: T }): { ana: T; ben: T } {
  if (ana === undefined || ben === undefined) throw new Error('nobody is there yet');
  return { ana, ben };
}
