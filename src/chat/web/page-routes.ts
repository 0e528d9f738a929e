import { type Context, Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { addressOf, createOpenStreams, type OpenStreams } from './address.js';
import { unknownVisitor } from './api-reply.js';
import type { Assets } from './assets.js';
import type { Hub } from './hub.js';
import type { InTurn } from './in-turn.js';
import { LIMITS, RATES } from './limits.js';
import type { WebRoomOptions } from './options.js';
import { entriesHtml, type PageFacts, pageHtml } from './page.js';
import { peopleHtml } from './people.js';
import type { Presence } from './presence.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import type { Room } from './room.js';
import { streamRoom } from './stream.js';
import { admitVisitor, readVisitor, type Visitor } from './visitor.js';

export type PageDeps = WebRoomOptions & {
  readonly hub: Hub;
  readonly presence: Presence;
  readonly room: Room;
  readonly assets: Assets;
  readonly isOpen: () => boolean;
  /** In which people are let in who come at the same time. */
  readonly entering: InTurn;
};

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** As this program makes them; the database takes no other character, such as one of zero. */
const FILE_ID = /^[\w-]{1,64}$/;

/** `Last-Event-ID` of a stream that comes back by itself, else what the page was drawn with. */
function revisionOf(header: string | undefined, query: string | undefined): number | null {
  const parsed = wholeNumber.safeParse(header ?? query);
  return parsed.success ? parsed.data : null;
}

/**
 * `GET /` the page · `GET /events?after=REVISION` the stream (events `entry`, `presence`, `people`, `working`, `beat`) ·
 * `GET /earlier?before=ID` older messages as `{ html, more }` · `GET /files/ID` a file that came with an answer ·
 * `GET /assets/VERSION/NAME` the page's files.
 */
export function pageRoutes(deps: PageDeps): Hono {
  const { assets } = deps;
  const entering = createRateLimit(RATES.enter);
  const reading = createRateLimit(RATES.read);
  const streams = createOpenStreams(LIMITS.streamsPerAddress);
  const routes = new Hono();
  routes.get('/', (context) => sendPage(deps, entering, context));
  routes.get('/events', (context) => openStream(deps, streams, context));
  routes.get('/earlier', (context) => sendEarlier(deps, reading, context));
  routes.get('/files/:id', (context) => sendFile(deps, reading, context, context.req.param('id')));
  routes.get('/assets/:version/:name', (context) => {
    const { version, name } = context.req.param();
    return sendAsset(assets, context, version, name);
  });
  routes.get('/favicon.ico', (context) => context.redirect(`/assets/${assets.version}/favicon.svg`));
  return routes;
}

async function sendPage(deps: PageDeps, entering: RateLimit, context: Context): Promise<Response> {
  const { words, presence, assets, now } = deps;
  const known = readVisitor(context, words);
  if (known === null && !entering.take('all', now())) return tooFast(context);
  const visitor = admitVisitor(context, words, deps.newSecret);
  const facts = { visitor, words: visitor.words, present: presence.list(), assets: assets.version };
  context.header('cache-control', 'no-store');
  return context.html(await pageHtml({ ...facts, ...(await history(deps, visitor.id)) }));
}

type History = Pick<PageFacts, 'entries' | 'revision' | 'more'>;

/** The revision is read first: what changes in between comes twice, and never not at all. */
async function history(deps: PageDeps, viewer: string): Promise<History> {
  const { log, roomId, logger } = deps;
  try {
    const revision = await log.revision(roomId);
    return { ...(await older(deps, viewer, null)), revision };
  } catch (error) {
    logger.warn({ err: error }, 'the room’s log cannot be read; the page fills when it is back');
    return { entries: [], more: false, revision: null };
  }
}

async function older(
  { log, roomId }: PageDeps,
  viewer: string,
  before: number | null,
): Promise<Pick<History, 'entries' | 'more'>> {
  const found = await log.before(roomId, viewer, before, LIMITS.page + 1);
  return { entries: found.slice(-LIMITS.page), more: found.length > LIMITS.page };
}

async function openStream(deps: PageDeps, streams: OpenStreams, context: Context): Promise<Response> {
  const { hub, logger, words } = deps;
  const visitor = readVisitor(context, words);
  if (visitor === null) return unknownVisitor(context);
  if (!deps.isOpen()) return context.text('503\n', 503);
  if (hub.count(visitor.id) >= LIMITS.streamsPerPerson || hub.count() >= LIMITS.streams) return tooFast(context);
  // A stream that was refused tells the page no reason; the page asks for it here.
  if (context.req.query('probe') !== undefined) return context.body(null, 204);
  const leave = streams.open(addressOf(context));
  if (leave === null) return tooFast(context);
  const after = revisionOf(context.req.header('last-event-id'), context.req.query('after'));
  context.header('x-accel-buffering', 'no');
  return streamSSE(
    context,
    (stream) => stayIn(deps, stream, visitor, after).finally(leave),
    async (error) => logger.warn({ err: error }, 'a stream of the room broke'),
  );
}

/** The visitor is here as long as the stream is open. */
async function stayIn(deps: PageDeps, stream: SSEStreamingApi, visitor: Visitor, after: number | null): Promise<void> {
  const { log, roomId, hub, presence, logger } = deps;
  presence.enter(visitor);
  try {
    // Where many come at once, the first words may take a moment; the room is there already.
    const greeted = deps.entering(() => greet(deps, visitor));
    const presenceHtml = (): Promise<string> => peopleHtml(presence.list(), visitor);
    const onError = (error: unknown): void => logger.warn({ err: error }, 'the room’s log cannot be read');
    await streamRoom({ log, roomId, hub, presenceHtml, onError }, stream, visitor, after);
    await greeted;
  } finally {
    presence.leave(visitor.id);
  }
}

async function greet({ log, roomId, room, hub, logger }: PageDeps, visitor: Visitor): Promise<void> {
  // Whoever has gone meanwhile is greeted at the next visit.
  if (hub.count(visitor.id) === 0) return;
  try {
    const seen = await log.before(roomId, visitor.id, null, LIMITS.page);
    if (seen.some((entry) => entry.onlyFor === visitor.id)) return;
    await room.welcome(visitor);
  } catch (error) {
    logger.warn({ err: error }, 'a newcomer could not be greeted; it is tried again at the next visit');
  }
}

async function sendEarlier(deps: PageDeps, reading: RateLimit, context: Context): Promise<Response> {
  const visitor = readVisitor(context, deps.words);
  const before = wholeNumber.safeParse(context.req.query('before'));
  if (visitor === null || !before.success) return context.text('400\n', 400);
  if (!reading.take(visitor.id, deps.now())) return tooFast(context);
  const { entries, more } = await older(deps, visitor.id, before.data);
  return context.json({ html: await entriesHtml(entries, visitor), more });
}

async function sendFile(deps: PageDeps, reading: RateLimit, context: Context, id: string): Promise<Response> {
  const { log, roomId, words, now } = deps;
  const visitor = readVisitor(context, words);
  if (visitor === null) return unknownVisitor(context);
  if (!reading.take(visitor.id, now())) return tooFast(context);
  if (!FILE_ID.test(id)) return context.text(`${visitor.words.fileGone}\n`, 404);
  const file = await log.file(roomId, id, visitor.id);
  if (file === null) return context.text(`${visitor.words.fileGone}\n`, 404);
  context.header('content-type', 'application/octet-stream');
  context.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  context.header('cache-control', 'private, no-store');
  return context.body(new Uint8Array(file.bytes));
}

function sendAsset(assets: Assets, context: Context, version: string, name: string): Response {
  const asset = assets.get(name);
  if (asset === undefined) return context.text('404\n', 404);
  context.header('content-type', asset.type);
  const isCurrent = version === assets.version;
  context.header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache');
  return context.body(asset.body);
}

function tooFast(context: Context): Response {
  return context.text('429\n', 429);
}
