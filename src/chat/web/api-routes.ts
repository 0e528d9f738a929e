import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { decodeActionRef, MAX_ENCODED_LENGTH } from '../action-ref.js';
import type { DispatchDeps } from '../dispatch.js';
import type { InFlight } from '../in-flight.js';
import type { View } from '../port.js';
import { LIMITS, RATES } from './limits.js';
import type { WebRoomOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Presence } from './presence.js';
import { createRateLimit } from './rate-limit.js';
import { fleetingHtml } from './render-entry.js';
import { formHtml } from './render-form.js';
import { directTo, type Room } from './room.js';
import { suggestFor } from './suggest.js';
import { cleanText } from './text.js';
import { filesSchema, isUpload, readUpload } from './upload.js';
import { cleanName, keepName, readVisitor, type Visitor } from './visitor.js';

export type ApiDeps = WebRoomOptions & {
  readonly room: Room;
  readonly presence: Presence;
  readonly inFlight: InFlight<Outcome>;
};

/** A request's own name, made by the page: the same again is the same request. */
const key = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const timeZone = z.string().max(60).optional();
const entry = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const ref = z
  .string()
  .max(MAX_ENCODED_LENGTH)
  .transform((encoded, issues) => {
    const decoded = decodeActionRef(encoded);
    if (decoded !== null) return decoded;
    issues.addIssue({ code: 'custom', message: 'not an action' });
    return z.NEVER;
  });

const lineSchema = z.object({
  key,
  timeZone,
  text: z.string().transform(cleanText).pipe(z.string().min(1)),
});
const pressSchema = z.object({ key, timeZone, entry, ref, value: z.string().max(LIMITS.selectValue).optional() });
const values = z.record(z.string().max(80), z.string().max(LIMITS.fieldValue).transform(cleanText));
const submitSchema = z.object({ key, timeZone, entry, ref, values, files: filesSchema });
const suggestSchema = z.object({ timeZone, text: z.string().max(LIMITS.line) });
const nameSchema = z.object({ name: z.string().max(200) });

/** What the page gets back. What was kept comes by the stream. */
type Reply = { readonly kind: 'kept' } | { readonly kind: 'form' | 'unkept' | 'refused'; readonly html: string };

function readJson({ req }: Context): Promise<unknown> {
  return req.json().catch(() => null);
}

/**
 * `POST /api/line` a line or a command · `/api/press` a button or a select · `/api/submit` a form · `/api/suggest`
 * what could follow in the box · `/api/name` another name. All take and give JSON; a form with files comes in parts
 * (`upload.ts`). 401 without a visitor's cookie, 400 for what no page of ours sends, 413 for what is too large, 429 too
 * fast, 503 while stopping; each with `{ html }` that says so.
 */
