import { sessionId } from '../../../src/core/ids.js';
import { StoreUnavailable } from '../../../src/store/interfaces/store.js';
import { openStore } from '../../../src/store/open/open.js';
import { aChange, createWorld, NOW } from '../../contracts/store/world.js';

/** Reviews without end in the one workspace, and says the number of each turn that the store has acknowledged. */
const opened = await openStore({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
void opened.lost.then(({ holder }) => {
  process.stdout.write(`lost to ${holder?.host}\n`);
  process.exit(3);
});
const world = await createWorld(opened);
const id = sessionId(`session-${process.pid}`);
await world.store.decks.apply(world.workspace, aChange(['a', 'b', 'c']), NOW);
await world.meet();
await world.store.sessions.open(world.session({ id }));
function isKept(): boolean {
  return true;
}

/** Nothing was kept, and the folder is another's: whoever lost it is about to end. */
function isAway(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return false;
  throw error;
}

for (let turn = 1; ; turn += 1) {
  const card = ['a', 'b', 'c'][turn % 3] ?? 'a';
  const recorded = world.store.reviews.record(world.request(card, turn, { sessionId: id }), () => ({
    quality: turn % 5 === 0 ? 1 : 4,
    on: world.session().startedOn,
    purpose: 'plan',
  }));
  if (!(await recorded.then(isKept, isAway))) await new Promise(() => process.stdin.resume());
  process.stdout.write(`${turn}\n`);
}
