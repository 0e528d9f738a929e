import { beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { type BotUser, botUser, type Clock } from '../support/bot-user.js';
import { type CountedStore, openCountedStore } from '../support/counted-store.js';
import { createWorld, MONDAY_NOON } from '../support/world.js';

/** Waits in sequence and statements of what people do all day; a transaction would be told by its error. */
describe('what an answer waits for', () => {
  const clock: Clock = { now: MONDAY_NOON };
  let counted: CountedStore['counted'];
  let ana: BotUser;

  beforeAll(async () => {
    const store = await openCountedStore();
    counted = store.counted;
    const world = await createWorld({ alone: false, opened: store.opened });
    ana = botUser(world, 'Ana', ['es'], clock);
    await ana.command('today');
    await ana.command('explain', { concept: 'layer' });
    return () => store.opened.close();
  });

  async function costOf(work: () => Promise<View>): Promise<{ view: View; statements: number; waits: number }> {
    let view: View | null = null;
    const { statements, waits } = await counted(async () => {
      view = await work();
    });
    if (view === null) throw new Error('there is no answer');
    return { view, statements: statements.length, waits };
  }

  it('is three waits for a grade, the last of which is its commit', async () => {
    const question = await ana.command('review');
    const shown = await costOf(() => ana.pressLabel(question, /^Mostrar/));
    expect(shown).toMatchObject({ waits: 2, statements: 6 });
    const graded = await costOf(() => ana.pressLabel(shown.view, /^Bien/));
    expect(graded).toMatchObject({ waits: 3, statements: 7 });
  });

  it('is two waits for an explanation', async () => {
    const explained = await costOf(() => ana.command('explain', { concept: 'layer' }));
    expect(explained).toMatchObject({ waits: 2 });
    expect(explained.statements).toBeLessThanOrEqual(8);
  });
});