export function apiRoutes(deps: ApiDeps): Hono {
  const { room, presence, inFlight, words, now } = deps;
  const acting = createRateLimit(RATES.act);
  const reading = createRateLimit(RATES.read);
  const dispatch: DispatchDeps = deps;
  const routes = new Hono();

  /**
   * A word that stands until something newer is said to the visitor: what they wrote before it may reach the page after
   * it. `null` where the log cannot tell.
   */
  async function latest(): Promise<number | null> {
    try {
      return await deps.log.revision(deps.roomId);
    } catch {
      return null;
    }
  }

  async function fleeting(visitor: Visitor, view: View, note: string | null = null): Promise<string> {
    return fleetingHtml({ view, reader: visitor, at: now(), note, after: await latest() });
  }

  async function replyTo(visitor: Visitor, outcome: Outcome): Promise<Reply> {
    switch (outcome.kind) {
      case 'kept':
        return { kind: 'kept' };
      case 'form':
        return { kind: 'form', html: await formHtml(outcome.form, outcome.entry, visitor.words) };
      case 'unkept':
        return { kind: 'unkept', html: await fleeting(visitor, outcome.view, visitor.words.unkept) };
      case 'refused':
        return { kind: 'refused', html: await fleeting(visitor, outcome.view) };
    }
  }

  type Refused = 400 | 413 | 429 | 503;
  async function refuse(context: Context, visitor: Visitor, status: Refused, text: string): Promise<Response> {
    const view: View = { tone: 'warning', body: [{ kind: 'text', markdown: text }] };
    const html = await fleetingHtml({ view, reader: visitor, at: now(), note: null, after: null });
    return context.json({ kind: 'refused', html } satisfies Reply, status);
  }

  function refuseLarge(context: Context): Response | Promise<Response> {
    const visitor = readVisitor(context, words);
    if (visitor === null) return context.text('401\n', 401);
    return refuse(context, visitor, 413, visitor.words.fileTooLarge(LIMITS.file));
  }

  /** Everything that changes something goes this way: who, do they make sense, may they, and only once. */
  async function act<Body extends { readonly key: string; readonly timeZone?: string | undefined }>(
    context: Context,
    schema: z.ZodType<Body>,
    work: (visitor: Visitor, body: Body) => Promise<Outcome>,
    read: (context: Context) => Promise<unknown> = readJson,
  ): Promise<Response> {
    // Whoever is nobody sends no file for us to keep in memory.
    if (readVisitor(context, words) === null) return context.text('401\n', 401);
    const body = schema.safeParse(await read(context));
    const visitor = readVisitor(context, words, body.success ? body.data.timeZone : undefined);
    if (visitor === null) return context.text('401\n', 401);
    if (!body.success) return refuse(context, visitor, 400, visitor.words.badRequest);
    if (inFlight.draining) return refuse(context, visitor, 503, visitor.words.stopping);
    if (!acting.take(visitor.id, now())) return refuse(context, visitor, 429, visitor.words.tooFast);
    const outcome = await inFlight.once(`${visitor.id}:${body.data.key}`, () => work(visitor, body.data));
    return context.json(await replyTo(visitor, outcome));
  }

  routes.post('/line', (context) =>
    act(context, lineSchema, async (visitor, { text, key: name }) => {
      if (text.length <= LIMITS.line) return room.say(visitor, text, name);
      const markdown = visitor.words.tooLong(LIMITS.line);
      return { kind: 'refused', view: { tone: 'warning', body: [{ kind: 'text', markdown }] } };
    }),
  );

  routes.post('/press', (context) =>
    act(context, pressSchema, (visitor, { ref: pressed, value, entry: from, key: name }) => {
      const args = value === undefined ? pressed.args : [...pressed.args, value];
      return room.press(visitor, { ref: { ...pressed, args }, entry: from, key: name });
    }),
  );

  routes.post('/submit', bodyLimit({ maxSize: LIMITS.upload, onError: refuseLarge }), (context) => {
    const read = isUpload(context) ? readUpload : readJson;
    return act(context, submitSchema, (visitor, body) => room.submit(visitor, body), read);
  });

  routes.post('/suggest', async (context) => {
    const body = suggestSchema.safeParse(await readJson(context));
    const visitor = readVisitor(context, words, body.success ? body.data.timeZone : undefined);
    if (visitor === null || !body.success || !reading.take(visitor.id, now())) return context.json({ items: [] });
    const place = { workspaceId: deps.workspaceId, lead: '/', direct: directTo(visitor.id) };
    const items = await suggestFor(dispatch, body.data.text, { person: visitor, place, words: visitor.words });
    return context.json({ items, count: visitor.words.suggestionCount(items.length) });
  });

  routes.post('/name', async (context) => {
    const visitor = readVisitor(context, words);
    const body = nameSchema.safeParse(await readJson(context));
    if (visitor === null) return context.text('401\n', 401);
    const name = body.success ? cleanName(body.data.name) : null;
    const isBots = name?.toLowerCase() === visitor.words.botName.toLowerCase();
    if (name === null || isBots) return context.json({ problem: visitor.words.badName(LIMITS.name) }, 400);
    keepName(context, name);
    presence.rename({ id: visitor.id, name });
    return context.json({ name });
  });

  return routes;
}
