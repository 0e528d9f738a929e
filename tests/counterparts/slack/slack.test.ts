import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '../../../src/chat/slack/scopes.js';
import type { SeenMessage } from '../../contracts/chat-adapter.js';
import { describeJourney } from '../../scenarios/journey.js';
import { pingsIn, pingsInText } from '../../support/fake-slack/pings.js';
import type { Program } from '../../support/program.js';
import { eventually } from '../../support/seen.js';
import { comingMinute } from '../coming-minute.js';
import { doctorOn, ENDLESS, type Home, healthOf, logOf, newHome, wordsLost } from '../started.js';
import { APP, type Emulated, startEmulated } from './emulated.js';
import { type Front, startFront } from './front.js';
import { install } from './oauth.js';
import { EmulatedPerson } from './person.js';
import { checkedBlocks, type StoredMessage, seen } from './screen.js';
import { deliver } from './signed.js';

/** The message of a mention that nobody wrote. */
const FORGED = '1600000000.000001';

function look({ ts, text, blocks }: StoredMessage): SeenMessage {
  return seen(ts, text, checkedBlocks(blocks));
}

/** Waits until the emulator has such a message. */
function stored(read: () => Promise<readonly StoredMessage[]>, words: string | RegExp): Promise<StoredMessage> {
  return vi.waitFor(
    async () => {
      const found = (await read()).findLast((message) => {
        const { text } = look(message);
        return typeof words === 'string' ? text.includes(words) : words.test(text);
      });
      if (found === undefined) throw new Error(`nowhere ${words}`);
      return found;
    },
    { timeout: 10_000, interval: 20 },
  );
}

