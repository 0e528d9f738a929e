import { sessionId } from '../../../src/core/ids.js';
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
for (let turn = 1; ; turn += 1) {
  const card = ['a', 'b', 'c'][turn % 3] ?? 'a';
  await world.store.reviews.record(world.request(card, turn, { sessionId: id }), () => ({
    quality: turn % 5 === 0 ? 1 : 4,
    on: world.session().startedOn,
    purpose: 'plan',
  }));
  process.stdout.write(`${turn}\n`);
}
