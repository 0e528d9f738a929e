import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatAdapter, ChatApp, Destination } from '../../src/chat/port.js';
import { createFakeApp, type FakeApp } from '../support/fake-app.js';
import { type WatchedApp, watchedApp } from '../support/watched-app.js';

/** A message as somebody sees it. */
export type SeenMessage = {
  readonly id: string;
  /** All words of it, without marks; a message in several parts counts as one for each part. */
  readonly text: string;
  /** Labels in their order. */
  readonly buttons: readonly string[];
  readonly selects: readonly string[];
};

/** Files that somebody chooses in a form, by field. */
export type ChosenFiles = Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>;

/** How something is said. The same key again is the same message, delivered again. */
export type Said = { readonly key?: string; readonly files?: readonly ChosenFiles[string][] };

/** Somebody who says something to the bot in plain words. */
export interface ChatSpeaker {
  /** Where everyone reads along. */
  mention(text: string, said?: Said): Promise<void>;
  directMessage(text: string, said?: Said): Promise<void>;
}

/** Somebody on the platform. Each act resolves when the platform has the adapter's acknowledgement. */
export interface ChatActor {
  /** @param key the platform's own id of the interaction; a doubled delivery has the same one */
  run(command: string, options: Readonly<Record<string, string>>, key?: string): Promise<void>;
  press(message: SeenMessage, label: string, key?: string): Promise<void>;
  choose(message: SeenMessage, select: string, option: string, key?: string): Promise<void>;
  /** Labels of the fields of the form that is open, or `null`. */
  openForm(): Promise<readonly string[] | null>;
  /** Sends the open form; values and files by field name. */
  submit(values: Readonly<Record<string, string>>, key?: string, files?: ChosenFiles): Promise<void>;
  /** Everything on the actor's screen, oldest first. */
  sees(): Promise<readonly SeenMessage[]>;
  readonly direct: Destination;
}

export interface ChatHarness {
  /** Started, with people able to act. */
  readonly adapter: ChatAdapter;
  /** Where everyone reads along. */
  readonly channel: Destination;
  /** Two people of one place, who see the same channel. */
  readonly ana: ChatActor;
  readonly ben: ChatActor;
  /** The same two, and a program that can speak as they do; left out where nobody can be spoken to. */
  readonly speech?: { readonly ana: ChatSpeaker; readonly ben: ChatSpeaker; readonly program: ChatSpeaker };
  /** From now on the platform hands out no file that somebody sent. */
  withholdFiles(): void;
  /** What the adapter logged, as objects. */
  logged(): readonly object[];
  close(): Promise<void>;
}

/** What a platform may lack, each with the reason why. */
export type Differences = {
  /** The platform sends no command that was not registered. */
  readonly unknownCommand?: string;
  /** The platform delivers nothing twice under one id. */
  readonly doubled?: string;
  /** The platform opens a form for buttons only. */
  readonly formFromCommand?: string;
  /** A file is there as soon as the form is. */
  readonly withheldFile?: string;
  /** There is nobody to be mentioned, and no conversation with one person alone. */
  readonly speech?: string;
  /** What was answered to a command cannot be changed afterwards. */
  readonly progress?: string;
};

/**
 * What every adapter must do, seen from outside: what people do goes in, what they see comes out.
 *
 * @param start an adapter for the app, on a platform or something that behaves like it
 */