describe('Repaso on emulate', () => {
  let emulated: Emulated;
  let front: Front;
  let home: Home;
  let program: Program;
  let ana: EmulatedPerson;
  let ben: EmulatedPerson;
  /** Comes only after the journey. */
  let eva: EmulatedPerson;
  const env = () => ({
    SLACK_BOT_TOKEN: APP.botToken,
    SLACK_SIGNING_SECRET: APP.signingSecret,
    SLACK_API_URL: front.apiUrl,
    SLACK_COMMAND_PREFIX: 'none',
  });

  beforeAll(async () => {
    [emulated, home] = await Promise.all([startEmulated(['Ana', 'Ben', 'Eva']), newHome()]);
    front = await startFront(emulated);
    program = await home.start(env());
    const place = { emulated, front, programUrl: () => program.url };
    [ana, ben, eva] = await Promise.all([
      EmulatedPerson.called(place, 'Ana'),
      EmulatedPerson.called(place, 'Ben'),
      EmulatedPerson.called(place, 'Eva'),
    ]);
  });
  afterAll(async () => {
    await program?.stop();
    await front?.close();
    await emulated?.close();
    await home?.remove();
  });

  it('asks whose its token is, and says that it is there', async () => {
    expect(front.calls).toEqual(['auth.test']);
    expect(await healthOf(program)).toEqual({ status: 'ready', adapters: { slack: 'connected', web: 'connected' } });
  });

  it('speaks Spanish with Ana, who chooses it in her settings', async () => {
    await ana.run('settings', {});
    await ana.choose(await eventually(ana, 'Your settings'), 'Language', 'Español');
    await eventually(ana, 'Tus ajustes');
  });

  describeJourney(
    'emulate',
    () => ({ ana, ben }),
    async () => {},
    { managed: 'emulate makes nobody an admin' },
  );

  describe('beside the journey', () => {
    it('takes what is signed with the app’s secret just now, and nothing else', async () => {
      const event = { type: 'app_mention', user: ben.id, text: 'layers', ts: FORGED, channel: emulated.channel.id };
      const payload = { type: 'event_callback', team_id: emulated.teamId, event_id: 'EvForged', event };
      expect(await deliver(program.url, 'event', payload, { secret: 'another' })).toBe(401);
      expect(await deliver(program.url, 'event', payload, { age: 360 })).toBe(401);
      expect(await deliver(program.url, 'event', payload, { age: -360 })).toBe(401);
      expect(await deliver(program.url, 'event', { ...payload, event: { type: 'reaction_added' } })).toBe(200);
      const ts = await ben.mention('cgroups');
      await stored(() => ben.reader.thread(ts), 'Limita los recursos');
      const inThatThread = front.requests.filter(({ args }) => args.thread_ts === FORGED);
      expect(inThatThread).toEqual([]);
    });

    it('answers a mention in a thread below it, for all to see', async () => {
      const ts = await ben.mention('layers');
      const answer = await stored(() => ana.reader.thread(ts), 'Cada imagen tiene uno o mas layers');
      expect(answer).toMatchObject({ user: APP.botUserId, thread_ts: ts });
    });

    it('answers a direct message where it was written, in the emulator’s own record', async () => {
      await ben.directMessage('dockerfile');
      expect(await stored(() => ben.reader.directly(), 'Es el plano de la imagen')).toMatchObject({
        user: APP.botUserId,
      });
      expect((await ana.sees()).filter(({ text }) => text.includes('Es el plano de la imagen'))).toEqual([]);
    });

    it('answers a command in a direct message openly: nobody else is there', async () => {
      await ben.runDirectly('help', {});
      await stored(() => ben.reader.directly(), 'What I can do');
    });

    it('changes a message in a direct conversation in place', async () => {
      await ben.runDirectly('daily', { switch: 'off' });
      const off = await stored(() => ben.reader.directly(), 'Off. I will not write to you on my own.');
      await ben.press(look(off), 'Turn on');
      expect((await stored(() => ben.reader.directly(), 'On, every day at')).ts).toBe(off.ts);
    });

    it('answers by the Web API where a response URL takes nothing any more', async () => {
      const before = front.calls.length;
      await ben.runPastItsUrl('explain', { concept: 'namespaces' });
      await eventually(ben, 'Los espacios de nombres');
      expect(front.calls.slice(before)).toContain('chat.postEphemeral');
      expect((await ana.sees()).filter(({ text }) => text.includes('Los espacios de nombres'))).toEqual([]);
    });

    it('says kindly that a form came too late, by the emulator’s own refusal', async () => {
      await ben.runPastItsTrigger('card', {});
      await eventually(ben, 'That took longer than your chat waits for a form.');
      expect(front.calls).toContain('views.open: expired_trigger_id');
    });

    it('fills the home tab, and changes it in place', async () => {
      await ben.openHome();
      const published = await vi.waitFor(() => {
        const tab = ben.home();
        expect(tab?.buttons).toContain('Your settings');
        return tab;
      });
      expect(published?.text).toContain('Streak');
      await ben.press(published ?? { id: '', text: '', buttons: [], selects: [] }, 'Your settings');
      await vi.waitFor(() =>
        expect(ben.home()?.selects).toEqual(['Language', 'New cards a day', 'Due cards a day', 'Cards in a session']),
      );
      expect(ben.home()?.id).toBe(published?.id);
    });

    it('makes a card of a message by its shortcut, with the message filled in', async () => {
      await ben.useShortcut('card', 'Volumes outlive their containers.');
      await vi.waitFor(() => expect(JSON.stringify(ben.formValues())).toContain('Volumes outlive their containers.'), {
        timeout: 10_000,
      });
      await ben.submit({ front: 'What outlives a container?', back: 'Its volumes.' });
      await eventually(ben, 'Whoever looks after the decks here will see your card');
    });

    it('sends what no message holds as a file, and loses none of it', async () => {
      const before = (await ben.sees()).length;
      await ben.run('explain', { concept: ENDLESS.title });
      const file = await vi.waitFor(
        async () => {
          const found = (await ben.reader.directly()).find(({ files }) => files.length > 0);
          if (found === undefined) throw new Error('no file');
          return found;
        },
        { timeout: 10_000 },
      );
      const shown = (await ben.sees()).slice(before).map(({ text }) => text);
      expect(wordsLost(ENDLESS, `${shown.join(' ')} ${await ben.reader.fileText(file)}`)).toEqual([]);
      expect(await ana.sees()).not.toContainEqual(expect.objectContaining({ text: expect.stringContaining('zeta') }));
    });

    it('says that there is no command of another version', async () => {
      await ben.run('dance', {});
      await eventually(ben, /There is no \/\S* ?dance\./);
    });

    it('acts once on an event that comes twice', async () => {
      const [key, event] = ['event-twice', { type: 'app_mention', user: ben.id, channel: emulated.channel.id }];
      const ts = await ben.mention('cgroups');
      await stored(() => ben.reader.thread(ts), 'Limita los recursos');
      const again = { ...event, text: 'kubernetes', ts, event_ts: ts };
      await Promise.all([ben.happens(again, key), ben.happens(again, key)]);
      await ben.happens(again, key);
      await stored(() => ben.reader.thread(ts), 'Orquestador de contenedores');
      const last = await ben.mention('namespaces');
      await stored(() => ben.reader.thread(last), 'Los espacios de nombres');
      expect(await ben.reader.thread(ts)).toHaveLength(2);
    });

    it('pings nobody, neither with its own words nor with what somebody wrote', async () => {
      await ben.directMessage('<!channel> <@U0REPASO00> @here *and* <!subteam^S1|all>');
      await stored(() => ben.reader.directly(), 'I could not find');
      const written = front.requests.filter(({ args }) => 'blocks' in args || 'text' in args);
      expect(written.length).toBeGreaterThan(5);
      for (const { args } of written) {
        const { blocks = '[]', text = '', link_names = '', parse = 'none' } = args;
        const found = [
          ...pingsIn(JSON.parse(blocks), 'blocks'),
          ...pingsInText(text, { linkNames: link_names !== '', parse }),
        ];
        expect(found).toEqual([]);
      }
    });

    it('passes the doctor', async () => {
      const found = await doctorOn(home, env(), 'Slack');
      expect(found).toMatchObject({ ok: true, detail: expect.stringContaining('The study group') });
    });

    it('needs no scope that it does not ask for, and has met nothing that it could not do', async () => {
      await expect(emulated.call(APP.botToken, 'team.info', {})).rejects.toThrow('missing_scope');
      expect(front.calls.filter((call) => call.includes(':'))).toEqual(['views.open: expired_trigger_id']);
      expect([...new Set(front.calls.map((call) => call.split(':')[0]))].toSorted()).toEqual([
        'auth.test',
        'chat.postEphemeral',
        'chat.postMessage',
        'conversations.open',
        'files.completeUploadExternal',
        'files.getUploadURLExternal',
        'users.info',
        'views.open',
        'views.publish',
      ]);
      expect(logOf(program).filter(({ level }) => Number(level) >= 40)).toEqual([
        expect.objectContaining({ msg: 'Bolt warns', text: expect.stringContaining('signature mismatch') }),
      ]);
    });
  });

  describe('started again', () => {
    it('sends the daily message with the first card in it, which is answered there', async () => {
      const { time, begun } = comingMinute();
      await eva.run('daily', { switch: 'on', hour: time });
      await eventually(eva, `On, every day at ${time}`);
      expect(await program.stop()).toBe(0);
      program = await home.start(env());
      await begun();
      const daily = await stored(() => eva.reader.directly(), /^Good (morning|afternoon|evening), Eva\. \d+ cards/m);
      expect(daily.metadata).toMatchObject({ event_type: 'repaso_message' });
      await eva.press(look(daily), 'Show');
      const shown = await stored(() => eva.reader.directly(), 'First meeting: it comes back tomorrow');
      expect(shown.ts).toBe(daily.ts);
      expect(look(shown).buttons.slice(0, 4)).toEqual([
        expect.stringMatching(/^Again/),
        expect.stringMatching(/^Hard/),
        expect.stringMatching(/^Good/),
        expect.stringMatching(/^Easy/),
      ]);
    }, 120_000);

    it('is installed into a workspace by the emulator’s OAuth, and answers there with the token that it got', async () => {
      expect(await program.stop()).toBe(0);
      const key = Buffer.alloc(32, 7).toString('base64');
      program = await home.start({
        ...env(),
        SLACK_BOT_TOKEN: '',
        SLACK_CLIENT_ID: APP.clientId,
        SLACK_CLIENT_SECRET: APP.clientSecret,
        REPASO_PUBLIC_URL: new URL(APP.redirectUri).origin,
        REPASO_KEY: key,
      });
      const before = front.calls.length;
      const { consent, status, asked } = await install(program.url, emulated, await emulated.member('Ana'));
      expect(consent).toContain('Repaso');
      expect(asked.get('scope')?.split(',').toSorted()).toEqual([...SCOPES].toSorted());
      expect(status).toBeLessThan(400);
      expect(front.calls.slice(before)).toContain('oauth.v2.access');
      const ts = await ana.mention('layers');
      expect(await stored(() => ben.reader.thread(ts), 'Cada imagen tiene uno o mas layers')).toMatchObject({
        user: APP.botUserId,
      });
      expect(program.output()).not.toMatch(/xoxb-|a-client-secret/);
    });
  });

  describe('what the emulator cannot carry', () => {
    it.skip.each([
      ['socket mode', 'it has neither apps.connections.open nor a socket'],
      ['events with its own signature', 'neither its API nor its seed takes a subscription to them'],
      ['language and time zone of a profile', 'its users.info knows neither locale nor tz'],
      ['a token that Slack does not know', 'it takes any token for its first user’s'],
      ['scopes that are missing, told by the doctor', 'it sends no x-oauth-scopes'],
      ['what Slack refuses in blocks and views', 'it takes any objects; here our own schemas look at them'],
      ['closed direct messages', 'it opens a conversation with everybody'],
      ['a private answer where the bot is no member', 'it lets anybody write in a public channel'],
      ['429, 5xx and a slow answer', 'it has no faults'],
    ])('%s (%s)', () => {});
  });
});
