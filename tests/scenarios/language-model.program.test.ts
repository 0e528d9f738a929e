import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../../src/program/main.js';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord/index.js';
import { type FakeModel, startFakeModel } from '../support/fake-model/index.js';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/index.js';
import { RoomBrowser } from '../support/room-browser.js';
import { eventually } from '../support/seen.js';
import { startWhole } from '../support/whole-program.js';

const KEY = 'sk-scenario-key';
const QUESTION = '¿para qué sirve cada capa de una imagen cuando construyo otra?';

describe('the whole program with a language model', () => {
  let folder: string;
  let model: FakeModel;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let program: Running;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'repaso-model-'));
    [model, discord, slack] = await Promise.all([startFakeModel(KEY), startFakeDiscord(), startFakeSlack()]);
    program = await startWhole({
      REPASO_DATA: folder,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.apiBase,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      REPASO_MODEL_PROVIDER: 'anthropic',
      REPASO_MODEL: 'small',
      REPASO_MODEL_URL: model.url,
      REPASO_MODEL_KEY: KEY,
    });
  });
  afterAll(async () => {
    await program.stop();
    await Promise.all([discord.close(), slack.close(), model.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  /** Repeats a line of the first passage that it is given, as an honest model would. */
  function honest(until: Promise<void> | null = null): void {
    model.replies(({ user }) => {
      const lines = user.split(/^Passage 1:$/mu)[1]?.split('\n') ?? [];
      const line = lines.slice(3).find((each) => each.length > 30) ?? '';
      const text = `${line.replace(/^\| [-* ]*/u, '').replace(/\.$/u, '')} [1].`;
      return until === null ? { kind: 'text', text } : { kind: 'paused', text: `${text} Y`, until, rest: ' eso [1].' };
    });
  }

  const open = () =>
    RoomBrowser.open({ request: (url, init) => fetch(url, init) }, 'es', new URL(program.url ?? '').origin);

  it('answers in the room, on Discord and on Slack', async () => {
    honest();
    const browser = await open();
    const ana = discord.person({ name: 'Ana', locale: 'es-ES' });
    const eva = discord.person({ name: 'Eva' });
    const luis = slack.person({ name: 'Luis', locale: 'es-ES' }, 'socket');
    await Promise.all([
      browser.run('explain', { concept: QUESTION }),
      ana.run('explain', { concept: QUESTION }),
      eva.directMessage(QUESTION),
      luis.directMessage(QUESTION),
    ]);
    for (const person of [browser, ana, luis]) await eventually(person, 'Escrito por un modelo de lenguaje');
    await eventually(eva, /Written by a language model|Escrito por un modelo de lenguaje/);
    browser.close();
    expect([discord.violations, discord.pings, slack.violations, slack.pings]).toEqual([[], [], [], []]);
  });

  it('shows what is written so far where an answer can be changed', async () => {
    let letGo = (): void => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    honest(until);
    const browser = await open();
    const ana = discord.person({ name: 'Ana', locale: 'es-ES' });
    // A command tells her language, a message would not.
    await ana.run('help', {});
    await eventually(ana, 'Lo que puedo hacer');
    const luis = slack.person({ name: 'Luis', locale: 'es-ES' }, 'socket');
    await Promise.all([browser.run('explain', { concept: QUESTION }), ana.mention(QUESTION), luis.mention(QUESTION)]);
    const people = [browser, ana, luis];
    const shown = await Promise.all(people.map((person) => eventually(person, 'sigue escribiendo')));
    letGo();
    const whole = await Promise.all(people.map((person) => eventually(person, 'Escrito por un modelo de lenguaje')));
    expect(whole.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
    browser.close();
    expect([discord.violations, discord.pings, slack.violations, slack.pings]).toEqual([[], [], [], []]);
  });

  it('shows the notes’ own words where the model is away', async () => {
    model.replies({ kind: 'status', status: 503 });
    const browser = await open();
    await browser.run('explain', { concept: QUESTION });
    await eventually(browser, 'el modelo de lenguaje no ha respondido');
    browser.close();
  });

  it('stops while a question waits for the model', async () => {
    model.replies({ kind: 'hang' });
    const before = model.asked.length;
    const ana = discord.person({ name: 'Ana', locale: 'es-ES' });
    await ana.run('explain', { concept: QUESTION });
    await expect.poll(() => model.asked.length).toBe(before + 1);
    await program.stop();
    await eventually(ana, 'el modelo de lenguaje no ha respondido');
  });
});
