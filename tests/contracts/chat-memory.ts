import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatMemory } from '../../src/chat/chat-memory.js';

const HOUR = 3_600_000;
/** 2026-03-02, 09:00 UTC. */
const NOW = Date.UTC(2026, 2, 2, 9);

/**
 * What the chat adapters rely on in their memory.
 *
 * @param make called before each test: platforms that have seen nothing yet; the same name is the same memory, as two
 * processes would have it
 */
export function describeChatMemory(name: string, make: () => Promise<(platform: string) => ChatMemory>): void {
  describe(`chat memory: ${name}`, () => {
    let platform: (platform: string) => ChatMemory;
    let memory: ChatMemory;
    beforeEach(async () => {
      platform = await make();
      memory = platform('slack');
    });

    describe('events', () => {
      it('are met for the first time once, whenever they come again', async () => {
        expect(await memory.firstTime('Ev1', NOW)).toBe(true);
        expect(await memory.firstTime('Ev1', NOW)).toBe(false);
        expect(await memory.firstTime('Ev1', NOW + HOUR)).toBe(false);
        expect(await memory.firstTime('Ev2', NOW)).toBe(true);
      });

      it('are given to exactly one of those who meet them at once, in whatever process', async () => {
        const callers = Array.from({ length: 8 }, () => platform('slack').firstTime('Ev1', NOW));
        expect((await Promise.all(callers)).filter((first) => first)).toHaveLength(1);
      });

      it.each([
        ['as long as a platform may make it', 'x'.repeat(255)],
        ['with letters of all kinds', "ñ 🐋 ' % _ \\"],
        ['empty', ''],
      ])('are told apart by their whole name: %s', async (_, event) => {
        expect(await memory.firstTime(event, NOW)).toBe(true);
        expect(await memory.firstTime(`${event}.`, NOW)).toBe(true);
        expect(await memory.firstTime(event, NOW)).toBe(false);
      });
    });

    describe('messages on their way', () => {
      it('are new, then begun until they have arrived, then sent for good', async () => {
        expect(await memory.beginSend('daily', NOW)).toBe('new');
        expect(await memory.beginSend('daily', NOW + 1)).toBe('begun');
        expect(await memory.beginSend('daily', NOW + 2)).toBe('begun');
        await memory.endSend('daily', NOW + 3);
        expect(await memory.beginSend('daily', NOW + 4)).toBe('sent');
        expect(await memory.beginSend('daily', NOW + 5)).toBe('sent');
        expect(await memory.beginSend('another', NOW)).toBe('new');
      });

      it('keep the platform’s name of what arrived first', async () => {
        await memory.beginSend('round', NOW);
        expect([await memory.sentAs('round'), await memory.sentAs('other')]).toEqual([null, null]);
        await memory.endSend('round', NOW, 'C1/17.5');
        await memory.endSend('round', NOW + 1, 'C1/18.5');
        expect(await memory.sentAs('round')).toBe('C1/17.5');
        expect(await platform('discord').sentAs('round')).toBeNull();
        await memory.endSend('untold', NOW);
        expect(await memory.sentAs('untold')).toBeNull();
      });

      it('are new for exactly one of those who begin at once, and begun for the rest', async () => {
        const callers = Array.from({ length: 8 }, () => platform('slack').beginSend('daily', NOW));
        const answers = await Promise.all(callers);
        expect(answers.sort()).toEqual([...Array.from({ length: 7 }, () => 'begun'), 'new']);
      });

      it('count as sent from the first end on, and even where no try is known', async () => {
        await memory.endSend('daily', NOW);
        await memory.endSend('daily', NOW + HOUR);
        expect(await memory.beginSend('daily', NOW + HOUR)).toBe('sent');
        await memory.forget(NOW + 1);
        expect(await memory.beginSend('daily', NOW + HOUR)).toBe('new');
      });

      it('have a name of their own: an event of that name is another thing', async () => {
        expect(await memory.beginSend('same', NOW)).toBe('new');
        expect(await memory.firstTime('same', NOW)).toBe(true);
        expect(await memory.beginSend('same', NOW)).toBe('begun');
      });
    });

    describe('forgetting', () => {
      it('takes what is older, and nothing else', async () => {
        await memory.firstTime('old', NOW - 1);
        await memory.firstTime('young', NOW);
        await memory.beginSend('old', NOW - 1);
        await memory.beginSend('young', NOW);
        await memory.endSend('young', NOW);
        await memory.forget(NOW);
        expect(await memory.firstTime('old', NOW)).toBe(true);
        expect(await memory.firstTime('young', NOW)).toBe(false);
        expect(await memory.beginSend('old', NOW)).toBe('new');
        expect(await memory.beginSend('young', NOW)).toBe('sent');
      });

      it.each([
        ['was tried again since', (key: string) => memory.beginSend(key, NOW), 'begun'],
        ['arrived since', (key: string) => memory.endSend(key, NOW), 'sent'],
      ])('leaves a message that %s', async (_, touch, state) => {
        await memory.beginSend('slow', NOW - HOUR);
        await touch('slow');
        await memory.forget(NOW);
        expect(await memory.beginSend('slow', NOW)).toBe(state);
      });

      it('never takes first words, which are said once', async () => {
        await memory.beginSend('welcome:1', NOW - 400 * 24 * HOUR);
        await memory.endSend('welcome:1', NOW - 400 * 24 * HOUR);
        await memory.beginSend('welcome, but no key of first words', NOW - HOUR);
        await memory.forget(NOW);
        expect(await memory.beginSend('welcome:1', NOW)).toBe('sent');
        expect(await memory.beginSend('welcome, but no key of first words', NOW)).toBe('new');
      });

      it('is done as often as one likes, by whoever likes, also where there is nothing', async () => {
        await memory.forget(NOW);
        await memory.firstTime('old', NOW - 1);
        await Promise.all([platform('slack').forget(NOW), platform('slack').forget(NOW), memory.forget(NOW)]);
        expect(await memory.firstTime('old', NOW)).toBe(true);
      });
    });

    it('keeps platforms apart', async () => {
      const other = platform('discord');
      await memory.firstTime('1', NOW - 1);
      await memory.beginSend('1', NOW - 1);
      await memory.endSend('1', NOW - 1);
      expect(await other.firstTime('1', NOW)).toBe(true);
      expect(await other.beginSend('1', NOW)).toBe('new');
      await other.forget(NOW);
      expect(await memory.firstTime('1', NOW)).toBe(false);
      expect(await memory.beginSend('1', NOW)).toBe('sent');
    });
  });
}
