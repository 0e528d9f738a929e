import { MAX_CARDS } from '../../formats/limits.js';
import type { ReadSource, SourceFile } from '../../formats/read-source.js';
import { Refused } from '../../formats/refused.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { ReadOptions, TutorContext } from '../context.js';
import type { Suggested } from './suggest/add-suggested.js';
import { suggestCards } from './suggest/suggest-cards.js';
import { suggestedBefore } from './suggest/suggested-before.js';

/** A person's file may give no more cards than can be imported. */
export const SENT_LIMITS = { mostCards: MAX_CARDS } as const;

/** Why a source is refused as a whole. Unreadable notes are not: they give no cards, and their lines say why. */
function refusalOf({ isNotes, told }: ReadSource): string | null {
  const refused = told.find(({ problem }) => problem.severity === 'error');
  return isNotes || refused === undefined ? null : refused.problem.code;
}

/** The source, or the code of the reason why it is refused. */
export async function readSentFile(
  { sources }: TutorContext,
  sent: SourceFile,
  options?: ReadOptions,
): Promise<ReadSource | { readonly code: string }> {
  try {
    const source = await sources.read(sent, { ...options, ...SENT_LIMITS });
    const code = refusalOf(source);
    return code === null ? source : { code };
  } catch (error) {
    if (error instanceof Refused) return { code: error.reason };
    throw error;
  }
}

/**
 * A language model's suggestions for a sent source, where that is configured, after its earlier ones. Can be
 * cancelled like the reading.
 */
export function suggestedFor(
  context: TutorContext,
  { workspaceId }: Learner,
  source: ReadSource,
  { key, onSuggest = () => {} }: ReadOptions = {},
): Promise<readonly Suggested[]> {
  return context.sources.unlessCancelled(key, async (cancelled) => {
    const before = await suggestedBefore(context, workspaceId, source);
    return [...before, ...(await suggestCards(context, workspaceId, source, cancelled, onSuggest))];
  });
}
