import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockDataFolder } from '../../../src/store/open/data-lock.js';
import { isHeld } from '../../../src/store/open/fence.js';
import { compileChildren } from '../children.js';

/** What happens between the moment the lock was read and the moment it is taken. */
const meanwhile = vi.hoisted(() => ({ happens: async () => {} }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const link: typeof real.link = async (...paths) => {
    await meanwhile.happens();
    return real.link(...paths);
  };
  return { ...real, link };
});

let children: Awaited<ReturnType<typeof compileChildren>>;
beforeAll(async () => {
  children = await compileChildren();
});
afterAll(() => children?.remove());

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repaso-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Processes that try for the lock at the same moment, and what each of them says. */
async function race(count: number) {
  const racers = Array.from({ length: count }, () => children.start('lock', folder));
  await Promise.all(racers.map((racer) => racer.line()));
  for (const racer of racers) racer.say('go');
  const answers = await Promise.all(racers.map((racer) => racer.line()));
  return { answers, kill: () => Promise.all(racers.map((racer) => racer.kill())) };
}

async function leave(owner: unknown, name = 'lock-7'): Promise<string> {
  await writeFile(join(folder, name), typeof owner === 'string' ? owner : JSON.stringify(owner));
  return join(folder, name);
}

describe('the lock of a data folder', () => {
  it('goes to exactly one of the processes that race for it, fresh, then left behind by killed ones', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { answers, kill } = await race(5);
      expect(answers.sort()).toEqual([...Array.from({ length: 4 }, () => 'DataFolderLocked'), 'locked']);
      await kill();
    }
    await (await lockDataFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['lock-5']);
  });

  it('is free again once it is released', async () => {
    const first = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ holder: { pid: process.pid, host: hostname() } });
    await first.release();
    await (await lockDataFolder(folder)).release();
  });

  it('is taken over from a process whose number now belongs to another', async () => {
    await leave({ pid: process.pid, started: 'some boot/1', host: hostname() });
    await (await lockDataFolder(folder)).release();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is taken over from a dead process that its parent has not collected',
    async () => {
      // A shell that becomes another program never learns of its child's end.
      const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [output] = await once(parent.stdout, 'data');
      const pid = Number(output);
      const fields = async () => (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
      await vi.waitFor(async () => expect((await fields())[0]).toBe('Z'));
      const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
      await leave({ pid, started: `${boot}/${(await fields())[19]}`, host: hostname() });
      await (await lockDataFolder(folder)).release();
      parent.kill();
    },
  );

  it.each([
    ['garbage', '?'],
    ['nothing', ''],
    ['half an owner', '{"pid":12,"st'],
    ['zeros, as after a power cut', '\0'.repeat(80)],
    ['a process of another machine', { pid: 1, started: null, host: 'elsewhere' }],
    ['a process of another container', { pid: process.pid, started: null, host: hostname(), space: 'pid:[1]' }],
  ])('that holds %s is respected while it is touched, and taken over when nobody does', async (_, owner) => {
    const path = await leave(owner);
    const touching = setInterval(() => void utimes(path, new Date(), new Date()), 20);
    const locked = { code: 'data-folder-locked', file: path };
    await expect(lockDataFolder(folder, { goneAfterMs: 400 })).rejects.toMatchObject(locked);
    clearInterval(touching);
    await sleep(50);
    const lock = await lockDataFolder(folder, { goneAfterMs: 400 });
    expect(lock.fence.generation).toBe(8);
    await lock.release();
  });

  it('of one who has not touched it for long is taken over at once', async () => {
    const path = await leave({ pid: 1, started: null, host: 'elsewhere' });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    const watched = vi.fn();
    await (await lockDataFolder(folder, { onWatch: watched })).release();
    expect(watched).not.toHaveBeenCalled();
  });

  it('that comes from the future is watched like any other', async () => {
    const path = await leave({ pid: 1, started: null, host: 'elsewhere' });
    const tomorrow = new Date(Date.now() + 86_400_000);
    await utimes(path, tomorrow, tomorrow);
    const watched = vi.fn();
    await (await lockDataFolder(folder, { goneAfterMs: 300, onWatch: watched })).release();
    expect(watched).toHaveBeenCalled();
  });

  it('that is released while somebody watches it is theirs', async () => {
    const path = await leave({ pid: 1, started: null, host: 'elsewhere' });
    setTimeout(() => void leave({ released: true }), 100);
    const lock = await lockDataFolder(folder, { goneAfterMs: 5_000 });
    expect(lock.fence).toEqual({ folder, generation: 8 });
    await lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('is lost when another one has taken the folder, and says who; it is not released then', async () => {
    const lock = await lockDataFolder(folder);
    expect(isHeld(lock.fence)).toBe(true);
    await leave({ pid: 1, started: null, host: 'elsewhere' }, 'lock-2');
    expect(isHeld(lock.fence)).toBe(false);
    expect(await lock.lost).toMatchObject({ code: 'data-folder-lost', holder: { pid: 1, host: 'elsewhere' } });
    await lock.release();
    expect(JSON.parse(await readFile(join(folder, 'lock-1'), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is not taken by one who slept while it went to another, and on to a third', async () => {
    await leave({ released: true }, 'lock-7');
    meanwhile.happens = async () => {
      await leave({ pid: process.pid, started: null, host: hostname() }, 'lock-9');
      await rm(join(folder, 'lock-7'), { force: true });
    };
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ holder: { pid: process.pid, host: hostname() } });
    meanwhile.happens = async () => {};
  });

  it('goes by the highest number, whatever older ones say', async () => {
    await leave({ pid: process.pid, started: null, host: hostname() }, 'lock-3');
    await leave({ released: true }, 'lock-12');
    await (await lockDataFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['lock-13']);
  });
});