export function describeChatAdapter(
  name: string,
  start: (app: ChatApp) => Promise<ChatHarness>,
  differences: Differences = {},
): void {
  const itUnless = (reason: string | undefined) => (title: string, test: () => Promise<void>) =>
    reason === undefined ? it(title, test) : it.skip(`${title} (${reason})`, test);

  describe(`chat adapter: ${name}`, () => {
    let fake: FakeApp;
    let watched: WatchedApp;
    let chat: ChatHarness;
    beforeEach(async () => {
      fake = createFakeApp();
      watched = watchedApp(fake.app);
      chat = await start(watched.app);
    });
    afterEach(() => chat.close());

    async function find(actor: ChatActor, words: string): Promise<SeenMessage | undefined> {
      return (await actor.sees()).findLast(({ text }) => text.includes(words));
    }
    function eventually(actor: ChatActor, words: string): Promise<SeenMessage> {
      return vi.waitFor(
        async () => {
          const found = await find(actor, words);
          if (found === undefined) throw new Error(`nobody sees "${words}"`);
          return found;
        },
        { timeout: 5_000, interval: 10 },
      );
    }
    async function countOf(actor: ChatActor, words: string): Promise<number> {
      return (await actor.sees()).filter(({ text }) => text.includes(words)).length;
    }
    /** Something that both see and that comes after: what has not come before it does not come. */
    async function settle(): Promise<void> {
      const mark = `mark ${(await chat.ana.sees()).length}`;
      await chat.ben.run('shout', { text: mark });
      await Promise.all([eventually(chat.ana, `shouted: ${mark}`), eventually(chat.ben, `shouted: ${mark}`)]);
    }
    function speech(): NonNullable<ChatHarness['speech']> {
      if (chat.speech === undefined) throw new Error('nobody can speak here, and no difference says so');
      return chat.speech;
    }
    async function shownCard(): Promise<SeenMessage> {
      await chat.ana.run('card', {});
      return eventually(chat.ana, 'side 1');
    }

    it('is connected once it has started, and knows its name', () => {
      expect(chat.adapter.state()).toBe('connected');
      expect(chat.channel.platform).toBe(chat.adapter.platform);
    });

    it('shows a private answer to the asker alone', async () => {
      await chat.ana.run('whisper', { text: 'a secret' });
      await eventually(chat.ana, 'whispered: a secret');
      await settle();
      expect(await countOf(chat.ben, 'a secret')).toBe(0);
    });

    it('shows a public answer to everyone', async () => {
      await chat.ana.run('shout', { text: 'hear me' });
      await Promise.all([eventually(chat.ana, 'shouted: hear me'), eventually(chat.ben, 'shouted: hear me')]);
    });

    it('carries a title, a text, a footer, buttons in order and a select', async () => {
      const card = await shownCard();
      expect(card.text).toMatch(/A card[\s\S]*side 1[\s\S]*the foot/);
      expect(card.buttons).toEqual(['Turn', 'Share', 'Tell me', 'Ask', 'Break', 'Vanished']);
      expect(card.selects).toEqual(['Colour']);
    });

    it('replaces the message that was pressed, in its place', async () => {
      const card = await shownCard();
      await chat.ana.press(card, 'Turn');
      const turned = await eventually(chat.ana, 'side 2');
      expect(turned.id).toBe(card.id);
      expect(await countOf(chat.ana, 'side 1')).toBe(0);
      await chat.ana.press(turned, 'Turn');
      await eventually(chat.ana, 'side 3');
    });

    it('replaces a message of everyone’s for everyone', async () => {
      await chat.ana.run('board', {});
      const board = await eventually(chat.ben, 'side 1');
      await chat.ben.press(board, 'Turn');
      await Promise.all([eventually(chat.ana, 'side 2'), eventually(chat.ben, 'side 2')]);
      expect(await countOf(chat.ana, 'side 1')).toBe(0);
    });

    it('hands over what was chosen as the last argument', async () => {
      await chat.ana.choose(await shownCard(), 'Colour', 'Blue');
      await eventually(chat.ana, 'colour b');
    });

    it('answers a press privately or publicly and leaves the card as it is', async () => {
      const card = await shownCard();
      await chat.ana.press(card, 'Tell me');
      await eventually(chat.ana, 'told to one');
      await chat.ana.press(card, 'Share');
      await eventually(chat.ben, 'shared with all');
      await settle();
      expect(await countOf(chat.ben, 'told to one')).toBe(0);
      expect(await countOf(chat.ana, 'side 1')).toBe(1);
    });

    it('opens a form from a button and hands over what was written', async () => {
      await chat.ana.press(await shownCard(), 'Ask');
      const fields = await vi.waitFor(async () => {
        const open = await chat.ana.openForm();
        if (open === null) throw new Error('no form is open');
        return open;
      });
      expect(fields.map((label) => label.replace(/\s*\(.*/, ''))).toEqual(['City', 'Why']);
      await chat.ana.submit({ city: 'Łódź <b>', why: 'two\nlines' });
      expect((await eventually(chat.ana, 'got f1:')).text).toMatch(/got f1: Łódź <b>, two\s+lines/);
    });

    itUnless(differences.formFromCommand)('opens a form from a command', async () => {
      await chat.ana.run('ask', {});
      await vi.waitFor(async () => expect(await chat.ana.openForm()).toHaveLength(2));
    });

    async function openUpload(): Promise<void> {
      await chat.ana.run('upload', {});
      await vi.waitFor(async () => {
        const labels = (await chat.ana.openForm()) ?? [];
        expect(labels.map((label) => label.replace(/\s*\(.*/, ''))).toEqual(['Notes', 'Deck']);
      });
    }

    itUnless(differences.formFromCommand)('hands over a file that was sent with a form', async () => {
      await openUpload();
      const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 31 + (n >> 8)) % 256);
      await chat.ana.submit({ deck: 'Docker' }, undefined, { notes: { name: 'capas-1.md', bytes } });
      await eventually(chat.ana, 'got u1: capas-1.md of 70000 bytes for Docker');
      const [{ name, size, content } = { name: '', size: 0, content: new Uint8Array() }] = fake.received;
      expect([name, size, fake.received.length]).toEqual(['capas-1.md', 70_000, 1]);
      expect(Buffer.from(content).equals(bytes)).toBe(true);
    });

    itUnless(differences.formFromCommand)('hands over no file where none was chosen', async () => {
      await openUpload();
      await chat.ana.submit({ deck: 'Layers' });
      await eventually(chat.ana, 'got u1: no file for Layers');
    });

    itUnless(differences.withheldFile)('tells of a file that the platform does not hand out', async () => {
      await openUpload();
      chat.withholdFiles();
      await chat.ana.submit({}, undefined, { notes: { name: 'lost.md', bytes: Uint8Array.of(1, 2, 3) } });
      const { text } = await eventually(chat.ana, 'It broke');
      const ref = /ref\. (\w+)/.exec(text)?.[1];
      const err = expect.objectContaining({ name: 'FileUnreadable', code: 'refused' });
      expect(chat.logged()).toContainEqual(expect.objectContaining({ ref, err }));
      expect(fake.received).toEqual([]);
      await settle();
    });

    it('asks once for the route of what somebody does, and runs it once, in its place', async () => {
      await chat.ana.press(await shownCard(), 'Turn');
      await eventually(chat.ana, 'side 2');
      await chat.ana.run('upload', {});
      expect(watched.events.map(({ kind }) => kind)).toEqual(['command', 'action', 'command']);
      expect(watched.routed()).toBe(3);
      expect(new Set(watched.events.map(({ place }) => place.workspaceId)).size).toBe(1);
    });

    it('acknowledges before the handler ends', async () => {
      const letGo = fake.hold();
      await chat.ana.run('slow', {});
      expect(await countOf(chat.ana, 'slowly done')).toBe(0);
      letGo();
      await eventually(chat.ana, 'slowly done');
    });

    itUnless(differences.progress)('shows how far an answer has come, and then the answer in its place', async () => {
      const letGo = fake.hold();
      await chat.ana.run('grow', {});
      const { id } = await eventually(chat.ana, 'half a tree');
      expect(await countOf(chat.ben, 'half a tree')).toBe(0);
      letGo();
      expect((await eventually(chat.ana, 'a whole tree')).id).toBe(id);
      expect(await countOf(chat.ana, 'half a tree')).toBe(0);
      await settle();
      expect(await countOf(chat.ana, 'a whole tree')).toBe(1);
    });

    it('shows nothing of an answer that is made at once but the answer', async () => {
      await chat.ana.run('grow-aloud', {});
      await Promise.all([eventually(chat.ana, 'a whole tree'), eventually(chat.ben, 'a whole tree')]);
      await settle();
      for (const actor of [chat.ana, chat.ben]) {
        expect(await countOf(actor, 'tree')).toBe(1);
        expect(await countOf(actor, 'seed')).toBe(0);
      }
    });

    it.each([
      ['privately', 'fail'],
      ['where everyone would have read the answer, to the asker alone', 'fail-aloud'],
    ])('shows the app’s words for a handler that throws, %s, and logs the error under their id', async (_, command) => {
      await chat.ana.run(command, {});
      const { text } = await eventually(chat.ana, 'It broke');
      const ref = /ref\. (\w+)/.exec(text)?.[1];
      expect(ref).toBeDefined();
      expect(chat.logged()).toContainEqual(expect.objectContaining({ ref, err: new Error('the handler broke') }));
      await settle();
      expect(await countOf(chat.ben, 'It broke')).toBe(0);
    });

    it('leaves a card in place, and alive, when its button’s handler throws', async () => {
      const card = await shownCard();
      await chat.ana.press(card, 'Break');
      await eventually(chat.ana, 'It broke');
      await chat.ana.press(await eventually(chat.ana, 'side 1'), 'Turn');
      await eventually(chat.ana, 'side 2');
    });

    it('survives a button of another version, in the app’s words', async () => {
      await chat.ana.press(await shownCard(), 'Vanished');
      await eventually(chat.ana, 'I do not know that');
      await settle();
    });

    itUnless(differences.unknownCommand)('hands over a command that the app does not have as words', async () => {
      await chat.ana.run('dance', {});
      expect((await eventually(chat.ana, 'answered: ')).text).toMatch(/answered: \/?dance/);
      await settle();
      expect(await countOf(chat.ben, 'dance')).toBe(0);
    });

    it('fits an answer that is longer than a message, and loses none of it', async () => {
      await chat.ana.run('long', {});
      await eventually(chat.ana, 'word2999');
      const shown = (await chat.ana.sees()).map(({ text }) => text).join(' ');
      const lost = Array.from({ length: 3_000 }, (_, n) => n).filter((n) => !new RegExp(`word${n}(?!\\d)`).test(shown));
      expect(lost).toEqual([]);
    });

    it('brings a file with an answer, to whom the answer is for', async () => {
      await chat.ana.run('gift', { text: 'Ana' });
      await Promise.all([eventually(chat.ana, 'a gift for Ana'), eventually(chat.ana, 'gift.csv')]);
      await settle();
      expect([await countOf(chat.ben, 'gift.csv'), await countOf(chat.ana, 'no gift')]).toEqual([0, 0]);
      await chat.ana.run('gift-aloud', {});
      await eventually(chat.ben, 'gift.csv');
    });

    itUnless(differences.doubled)('acts once on an interaction that is delivered twice', async () => {
      const card = await shownCard();
      await Promise.all([chat.ana.press(card, 'Share', 'twice-0001'), chat.ana.press(card, 'Share', 'twice-0001')]);
      await chat.ana.press(card, 'Share', 'twice-0001');
      await eventually(chat.ben, 'shared with all');
      await settle();
      expect(await countOf(chat.ben, 'shared with all')).toBe(1);
      expect(fake.calls.filter((call) => call.startsWith('share'))).toHaveLength(1);
    });

    itUnless(differences.speech)('answers a mention for everyone, once though it is delivered twice', async () => {
      const said = { key: 'said-0001' };
      const ask = () => speech().ana.mention('what is a layer?', said);
      await Promise.all([ask(), ask()]);
      await Promise.all([eventually(chat.ana, 'answered: what is a'), eventually(chat.ben, 'answered: what is a')]);
      await ask();
      await settle();
      expect(await countOf(chat.ben, 'answered: what is a layer?')).toBe(1);
      expect(fake.calls.filter((call) => call.startsWith('question'))).toHaveLength(1);
    });

    itUnless(differences.speech)('answers a direct message for the one who wrote it, once', async () => {
      const ask = () => speech().ana.directMessage('what is an image?', { key: 'said-0002' });
      await Promise.all([ask(), ask()]);
      await eventually(chat.ana, 'answered: what is an image?');
      await settle();
      expect(await countOf(chat.ana, 'answered: what is an image?')).toBe(1);
      expect(await countOf(chat.ben, 'answered:')).toBe(0);
    });

    itUnless(differences.speech)('hands over the files that came with words, and files without any', async () => {
      const bytes = Uint8Array.from({ length: 3_000 }, (_, n) => (n * 7) % 256);
      const files = [{ name: 'capas-1.md', bytes }];
      await speech().ana.directMessage('keep these', { files });
      await eventually(chat.ana, 'answered: keep these with capas-1.md');
      await speech().ana.directMessage('', { files });
      await eventually(chat.ana, 'answered: with capas-1.md');
      expect(fake.received.map(({ size }) => size)).toEqual([3_000, 3_000]);
      expect(fake.received.every(({ content }) => Buffer.from(content).equals(bytes))).toBe(true);
    });

    itUnless(differences.speech)(
      'says in the app’s words that a file which came with words cannot be read',
      async () => {
        chat.withholdFiles();
        await speech().ana.directMessage('keep this', { files: [{ name: 'lost.md', bytes: Uint8Array.of(1, 2) }] });
        await eventually(chat.ana, 'It broke');
        expect(fake.received).toEqual([]);
      },
    );

    itUnless(differences.speech)('has nothing to say to another program', async () => {
      await speech().program.mention('are you there?');
      await speech().program.directMessage('are you there?');
      await settle();
      expect(await countOf(chat.ana, 'answered:')).toBe(0);
      expect(fake.calls.filter((call) => call.startsWith('question'))).toEqual([]);
    });

    itUnless(differences.speech)('calls nobody whom the words would call', async () => {
      await speech().ana.mention('@everyone @here <!channel> <!here> <@1> what is a layer?');
      await eventually(chat.ben, 'answered:');
      await settle();
    });

    itUnless(differences.speech)('tells the asker alone where an answer for everyone fails', async () => {
      await speech().ana.mention('break please');
      const { text } = await eventually(chat.ana, 'It broke');
      expect(chat.logged()).toContainEqual(expect.objectContaining({ ref: /ref\. (\w+)/.exec(text)?.[1] }));
      await settle();
      expect(await countOf(chat.ben, 'It broke')).toBe(0);
    });

    itUnless(differences.speech)('makes a button below such an answer work for everybody', async () => {
      await speech().ana.mention('card please');
      const card = await eventually(chat.ben, 'side 1');
      await chat.ben.press(card, 'Turn');
      await Promise.all([eventually(chat.ana, 'side 2'), eventually(chat.ben, 'side 2')]);
      await speech().ben.directMessage('card please');
      await chat.ben.press(await eventually(chat.ben, 'side 1'), 'Turn');
      await vi.waitFor(async () => expect(await countOf(chat.ben, 'side 2')).toBe(2));
      expect(await countOf(chat.ana, 'side 2')).toBe(1);
    });

    it('sends to everyone, once for each key', async () => {
      const view = { body: [{ kind: 'text', markdown: 'the weekly board' }] } as const;
      expect(await chat.adapter.send(chat.channel, view, 'board-47')).toEqual({ status: 'sent' });
      expect(await chat.adapter.send(chat.channel, view, 'board-47')).toEqual({ status: 'sent' });
      await Promise.all([eventually(chat.ana, 'the weekly board'), eventually(chat.ben, 'the weekly board')]);
      await settle();
      expect(await countOf(chat.ben, 'the weekly board')).toBe(1);
    });

    it('changes what was sent to everyone, in its place, and sends what was not', async () => {
      const { adapter, channel } = chat;
      const said = (markdown: string) => ({ ...cardOf(markdown), title: 'A round' });
      expect(await adapter.update(channel, said('30 seconds'), 'round-1')).toEqual({ status: 'sent' });
      const { id } = await eventually(chat.ben, '30 seconds');
      expect(await adapter.update(channel, said('20 seconds'), 'round-1')).toEqual({ status: 'sent' });
      expect(await adapter.update(channel, said('20 seconds'), 'round-1')).toEqual({ status: 'sent' });
      const changed = await eventually(chat.ana, '20 seconds');
      expect(changed.id).toBe(id);
      expect(await adapter.send(channel, said('30 seconds'), 'round-1')).toEqual({ status: 'sent' });
      await settle();
      for (const actor of [chat.ana, chat.ben]) {
        expect([await countOf(actor, '30 seconds'), await countOf(actor, '20 seconds')]).toEqual([0, 1]);
      }
      await chat.ben.press(changed, 'Turn');
      await eventually(chat.ana, 'side 5');
    });

    it('changes what was sent to one person, for them alone', async () => {
      await chat.adapter.send(chat.ana.direct, cardOf('before'), 'own-1');
      await eventually(chat.ana, 'before');
      await chat.adapter.update(chat.ana.direct, cardOf('after'), 'own-1');
      await chat.ana.press(await eventually(chat.ana, 'after'), 'Turn');
      await eventually(chat.ana, 'side 5');
      await settle();
      expect([await countOf(chat.ana, 'before'), await countOf(chat.ben, 'after')]).toEqual([0, 0]);
    });

    it('says where somebody acts, for others to read along', async () => {
      await chat.ana.run('shout', { text: 'here' });
      await eventually(chat.ben, 'shouted: here');
      const place = watched.events.at(-1)?.place;
      expect(place?.channel).toEqual(chat.channel);
      expect(place?.direct).toEqual(chat.ana.direct);
    });

    it('sends to one person alone, with buttons that work', async () => {
      expect(await chat.adapter.send(chat.ana.direct, cardOf('good morning'), 'daily-1')).toEqual({ status: 'sent' });
      const message = await eventually(chat.ana, 'good morning');
      await chat.ana.press(message, 'Turn');
      await eventually(chat.ana, 'side 5');
      await settle();
      expect(await countOf(chat.ben, 'good morning')).toBe(0);
    });

    it('says that another platform’s address is none of its own', async () => {
      const elsewhere = { platform: 'elsewhere', kind: 'channel', id: 'x' } as const;
      expect(await chat.adapter.send(elsewhere, cardOf('lost'), 'lost-1')).toEqual({ status: 'gone' });
      expect(await chat.adapter.update(elsewhere, cardOf('lost'), 'lost-1')).toEqual({ status: 'gone' });
    });

    it('finishes what is in flight before it stops, and can be stopped twice', async () => {
      const letGo = fake.hold();
      await chat.ana.run('slow', {});
      let stopped = false;
      const stopping = chat.adapter.stop().then(() => {
        stopped = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(stopped).toBe(false);
      letGo();
      await stopping;
      expect(await countOf(chat.ana, 'slowly done')).toBe(1);
      await chat.adapter.stop();
      expect(chat.adapter.state()).toBe('stopped');
    });
  });
}

function cardOf(text: string) {
  return {
    body: [{ kind: 'text', markdown: text }],
    controls: [{ kind: 'button', label: 'Turn', action: { action: 'turn', args: ['4'] } }],
  } as const;
}
