import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Assets } from './assets.js';
import type { Hub } from './hub.js';
import { LIMITS, RATES } from './limits.js';
import type { WebRoomOptions } from './options.js';
import { entriesHtml, type PageFacts, pageHtml, peopleHtml } from './page.js';
import type { Presence } from './presence.js';
import { createRateLimit } from './rate-limit.js';
import type { Room } from './room.js';
import type { LoggedEntry } from './room-log.js';
import { streamRoom } from './stream.js';
import { admitVisitor, readVisitor, type Visitor } from './visitor.js';

export type PageDeps = WebRoomOptions & {
  readonly hub: Hub;
  readonly presence: Presence;
  readonly room: Room;
  readonly assets: Assets;
  readonly isOpen: () => boolean;
};

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** `Last-Event-ID` of a stream that comes back by itself, else what the page was drawn with. */
function revisionOf(header: string | undefined, query: string | undefined): number | null {
  const parsed = wholeNumber.safeParse(header ?? query);
  return parsed.success ? parsed.data : null;
}

type History = Pick<PageFacts, 'entries' | 'revision' | 'more'>;

/**
 * `GET /` the page · `GET /events?after=REVISION` the stream (events `entry`, `presence`, `working`, `beat`) ·
 * `GET /earlier?before=ID` older messages as `{ html, more }` · `GET /files/ID` a file that came with an answer ·
 * `GET /assets/VERSION/NAME` the page's files.
 */
export function pageRoutes(deps: PageDeps): Hono {
  const { log, roomId, hub, presence, room, assets, logger, words, now } = deps;
  const entering = createRateLimit(RATES.enter);
  const reading = createRateLimit(RATES.read);
  const routes = new Hono();

  async function older(
    viewer: string,
    before: number | null,
  ): Promise<{ entries: readonly LoggedEntry[]; more: boolean }> {
    const found = await log.before(roomId, viewer, before, LIMITS.page + 1);
    return { entries: found.slice(-LIMITS.page), more: found.length > LIMITS.page };
  }

  /** The revision is read first: what changes in between comes twice, and never not at all. */
  async function history(viewer: string): Promise<History> {
    try {
      const revision = await log.revision(roomId);
      return { ...(await older(viewer, null)), revision };
    } catch (error) {
      logger.warn({ err: error }, 'the room’s log cannot be read; the page fills when it is back');
      return { entries: [], more: false, revision: null };
    }
  }

  async function greet(visitor: Visitor): Promise<void> {
    try {
      const seen = await log.before(roomId, visitor.id, null, LIMITS.page);
      if (seen.some((entry) => entry.onlyFor === visitor.id)) return;
      await room.welcome(visitor);
    } catch (error) {
      logger.warn({ err: error }, 'a newcomer could not be greeted; it is tried again at the next visit');
    }
  }

  routes.get('/', async (context) => {
    const kept = readVisitor(context, words);
    if (kept === null && !entering.take('all', now())) return context.text('429\n', 429);
    const visitor = admitVisitor(context, words, deps.newSecret);
    const facts = { visitor, words: visitor.words, present: presence.list(), assets: assets.version };
    context.header('cache-control', 'no-store');
    return context.html(await pageHtml({ ...facts, ...(await history(visitor.id)) }));
  });

  routes.get('/events', (context) => {
    const visitor = readVisitor(context, words);
    if (visitor === null) return context.text('401\n', 401);
    if (!deps.isOpen()) return context.text('503\n', 503);
    if (hub.count(visitor.id) >= LIMITS.streamsPerPerson || hub.count() >= LIMITS.streams)
      return context.text('429\n', 429);
    // A stream that was refused tells the page no reason; the page asks for it here.
    if (context.req.query('probe') !== undefined) return context.body(null, 204);
    const after = revisionOf(context.req.header('last-event-id'), context.req.query('after'));
    context.header('x-accel-buffering', 'no');
    const failed = async (error: Error): Promise<void> => logger.warn({ err: error }, 'a stream of the room broke');
    const live = async (stream: SSEStreamingApi): Promise<void> => {
      presence.enter(visitor);
      try {
        await greet(visitor);
        const presenceHtml = (): Promise<string> => peopleHtml(presence.list(), visitor);
        const onError = (error: unknown): void => logger.warn({ err: error }, 'the room’s log cannot be read');
        await streamRoom({ log, roomId, hub, presenceHtml, onError }, stream, visitor, after);
      } finally {
        presence.leave(visitor.id);
      }
    };
    return streamSSE(context, live, failed);
  });

  routes.get('/earlier', async (context) => {
    const visitor = readVisitor(context, words);
    const before = wholeNumber.safeParse(context.req.query('before'));
    if (visitor === null || !before.success) return context.text('400\n', 400);
    if (!reading.take(visitor.id, now())) return context.text('429\n', 429);
    const { entries, more } = await older(visitor.id, before.data);
    return context.json({ html: await entriesHtml(entries, visitor), more });
  });

  routes.get('/files/:id', async (context) => {
    const visitor = readVisitor(context, words);
    if (visitor === null) return context.text('401\n', 401);
    if (!reading.take(visitor.id, now())) return context.text('429\n', 429);
    const file = await log.file(roomId, context.req.param('id'), visitor.id);
    if (file === null) return context.text(`${visitor.words.fileGone}\n`, 404);
    context.header('content-type', 'application/octet-stream');
    context.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    context.header('cache-control', 'private, no-store');
    return context.body(new Uint8Array(file.bytes));
  });

  routes.get('/assets/:version/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (asset === undefined) return context.text('404\n', 404);
    context.header('content-type', asset.type);
    const current = context.req.param('version') === assets.version;
    context.header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache');
    return context.body(asset.body);
  });

  routes.get('/favicon.ico', (context) => context.redirect(`/assets/${assets.version}/favicon.svg`));
  return routes;
}
