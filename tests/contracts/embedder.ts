import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelAccess } from '../../src/model/config.js';
import { openEmbedder } from '../../src/model/open-models.js';
import type { EmbedReply } from '../../src/model/port.js';
import { type FakeModel, startFakeModel } from '../support/fake-model/index.js';

const KEY = 'sk-hunter2-hunter2-hunter2';

/** What everybody relies on in embeddings, whichever provider is behind them. */
export function describeEmbedder(provider: ModelAccess['provider']): void {
  describe(`embedder: ${provider}`, () => {
    let fake: FakeModel;
    beforeEach(async () => {
      fake = await startFakeModel(KEY);
    });
    afterEach(() => fake.close());

    function embed(texts: readonly string[], more: Partial<ModelAccess> = {}): Promise<EmbedReply> {
      const access = { provider, model: 'small', baseUrl: fake.url, key: KEY, timeoutMs: 10_000, dailyTokens: 1 };
      const stop = new AbortController().signal;
      return openEmbedder({ ...access, ...more }, { stop, pauseMs: 1 }).embed(texts);
    }

    it('gives each text a direction, in the order of the texts', async () => {
      fake.embeds((text) => (text === 'layers' ? [3, 4] : [0, 2]));
      const reply = await embed(['layers', 'namespaces and more']);
      const vectors = [Float32Array.of(0.6, 0.8), Float32Array.of(0, 1)];
      expect(reply).toEqual({ kind: 'embedded', vectors, tokens: 4 });
    });

    it('sends many in batches, and none for none', async () => {
      const texts = Array.from({ length: 150 }, (_, n) => `text ${n}`);
      const reply = await embed(texts);
      expect(reply.kind === 'embedded' && reply.vectors.length).toBe(150);
      expect(fake.embedded.flat()).toEqual(texts);
      expect(fake.embedded.length).toBeGreaterThan(1);
      expect(await embed([])).toEqual({ kind: 'embedded', vectors: [], tokens: 0 });
    });

    it.each<[string, (text: string) => readonly number[] | null, string]>([
      ['an error', () => null, 'unavailable'],
      ['sizes that differ', (text) => Array.from(text, () => 1), 'broken'],
      ['vectors without a direction', () => [0, 0], 'broken'],
      ['empty vectors', () => [], 'broken'],
    ])('comes back from %s', async (_, vectorOf, reason) => {
      fake.embeds(vectorOf);
      expect(await embed(['a', 'bcd'])).toMatchObject({ kind: 'failed', reason });
    });

    it('says that nobody is there, or that the key is wrong, and shows no key', async () => {
      const wrong = await embed(['a'], { key: 'sk-hunter3' });
      expect(wrong).toEqual({ kind: 'failed', reason: 'refused', detail: 'HTTP 401', tokens: 0 });
      await fake.close();
      expect(await embed(['a'])).toMatchObject({ kind: 'failed', reason: 'unavailable' });
    });
  });
}
