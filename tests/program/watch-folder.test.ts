import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../src/program/log.js';
import { type FolderWatcher, watchFolder } from '../../src/program/watch-folder.js';

let folder: string;
let watcher: FolderWatcher | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-watch-'));
});
afterEach(async () => {
  await watcher?.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (...parts: string[]) => path.join(folder, ...parts);
const WAIT = { timeout: 15_000, interval: 20 };

async function watching(onChange: () => Promise<void>, more: { poll?: boolean; folder?: string } = {}) {
  const logger = createLogger('silent', 'stderr');
  watcher = watchFolder({ folder, poll: false, onChange, logger, quietMs: 50, retryMs: 100, ...more });
  await watcher.ready;
}

describe.each([
  ['told by the system', false],
  ['looked for', true],
])('a watched folder, %s', (_, poll) => {
  it('tells of a file that comes, changes, gets another name, and goes', async () => {
    const heard = vi.fn(async () => {});
    await mkdir(at('sub'));
    await writeFile(at('sub', 'a.md'), 'one');
    await watching(heard, { poll });
    expect(heard).not.toHaveBeenCalled();
    const steps = [
      () => writeFile(at('sub', 'b.md'), 'new'),
      () => writeFile(at('sub', 'a.md'), 'changed'),
      () => rename(at('sub', 'a.md'), at('sub', 'c.md')),
      () => rm(at('sub', 'c.md')),
    ];
    for (const step of steps) {
      heard.mockClear();
      await step();
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), WAIT);
    }
  });
});

describe('a watched folder', () => {
  it('takes a burst, and an editor’s own files, for one change', async () => {
    const heard = vi.fn(async () => {});
    await watching(heard);
    await writeFile(at('.a.md.swp'), 'x');
    await writeFile(at('4913'), 'x');
    for (let n = 0; n < 50; n += 1) await writeFile(at(`${n}.md`), `# ${n}`);
    await writeFile(at('tmp.part'), '# whole');
    await rename(at('tmp.part'), at('0.md'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), WAIT);
    expect(heard.mock.calls.length).toBeLessThan(10);
  });

  it('is no error where it is not there, and is heard when it comes', async () => {
    const heard = vi.fn(async () => {});
    const later = at('later', 'notes');
    await watching(heard, { folder: later });
    await mkdir(later, { recursive: true });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), WAIT);
    heard.mockClear();
    await writeFile(path.join(later, 'a.md'), 'x');
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), WAIT);
  });

  it('is looked at again after a failure, and never twice at once', async () => {
    let busy = 0;
    let most = 0;
    const heard = vi.fn(async () => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      if (heard.mock.calls.length === 1) throw new Error('the database is away');
    });
    await watching(heard);
    await writeFile(at('a.md'), 'x');
    await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThanOrEqual(2), WAIT);
    expect(most).toBe(1);
  });

  it('hears nothing after it was stopped, and waits for what it began', async () => {
    let isDone = false;
    let finish = (): void => {};
    const heard = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = () => {
            isDone = true;
            resolve();
          };
        }),
    );
    await watching(heard);
    await writeFile(at('a.md'), 'x');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), WAIT);
    const stopped = watcher?.stop();
    await writeFile(at('b.md'), 'x');
    finish();
    await stopped;
    expect(isDone).toBe(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
