import { openStore } from '../../../src/store/open/open.js';

/** Opens the store, telling each step, and stays until it is killed. */
await openStore({
  databaseUrl: null,
  dataDir: process.argv[2] ?? '',
  onStep: (step) => process.stdout.write(`${step.kind}\n`),
});
process.stdout.write('open\n');
process.stdin.resume();
