import type { TitleSuggestion } from '../../lookup/suggest.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Titles for what is typed so far; of those that fit equally well, what this team asks most. */
export async function suggestConcepts(
  { lookups, now }: TutorContext,
  { workspaceId }: Learner,
  typed: string,
  limit: number,
): Promise<readonly TitleSuggestion[]> {
  const [lookup, asked] = await Promise.all([lookups.of(workspaceId), lookups.askCounts(workspaceId, now)]);
  return lookup.suggest(typed, limit, asked);
}
