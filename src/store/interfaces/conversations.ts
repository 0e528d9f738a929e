import type { LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** What was spoken of last, as it was written. */
export type SpokenTopic = {
  /** The thing that was asked about. */
  readonly subject: string;
  /** The whole question. */
  readonly question: string;
  /** Who asked it. */
  readonly by: LearnerId;
  readonly at: Instant;
};

/** The latest topic of each conversation with the bot. */
export interface Conversations {
  /** `null` where nothing was asked there, or that is forgotten. */
  topic(workspace: WorkspaceId, conversation: string): Promise<SpokenTopic | null>;
  /** Takes the place of the topic before. */
  keepTopic(workspace: WorkspaceId, conversation: string, topic: SpokenTopic): Promise<void>;
  /** Forgets topics from before then. */
  forget(before: number): Promise<void>;
}
