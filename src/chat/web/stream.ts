import type { SSEStreamingApi } from 'hono/streaming';
import type { Hub } from './hub.js';
import { LIMITS, TIMES } from './limits.js';
import { changeJson } from './people.js';
import type { PresenceChange } from './presence.js';
import { entryHtml, type Reader } from './render-entry.js';
import type { LoggedEntry, RoomLog } from './room-log.js';
import { createStreamInbox, type StreamInbox } from './stream-inbox.js';

export type StreamDeps = {
  readonly log: RoomLog;
  readonly roomId: string;
  readonly hub: Hub;
  /** Who is here, as HTML for this reader. */
  readonly presenceHtml: (reader: Reader) => Promise<string>;
  readonly onError: (error: unknown) => void;
};

/** One page's stream. */
type Feed = StreamDeps & {
  readonly stream: SSEStreamingApi;
  readonly reader: Reader;
  /** The last revision that the page has, or `null` for a page that has nothing yet. */
  revision: number | null;
  /** Whether the log could not be read when it was asked last. */
  hasFailed: boolean;
};

/** Rounds between two signs of life. */
const ROUNDS_PER_BEAT = Math.ceil(TIMES.heartbeat / TIMES.poll);

/**
 * Sends a reader everything that changes, until the page closes. The stream reads the log from the last revision that
 * the page has seen, whatever woke it: this process, or the watch that notices what others write. So nothing is lost or out of order, whether the page was away for a second or the database for an hour.
 *
 * @param after the last revision that the page has, or `null` for a page that has nothing yet
 */
export async function streamRoom(
  deps: StreamDeps,
  stream: SSEStreamingApi,
  reader: Reader,
  after: number | null,
): Promise<void> {
  const feed: Feed = { ...deps, stream, reader, revision: after, hasFailed: false };
  const inbox = createStreamInbox(reader.id);
  stream.onAbort(inbox.listener.close);
  deps.hub.add(inbox.listener);
  try {
    let rounds = 0;
    while (inbox.isOpen() && !stream.aborted) {
      await sendRound(feed, inbox);
      // News that came in meanwhile is sent at once; a log that failed is asked again at the next poll.
      if (inbox.isOpen() && !inbox.hasNews(feed.hasFailed)) await inbox.pause(TIMES.poll, feed.hasFailed);
      rounds += 1;
      if (rounds % ROUNDS_PER_BEAT === 0) await stream.writeSSE({ event: 'beat', data: 'still here' });
    }
  } finally {
    deps.hub.remove(inbox.listener);
  }
}

async function sendRound(feed: Feed, inbox: StreamInbox): Promise<void> {
  const { stream } = feed;
  for (const key of inbox.takeAcknowledged()) await stream.writeSSE({ event: 'working', data: key });
  await sendPresence(feed, inbox.takePresence());
  if (!inbox.takeChange()) return;
  try {
    await sendNews(feed);
    feed.hasFailed = false;
  } catch (error) {
    feed.hasFailed = true;
    feed.onError(error);
  }
}

async function sendPresence({ stream, reader, presenceHtml }: Feed, news: 'all' | readonly PresenceChange[]) {
  if (news === 'all') return stream.writeSSE({ event: 'presence', data: await presenceHtml(reader) });
  for (const change of news) {
    await stream.writeSSE({ event: 'people', data: await changeJson(change, reader.words) });
  }
}

async function sendNews(feed: Feed): Promise<void> {
  const { log, roomId, reader } = feed;
  feed.revision ??= await sendPage(feed);
  for (;;) {
    const entries = await log.since(roomId, reader.id, feed.revision, LIMITS.batch);
    for (const entry of entries) {
      await sendEntry(feed, entry, entry.revision);
      feed.revision = entry.revision;
    }
    if (entries.length < LIMITS.batch) return;
  }
}

/**
 * For a page that has nothing. The latest entries come in order of id, so the page stands at a revision only when it
 * has them all: it may break off before, and must not believe that it has what was changed long ago.
 */
async function sendPage(feed: Feed): Promise<number> {
  const { log, roomId, reader } = feed;
  const latest = await log.revision(roomId);
  const entries = await log.before(roomId, reader.id, null, LIMITS.page);
  for (const [index, entry] of entries.entries()) {
    await sendEntry(feed, entry, index === entries.length - 1 ? latest : null);
  }
  return latest;
}

/** @param at the revision that the page then stands at, or `null` where it does not have all before it yet */
async function sendEntry({ stream, reader }: Feed, entry: LoggedEntry, at: number | null): Promise<void> {
  const data = JSON.stringify({ id: entry.id, html: await entryHtml(entry, reader) });
  await stream.writeSSE({ event: 'entry', data, ...(at === null ? {} : { id: `${at}` }) });
}
