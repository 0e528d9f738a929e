import type { SSEStreamingApi } from 'hono/streaming';
import type { Hub, Listener } from './hub.js';
import { LIMITS, TIMES } from './limits.js';
import { entryHtml, type Reader } from './render-entry.js';
import type { LoggedEntry, RoomLog } from './room-log.js';

export type StreamDeps = {
  readonly log: RoomLog;
  readonly roomId: string;
  readonly hub: Hub;
  /** Who is here, as HTML for this reader. */
  readonly presenceHtml: (reader: Reader) => Promise<string>;
  readonly onError: (error: unknown) => void;
};

/**
 * Sends a reader everything that changes, until the page closes. The stream reads the log from the last revision that
 * the page has seen, whatever woke it: a push from this process or the poll that notices other processes. So nothing
 * is lost or out of order, whether the page was away for a second or the database for an hour.
 *
 * @param after the last revision that the page has, or `null` for a page that has nothing yet
 */
export async function streamRoom(
  deps: StreamDeps,
  stream: SSEStreamingApi,
  reader: Reader,
  after: number | null,
): Promise<void> {
  const { log, roomId, hub } = deps;
  let revision = after;
  let wanted = true;
  let presence = true;
  let failed = false;
  const acknowledged: string[] = [];
  let wake: () => void = () => {};
  let open = true;
  const nudge = (set: () => void) => (): void => {
    set();
    wake();
  };

  const listener: Listener = {
    viewer: reader.id,
    changed: nudge(() => {
      wanted = true;
    }),
    presenceChanged: nudge(() => {
      presence = true;
    }),
    acknowledged(key) {
      acknowledged.push(key);
      wake();
    },
    close: nudge(() => {
      open = false;
    }),
  };
  stream.onAbort(listener.close);
  hub.add(listener);

  /** @param at the revision that the page then stands at, or `null` where it does not have all before it yet */
  async function sendEntry(entry: LoggedEntry, at: number | null): Promise<void> {
    const data = JSON.stringify({ id: entry.id, html: await entryHtml(entry, reader) });
    await stream.writeSSE({ event: 'entry', data, ...(at === null ? {} : { id: `${at}` }) });
  }

  /**
   * For a page that has nothing. The latest entries come in order of id, so the page stands at a revision only when
   * it has them all: it may break off before, and must not believe that it has what was changed long ago.
   */
  async function sendPage(): Promise<number> {
    const latest = await log.revision(roomId);
    const entries = await log.before(roomId, reader.id, null, LIMITS.page);
    for (const [index, entry] of entries.entries()) {
      await sendEntry(entry, index === entries.length - 1 ? latest : null);
    }
    return latest;
  }

  async function sendNews(): Promise<void> {
    wanted = false;
    revision ??= await sendPage();
    for (;;) {
      const entries = await log.since(roomId, reader.id, revision, LIMITS.batch);
      for (const entry of entries) {
        await sendEntry(entry, entry.revision);
        revision = entry.revision;
      }
      if (entries.length < LIMITS.batch) return;
    }
  }

  async function round(): Promise<void> {
    for (const key of acknowledged.splice(0)) await stream.writeSSE({ event: 'working', data: key });
    if (presence) {
      presence = false;
      await stream.writeSSE({ event: 'presence', data: await deps.presenceHtml(reader) });
    }
    if (!wanted) return;
    try {
      await sendNews();
      failed = false;
    } catch (error) {
      failed = true;
      deps.onError(error);
    }
  }

  /** Waits for news, or for the next poll. */
  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        nudge(() => {
          wanted = true;
        }),
        TIMES.poll,
      );
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  try {
    let beats = 0;
    while (open && !stream.aborted) {
      await round();
      // News that came in meanwhile is not slept over; a log that failed is, until the next poll.
      const news = presence || acknowledged.length > 0 || (wanted && !failed);
      if (open && !news) await pause();
      beats += 1;
      if (beats % Math.ceil(TIMES.heartbeat / TIMES.poll) === 0) {
        await stream.writeSSE({ event: 'beat', data: 'still here' });
      }
    }
  } finally {
    hub.remove(listener);
  }
}
