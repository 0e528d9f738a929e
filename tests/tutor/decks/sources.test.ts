import { describe, expect, it } from 'vitest';
import { type ReadSource, readSource, type SourceFile } from '../../../src/formats/read-source.js';
import { Refused } from '../../../src/formats/refused.js';
import { Cancelled, type SourceReader } from '../../../src/tutor/context.js';
import { createSources } from '../../../src/tutor/decks/sources.js';

const source = (file: string, text = `- **${file}**: a thing that there is.`): SourceFile => ({
  file,
  bytes: new TextEncoder().encode(text),
});

/** A reader whose readings end when the test says so. */
function slowReader() {
  const begun: { readonly file: string; readonly signal: AbortSignal; readonly end: () => void }[] = [];
  const reader: SourceReader = {
    read: (read, _most, signal) =>
      new Promise<ReadSource>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        begun.push({ file: read.file, signal, end: () => resolve(readSource(read)) });
      }),
    compare: async () => {
      throw new Error('nothing is compared here');
    },
  };
  return { begun, sources: createSources(reader) };
}

describe('sources', () => {
  it('are read once where several ask at the same time, and again where the name or the words differ', async () => {
    const { begun, sources } = slowReader();
    const asked = [source('a.md'), source('a.md'), source('b.md'), source('a.md', 'other')].map((one) =>
      sources.read(one),
    );
    expect(begun.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'a.md']);
    for (const { end } of begun) end();
    const [first, second] = await Promise.all(asked);
    expect(first).toBe(second);
    expect((await sources.read(source('a.md'))).file).toBe('a.md');
    expect(begun).toHaveLength(3);
  });

  it('that somebody calls off are ended, and can be asked for again', async () => {
    const { begun, sources } = slowReader();
    const asked = sources.read(source('a.md'), { key: 'k1' });
    expect(sources.cancel('unknown')).toBe(false);
    expect(sources.cancel('k1')).toBe(true);
    await expect(asked).rejects.toBeInstanceOf(Cancelled);
    expect(begun[0]?.signal.aborted).toBe(true);
    const again = sources.read(source('a.md'), { key: 'k2' });
    begun[1]?.end();
    expect((await again).file).toBe('a.md');
    expect(sources.cancel('k2')).toBe(false);
    expect((await sources.read(source('a.md'))).file).toBe('a.md');
  });

  it('go on where one of two has called them off', async () => {
    const { begun, sources } = slowReader();
    const [mine, theirs] = [sources.read(source('a.md'), { key: 'k1' }), sources.read(source('a.md'), { key: 'k2' })];
    sources.cancel('k1');
    await expect(mine).rejects.toBeInstanceOf(Cancelled);
    expect(begun[0]?.signal.aborted).toBe(false);
    begun[0]?.end();
    expect((await theirs).file).toBe('a.md');
  });

  it('that are too much together are forgotten, the oldest first', async () => {
    const { begun, sources } = slowReader();
    const large = (file: string): SourceFile => ({ file, bytes: new Uint8Array(9 * 1024 * 1024) });
    for (const file of ['a.csv', 'b.csv', 'c.csv']) {
      const asked = sources.read(large(file));
      begun.at(-1)?.end();
      await asked;
    }
    expect((await sources.read(large('c.csv'))).file).toBe('c.csv');
    expect(begun).toHaveLength(3);
    void sources.read(large('a.csv')).catch(() => {});
    expect(begun).toHaveLength(4);
  });

  it('that took too long are not remembered: another time it may be quicker', async () => {
    let isBusy = true;
    const sources = createSources({
      read: (read) => (isBusy ? Promise.reject(new Refused('too-slow')) : readSource(read)),
      compare: async () => {
        throw new Error('nothing is compared here');
      },
    });
    await expect(sources.read(source('a.md'))).rejects.toMatchObject({ reason: 'too-slow' });
    isBusy = false;
    expect((await sources.read(source('a.md'))).notes).toHaveLength(1);
  });
});
