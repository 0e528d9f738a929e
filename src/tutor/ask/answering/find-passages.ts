import type { WorkspaceId } from '../../../core/ids.js';
import type { Lookup, LookupAnswer } from '../../../lookup/lookup.js';
import type { TutorContext } from '../../context.js';
import { fuse } from './fuse.js';

export type FoundPassages = LookupAnswer & {
  /** Passages of like meaning are among the results; they may answer where the words of the notes do not. */
  readonly isFused: boolean;
};

const RESULTS = 10;
/** What the words rank before it is fused. */
const RANKED = 30;

/**
 * What the notes have about a question: by their words, and by their meaning where embeddings are configured and no
 * passage has that name. Without embeddings it is the lookup's own answer.
 */
export async function findPassages(
  context: TutorContext,
  workspace: WorkspaceId,
  lookup: Lookup,
  question: string,
): Promise<FoundPassages> {
  const { nearness } = context;
  if (nearness === null || question === '') return { ...lookup.find(question, RESULTS), isFused: false };
  const found = lookup.find(question, RANKED);
  const isNamed = found.answer !== null && found.answer.match !== 'text';
  const near = isNamed ? null : await nearness.near(context, workspace, lookup, question);
  if (near === null) return { ...found, results: found.results.slice(0, RESULTS), isFused: false };
  return { ...fuse(found, near, RESULTS), isFused: true };
}
