import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../../../src/store/open/open.js';
import { createWorld } from './world.js';

export function describeRooms(open: () => OpenStore): void {
  describe('rooms', () => {
    const log = () => open().roomLog((stored) => stored);
    const entry = (content: unknown) => ({ author: { kind: 'bot' }, onlyFor: null, content, at: 1_000 }) as const;

    it.each([
      ['a text', 'text'],
      ['nested lists and objects, keys in their order', { z: [1, { y: null }], a: true }],
      ['half an emoji and a zero character', { text: 'cut \ud83d and \u0000' }],
    ])('gives back %s as it was written', async (_, content) => {
      const { workspace } = await createWorld(open());
      const written = await log().append(workspace, entry(content), 'k');
      const read = await log().get(workspace, written.id, 'ana');
      expect(JSON.stringify(read?.content)).toBe(JSON.stringify(content));
    });

    it('reads content through the parser it is given, wherever it comes from', async () => {
      const { workspace } = await createWorld(open());
      const shouting = open().roomLog((stored): unknown => String(stored).toUpperCase());
      const written = await shouting.append(workspace, entry('one'), 'k');
      expect(written.content).toBe('ONE');
      expect((await shouting.since(workspace, 'ana', 0, 5)).map(({ content }) => content)).toEqual(['ONE']);
      expect((await shouting.replace(workspace, written.id, 'ana', 'two'))?.content).toBe('TWO');
    });
  });
}
