import { ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeJourney } from '../../scenarios/journey.js';
import type { Program } from '../../support/program.js';
import { eventually } from '../../support/seen.js';
import { comingMinute } from '../coming-minute.js';
import { doctorOn, type Home, healthOf, LONG, logOf, newHome, wordsLost } from '../started.js';
import { TwinPerson } from './person.js';
import { markedText, messagesOf } from './screen.js';
import { startTwin, type Twin } from './twin.js';

const { DeferredChannelMessageWithSource, DeferredMessageUpdate, Modal } = InteractionResponseType;
const TEXT_OF_A_MESSAGE = 4_000;
/** What the log says of each daily message here, where there are no direct messages. */
const DAILY = /^a daily message failed; it is tried again/;

describe('Repaso on discord-digital-twin', () => {
  let twin: Twin;
  let home: Home;
  let program: Program;
  let ana: TwinPerson;
  let ben: TwinPerson;

  beforeAll(async () => {
    [twin, home] = await Promise.all([startTwin(['Ana', 'Ben', 'Eva']), newHome()]);
    program = await home.start(twin.env);
    [ana, ben] = await Promise.all([TwinPerson.called(twin, 'Ana'), TwinPerson.called(twin, 'Ben')]);
  });
  afterAll(async () => {
    await program?.stop();
    await twin?.close();
    await home?.remove();
  });

  it('logs in by REST and gateway, and says so', async () => {
    expect(await healthOf(program)).toEqual({ status: 'ready', adapters: { discord: 'connected', web: 'connected' } });
  });

  it('registers its commands for all servers, with their options, and the menu of messages', async () => {
    const rows = await twin.discord.prisma.applicationCommand.findMany({ orderBy: { name: 'asc' } });
    const everywhere = { guildId: null, applicationId: twin.discord.botUserId };
    expect(rows).toEqual(rows.map(() => expect.objectContaining(everywhere)));
    expect(rows.map(({ name, type }) => `${type} ${name}`)).toEqual([
      '3 Make a flashcard',
      '1 alias',
      '1 ask',
      '1 card',
      '1 cards',
      '1 daily',
      '1 deck',
      '1 editors',
      '1 explain',
      '1 export',
      '1 gaps',
      '1 help',
      '1 import',
      '1 leaderboard',
      '1 queue',
      '1 quiz',
      '1 review',
      '1 settings',
      '1 today',
    ]);
    const explain = rows.find(({ name }) => name === 'explain');
    expect(JSON.parse(explain?.options ?? '[]')).toMatchObject([
      { name: 'concept', name_localizations: { 'es-ES': 'concepto' }, type: 3, required: true, autocomplete: true },
    ]);
  });

  it('speaks Spanish with Ana, who chooses it in her settings', async () => {
    await ana.run('settings', {});
    await ana.choose(await eventually(ana, 'Your settings'), 'Language', 'Español');
    await eventually(ana, 'Tus ajustes');
  });

  describeJourney(
    'discord-digital-twin',
    () => ({ ana, ben }),
    async () => {},
    {
      doubled: 'the twin gives every interaction an id of its own',
      managed: 'the twin knows no permissions of members',
    },
  );

  describe('beside the journey', () => {
    it('promises a private answer first, then writes it as components alone', async () => {
      expect(await ben.runAnswered('explain', { concept: 'dockerfile' })).toEqual({
        type: DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      });
      const answer = await eventually(ben, 'Es el plano de la imagen');
      const stored = (await ben.visibleMessages()).find(({ id }) => id === answer.id);
      expect(stored).toMatchObject({ content: '', flags: MessageFlags.IsComponentsV2, onlyFor: ben.id });
      expect(stored?.components.map(({ type }) => type)).toEqual([ComponentType.Container]);
    });

    it('promises a public answer, to a command and to a press, for all to see', async () => {
      const promise = { type: DeferredChannelMessageWithSource, data: null };
      expect(await ben.runAnswered('leaderboard', {})).toEqual(promise);
      expect(await ben.pressAnswered(await eventually(ben, 'Es el plano de la imagen'), 'Share with everyone')).toEqual(
        promise,
      );
      await eventually(ana, 'Ben ha compartido esto de los apuntes.');
    });

    it('promises a change in place for a press that changes its message', async () => {
      await ben.run('daily', { switch: 'off' });
      const off = await eventually(ben, 'Off. I will not write to you on my own.');
      expect((await ben.pressAnswered(off, 'Turn on')).type).toBe(DeferredMessageUpdate);
      await vi.waitFor(async () => {
        const changed = (await ben.sees()).find(({ id }) => id === off.id);
        expect(changed?.buttons).toContain('Turn off');
      });
    });

    it('opens a form without any promise before it', async () => {
      expect((await ben.runAnswered('card', {})).type).toBe(Modal);
      expect(await ben.openForm()).toEqual(['Question', 'Answer']);
    });

    it('proposes concepts while somebody types', async () => {
      expect(await ben.autocomplete('explain', 'concept', 'layer')).toContain('Qué son los layers de las imagenes?');
      const atFirst = await ben.autocomplete('explain', 'concept', '');
      expect(atFirst.length).toBeGreaterThan(0);
      expect(atFirst.length).toBeLessThanOrEqual(25);
    });

    it('makes a card of a message by its menu, with the message filled in', async () => {
      await ben.useMessage('Make a flashcard', 'Volumes outlive their containers.');
      expect(Object.values(ben.formValues())).toContain('Volumes outlive their containers.');
      await ben.submit({ front: 'What outlives a container?', back: 'Its volumes.' });
      await eventually(ben, 'Saved in “Cards from the chat”');
    });

    it('answers a mention for all to see', async () => {
      await ben.mention('namespaces');
      await Promise.all([eventually(ana, 'Los espacios de nombres'), eventually(ben, 'Los espacios de nombres')]);
    });

    it('says that it does not know a button of another version', async () => {
      const { id } = await eventually(ben, 'What I can do');
      await ben.pressId(id, '1~vanished~x');
      await eventually(ben, 'from another version of me');
    });

    it('says that there is no command of another version', async () => {
      await ben.runUnregistered('dance');
      await eventually(ben, 'There is no /dance.');
    });

    it('writes an answer that is longer than a message in several, each for the asker alone, and loses none of it', async () => {
      const before = (await messagesOf(twin)).length;
      await ben.run('explain', { concept: LONG.title });
      const pages = await vi.waitFor(
        async () => {
          const found = (await messagesOf(twin)).slice(before);
          expect(wordsLost(LONG, found.map(markedText).join(' '))).toEqual([]);
          return found;
        },
        { timeout: 10_000 },
      );
      expect(pages.length).toBeGreaterThan(1);
      const [first, ...others] = pages;
      expect(first?.onlyFor).toBe(ben.id);
      // The twin keeps the flag of what follows, and not for whom it is.
      expect(others).toEqual(others.map(() => expect.objectContaining({ onlyFor: 'unknown' })));
      for (const page of pages) expect(markedText(page).length).toBeLessThanOrEqual(TEXT_OF_A_MESSAGE);
    });

    it('passes the doctor', async () => {
      expect(await doctorOn(home, twin.env, 'Discord')).toMatchObject({ ok: true, detail: 'Repaso' });
    });

    it('has met nothing that it could not do', () => {
      const notable = logOf(program).filter(({ level, msg }) => Number(level) >= 40 && !DAILY.test(String(msg)));
      expect(notable).toEqual([expect.objectContaining({ route: 'vanished', msg: 'no route of this name' })]);
    });
  });

  describe('started again', () => {
    it('goes on at the card where Ana was, and keeps for later a daily message that the twin cannot carry', async () => {
      const eva = await TwinPerson.called(twin, 'Eva');
      const { time, begun } = comingMinute();
      await eva.run('daily', { switch: 'on', hour: time });
      await eventually(eva, `On, every day at ${time}`);
      expect(await program.stop()).toBe(0);
      const before = program;
      program = await home.start(twin.env);
      await ana.run('review', {});
      expect((await eventually(ana, /· 2 of \d+/)).buttons).toContain('Show');
      await begun();
      await vi.waitFor(
        () =>
          expect([...logOf(before), ...logOf(program)]).toContainEqual(
            expect.objectContaining({ msg: expect.stringMatching(DAILY) }),
          ),
        { timeout: 20_000 },
      );
      expect(await healthOf(program)).toMatchObject({ status: 'ready' });
    }, 120_000);

    it('goes on without Discord where the gateway refuses the token, and keeps the token out of its log', async () => {
      expect(await program.stop()).toBe(0);
      program = await home.start({ ...twin.env, DISCORD_TOKEN: 'a-token-of-somebody-else' });
      const { status, adapters } = await healthOf(program);
      expect({ status, web: adapters.web, discord: adapters.discord }).toEqual({
        status: 'degraded',
        web: 'connected',
        discord: { failed: expect.any(String) },
      });
      expect(program.output()).not.toContain('a-token-of-somebody-else');
    });
  });

  describe('what the twin cannot carry', () => {
    it.skip.each([
      ['the daily message as a direct message', 'it has no POST /users/@me/channels'],
      ['a press in a direct message', 'it gives every interaction a server'],
      ['what no message holds as a file', 'it reads every body as JSON and answers a multipart body with 500'],
      ['names of commands in Spanish', 'it keeps the localizations of options alone'],
      ['the language of somebody who has Discord in Spanish', 'it says en-US of everybody'],
      ['a token that the API refuses', 'its REST routes look at no token; its gateway does'],
      ['a lost connection, RESUME, op 7 and op 9', 'its gateway knows hello, identify and heartbeats alone'],
      ['429, 502 and a late callback', 'it has no faults and no deadlines'],
      ['what Discord refuses in a message, a form or a command', 'it takes any body'],
      ['nobody pinged', 'it neither keeps nor heeds allowed_mentions'],
    ])('%s (%s)', () => {});
  });
});
