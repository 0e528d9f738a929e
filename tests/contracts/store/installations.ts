import { beforeEach, describe, expect, it } from 'vitest';
import { type WorkspaceId, workspaceId } from '../../../src/core/ids.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { minutesAfter, NOW } from './world.js';

let teams = 0;

export function describeInstallations(open: () => OpenStore): void {
  describe('installations', () => {
    let team: WorkspaceId;
    let other: WorkspaceId;
    beforeEach(() => {
      teams += 2;
      team = workspaceId(`slack:T${teams}`);
      other = workspaceId(`slack:T${teams + 1}`);
    });
    const installations = () => open().store.installations;
    const listed = async () => (await installations().list()).filter((id) => id === team || id === other);

    it('are kept for a workspace that nobody knows yet, as they were sealed', async () => {
      const sealed = `v1.AbC_-9.${'x'.repeat(4_000)}`;
      expect(await installations().get(team)).toBeNull();
      await installations().put(team, sealed, NOW);
      expect(await installations().get(team)).toBe(sealed);
      expect(await installations().get(other)).toBeNull();
    });

    it('are replaced by a later one, and keep their place', async () => {
      await installations().put(team, 'first', NOW);
      await installations().put(other, 'theirs', minutesAfter(1));
      await installations().put(team, 'second', minutesAfter(2));
      expect(await installations().get(team)).toBe('second');
      expect(await installations().get(other)).toBe('theirs');
      expect(await listed()).toEqual([team, other]);
    });

    it('are one for each workspace, whoever installs at once', async () => {
      const sealed = ['a', 'b', 'c', 'd'];
      await Promise.all(sealed.map((text) => installations().put(team, text, NOW)));
      expect(sealed).toContain(await installations().get(team));
      expect(await listed()).toEqual([team]);
    });

    it('are gone when removed, and may come again', async () => {
      await installations().put(team, 'first', NOW);
      await installations().put(other, 'theirs', minutesAfter(1));
      await installations().remove(team);
      await installations().remove(team);
      expect(await installations().get(team)).toBeNull();
      expect(await listed()).toEqual([other]);
      await installations().put(team, 'again', minutesAfter(2));
      expect(await installations().get(team)).toBe('again');
      expect(await listed()).toEqual([other, team]);
    });
  });
}
