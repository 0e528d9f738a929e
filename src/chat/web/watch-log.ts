import type { Hub } from './hub.js';
import { TIMES } from './limits.js';
import type { RoomLog } from './room-log.js';

type Watched = { readonly log: RoomLog; readonly roomId: string; readonly hub: Hub };

/**
 * Asks now and then, once for all open pages, whether the log has changed: another process may have written. Returns what
 * ends it.
 */
export function watchLog({ log, roomId, hub }: Watched): () => void {
  let seen: number | null = null;
  let isAsking = false;

  async function look(): Promise<void> {
    if (isAsking || hub.count() === 0) return;
    isAsking = true;
    try {
      const revision = await log.revision(roomId);
      if (revision !== seen) hub.changed(null);
      seen = revision;
    } catch {
      // The pages' own reading tells of a log that is away.
      seen = null;
    } finally {
      isAsking = false;
    }
  }

  const timer = setInterval(() => void look(), TIMES.poll);
  timer.unref();
  return () => clearInterval(timer);
}
