import { lockDataFolder } from '../../../src/store/open/data-lock.js';

/** Tries for the lock when told to, says how it went, and stays until it is killed. */
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  try {
    await lockDataFolder(process.argv[2] ?? '');
    process.stdout.write('locked\n');
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.name : error}\n`);
  }
});
