import type { TutorContext } from '../tutor/context.js';
import { moveBehind } from '../tutor/people/change-scheduling.js';
import type { RoundLogger } from './daily-round.js';

/** Each is one transaction; the others come in the next round, a minute later. */
const PEOPLE = 50;

/** Plans the cards of people anew whose workspace has another scheduler now. Never rejects. */
export function createSchedulerRound(context: () => TutorContext, logger: RoundLogger): () => Promise<void> {
  return async () => {
    try {
      const moved = await moveBehind(context(), PEOPLE);
      if (moved > 0) logger.info({ people: moved }, 'cards planned anew by the scheduler of their workspace');
    } catch (error) {
      logger.warn({ err: error }, 'cards could not be planned anew; the next round is in a minute');
    }
  };
}
