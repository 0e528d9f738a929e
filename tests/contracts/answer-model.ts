import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelAccess } from '../../src/model/config.js';
import { openAnswerModel } from '../../src/model/open-models.js';
import type { ModelFailure, ModelReply } from '../../src/model/port.js';
import { type FakeModel, type Reply, startFakeModel } from '../support/fake-model/index.js';

const KEY = 'sk-hunter2-hunter2-hunter2';
const REQUEST = { instructions: 'Answer from the notes.', prompt: '| a note\n\nWhat?', maxOutputTokens: 300 };

/** What everybody relies on in a language model, whichever provider is behind it. */
export function describeAnswerModel(provider: ModelAccess['provider']): void {
  describe(`answer model: ${provider}`, () => {
    let fake: FakeModel;
    let stop: AbortController;
    beforeEach(async () => {
      fake = await startFakeModel(KEY);
      stop = new AbortController();
    });
    afterEach(() => fake.close());

    function write(more: Partial<ModelAccess> = {}): Promise<ModelReply> {
      const access = { provider, model: 'small', baseUrl: fake.url, key: KEY, timeoutMs: 10_000, dailyTokens: 1 };
      return openAnswerModel({ ...access, ...more }, { stop: stop.signal, pauseMs: 1 }).write(REQUEST);
    }

    it('writes what it is asked to, in the order in which it comes, and tells what it took', async () => {
      fake.replies({ kind: 'text', text: 'Ñandú — “capas” 🚀\nand more.' });
      const reply = await write();
      expect(reply).toEqual({ kind: 'written', text: 'Ñandú — “capas” 🚀\nand more.', isCut: false, tokens: 14 });
      expect(fake.asked).toEqual([
        { model: 'small', system: REQUEST.instructions, user: REQUEST.prompt, maxTokens: 300 },
      ]);
    });

    it('says that it was cut, and that it does not know what it took', async () => {
      fake.replies({ kind: 'text', text: 'One. Tw', isCut: true }, { kind: 'uncounted', text: 'One.' });
      expect(await write()).toMatchObject({ kind: 'written', text: 'One. Tw', isCut: true });
      expect(await write()).toMatchObject({ kind: 'written', text: 'One.', tokens: null });
    });

    it('lets one go that does not stop', async () => {
      fake.replies({ kind: 'endless', text: 'and so on and so on, ' });
      expect(await write()).toMatchObject({ kind: 'written', isCut: true, tokens: null });
      await expect.poll(() => fake.open).toBe(0);
    });

    it.each<[string, Reply, ModelFailure, number]>([
      ['a provider that is busy', { kind: 'status', status: 429 }, 'busy', 2],
      ['one that is overloaded', { kind: 'status', status: 529 }, 'busy', 2],
      ['one that has an error', { kind: 'status', status: 500 }, 'unavailable', 2],
      ['one that is down', { kind: 'status', status: 503 }, 'unavailable', 2],
      ['a model that it does not have', { kind: 'status', status: 404 }, 'refused', 1],
      ['a request that it does not take', { kind: 'status', status: 400 }, 'refused', 1],
      ['no money', { kind: 'status', status: 402 }, 'refused', 1],
      ['a filter of its own', { kind: 'filtered', text: 'The' }, 'broken', 1],
      ['an error in the stream', { kind: 'error', text: 'The' }, 'broken', 1],
      ['a connection that is dropped', { kind: 'drop', text: 'The layers' }, 'broken', 1],
      ['a stream without its end', { kind: 'end-early', text: 'The layers' }, 'broken', 1],
      ['an answer in another language', { kind: 'nonsense', text: 'The' }, 'broken', 1],
    ])('comes back from %s', async (_, reply, reason, requests) => {
      fake.replies(reply);
      const failed = await write();
      expect(failed).toMatchObject({ kind: 'failed', reason });
      expect(fake.requests).toBe(requests);
      expect(JSON.stringify(failed)).not.toContain('hunter2');
    });

    it('asks a busy one a second time', async () => {
      fake.replies({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, { kind: 'text', text: 'Now.' });
      expect(await write()).toMatchObject({ kind: 'written', text: 'Now.' });
    });

    it('does not make people wait for one that wants to be asked much later', async () => {
      fake.replies({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, { kind: 'text', text: 'Now.' });
      expect(await write()).toMatchObject({ kind: 'failed', reason: 'busy', tokens: 0 });
    });

    it.each<Reply>([{ kind: 'hang' }, { kind: 'stall', text: 'The' }])('gives up in time: $kind', async (reply) => {
      fake.replies(reply);
      const failed = await write({ timeoutMs: 100 });
      expect(failed).toMatchObject({ kind: 'failed', reason: 'timeout', tokens: null });
      await expect.poll(() => fake.open).toBe(0);
    });

    it('ends when the program does', async () => {
      fake.replies({ kind: 'stall', text: 'The' });
      const writing = write();
      await expect.poll(() => fake.asked.length).toBe(1);
      stop.abort();
      expect(await writing).toMatchObject({ kind: 'failed', reason: 'stopped' });
      await expect.poll(() => fake.open).toBe(0);
      expect(await write()).toMatchObject({ kind: 'failed', reason: 'stopped' });
    });

    it('says that nobody is there, or that the key is wrong, and shows no key', async () => {
      const wrong = await write({ key: 'sk-hunter3' });
      expect(wrong).toEqual({ kind: 'failed', reason: 'refused', detail: 'HTTP 401', tokens: 0 });
      await fake.close();
      expect(await write()).toMatchObject({ kind: 'failed', reason: 'unavailable', tokens: 0 });
    });
  });
}
