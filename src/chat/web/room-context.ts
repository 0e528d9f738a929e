import type { ChatLogger } from '../chat-logger.js';
import type { ChatApp, Destination, Place, View } from '../port.js';
import type { Hub } from './hub.js';
import { LIMITS, OFFERS } from './limits.js';
import type { Outcome } from './outcome.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import { createRequestedFiles, type RequestedFiles } from './requested-files.js';
import type { RoomLog } from './room-log.js';
import type { Visitor } from './visitor.js';
import { createWriter, type Writer } from './writer.js';

export const PLATFORM = 'web';

export type RoomDeps = {
  readonly app: ChatApp;
  readonly log: RoomLog;
  readonly hub: Hub;
  readonly logger: ChatLogger;
  readonly workspaceId: string;
  readonly roomId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRef: () => string;
  /** Whether the person has the room to themselves. */
  readonly isAlone: (visitorId: string) => boolean;
};

/** What the parts of a room share. */
export type RoomContext = RoomDeps & {
  readonly writer: Writer;
  readonly requestedFiles: RequestedFiles;
  /** How often somebody who talks to others is offered help. */
  readonly offers: RateLimit;
  /** Who was answered aloud last, as long as nobody has said anything to everyone since. */
  readonly talk: { answered: string | null };
};

export function roomContext(deps: RoomDeps): RoomContext {
  return {
    ...deps,
    writer: createWriter(deps),
    requestedFiles: createRequestedFiles(LIMITS.forms),
    offers: createRateLimit(OFFERS),
    talk: { answered: null },
  };
}

export function directTo(visitorId: string): Destination {
  return { platform: PLATFORM, kind: 'direct', id: visitorId };
}

export function placeOf({ workspaceId, roomId }: Pick<RoomDeps, 'workspaceId' | 'roomId'>, visitor: Visitor): Place {
  const channel = { platform: PLATFORM, kind: 'channel', id: roomId } as const;
  return { workspaceId, lead: '/', direct: directTo(visitor.id), channel };
}

/** What a person reads when the log itself is away: the same words as for any failure, with an id for the log. */
export function logFailure({ app, logger, newRef }: RoomContext, visitor: Visitor, error: unknown): Outcome {
  const ref = newRef();
  logger.error({ ref, person: visitor.id, err: error }, 'the room’s log failed');
  return refused(app.failure(visitor, { kind: 'error', error, ref }));
}

/** Writes to the log. Never rejects. */
export async function keep(context: RoomContext, visitor: Visitor, write: () => Promise<unknown>): Promise<Outcome> {
  try {
    await write();
    return { kind: 'kept' };
  } catch (error) {
    return logFailure(context, visitor, error);
  }
}

export function refused(view: View): Outcome {
  return { kind: 'refused', view };
}
