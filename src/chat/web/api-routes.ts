import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { decodeActionRef, MAX_ENCODED_LENGTH } from '../action-ref.js';
import type { InFlight } from '../in-flight.js';
import { refuse, replyTo, unknownVisitor } from './api-reply.js';
import { LIMITS, RATES } from './limits.js';
import { acceptName } from './names.js';
import type { WebRoomOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Presence } from './presence.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import type { Room } from './room.js';
import { placeOf, refused } from './room-context.js';
import { suggestFor } from './suggest.js';
import { cleanText } from './text.js';
import { filesSchema, isUpload, readUpload } from './upload.js';
import { keepName, readVisitor, type Visitor } from './visitor.js';

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

function readJson({ req }: Context): Promise<unknown> {
  return req.json().catch(() => null);
}

/** A body that every act has, whatever it does. */
type ActBody = { readonly key: string; readonly timeZone?: string | undefined };

/** An act that changes something: how its body is read and what it does. */
type Act<Body extends ActBody> = {
  readonly schema: z.ZodType<Body>;
  readonly read?: (context: Context) => Promise<unknown>;
  readonly work: (visitor: Visitor, body: Body) => Promise<Outcome>;
};

/** Everything that changes something goes this way: who, do they make sense, may they, and only once. */
async function act<Body extends ActBody>(
  deps: ApiDeps & { readonly acting: RateLimit },
  context: Context,
  { schema, read = readJson, work }: Act<Body>,
): Promise<Response> {
  const { inFlight, words, now, acting } = deps;
  // A stranger sends no file for us to keep in memory.
  if (readVisitor(context, words) === null) return unknownVisitor(context);
  const body = schema.safeParse(await read(context));
  const visitor = readVisitor(context, words, body.success ? body.data.timeZone : undefined);
  if (visitor === null) return unknownVisitor(context);
  if (!body.success) return refuse(deps, context, visitor, 400, visitor.words.badRequest);
  if (inFlight.draining) return refuse(deps, context, visitor, 503, visitor.words.stopping);
  if (!acting.take(visitor.id, now())) return refuse(deps, context, visitor, 429, visitor.words.tooFast);
  const outcome = await inFlight.once(`${visitor.id}:${body.data.key}`, () => work(visitor, body.data));
  return context.json(await replyTo(deps, visitor, outcome));
}

/**
 * `POST /api/line` a line or a command · `/api/press` a button or a select · `/api/submit` a form · `/api/suggest`
 * what could follow in the box · `/api/name` another name. All take and give JSON; a form with files comes in parts
 * (`upload.ts`). 401 without a visitor's cookie, 400 for what no page of ours sends, 413 for what is too large, 429 too
 * fast, 503 while stopping; each with `{ html }` that says so.
 */
export function apiRoutes(deps: ApiDeps): Hono {
  const { room } = deps;
  const acts = { ...deps, acting: createRateLimit(RATES.act) };
  const reading = createRateLimit(RATES.read);
  const routes = new Hono();

  routes.post('/line', (context) =>
    act(acts, context, { schema: lineSchema, work: (visitor, { text, key: name }) => say(room, visitor, text, name) }),
  );
  routes.post('/press', (context) =>
    act(acts, context, { schema: pressSchema, work: (visitor, body) => press(room, visitor, body) }),
  );
  routes.post(
    '/submit',
    bodyLimit({ maxSize: LIMITS.upload, onError: (context) => refuseLarge(deps, context) }),
    (context) =>
      act(acts, context, {
        schema: submitSchema,
        read: isUpload(context) ? readUpload : readJson,
        work: (visitor, body) => room.submit(visitor, body),
      }),
  );
  routes.post('/suggest', (context) => suggest(deps, reading, context));
  routes.post('/name', (context) => rename(deps, context));
  return routes;
}

async function say(room: Room, visitor: Visitor, text: string, name: string): Promise<Outcome> {
  if (text.length <= LIMITS.line) return room.say(visitor, text, name);
  const markdown = visitor.words.tooLong(LIMITS.line);
  return refused({ tone: 'warning', body: [{ kind: 'text', markdown }] });
}

function press(room: Room, visitor: Visitor, body: z.infer<typeof pressSchema>): Promise<Outcome> {
  const { ref: pressed, value, entry: from, key: name } = body;
  const args = value === undefined ? pressed.args : [...pressed.args, value];
  return room.press(visitor, { ref: { ...pressed, args }, entry: from, key: name });
}

function refuseLarge(deps: ApiDeps, context: Context): Response | Promise<Response> {
  const visitor = readVisitor(context, deps.words);
  if (visitor === null) return unknownVisitor(context);
  return refuse(deps, context, visitor, 413, visitor.words.fileTooLarge(LIMITS.file));
}

async function suggest(deps: ApiDeps, reading: RateLimit, context: Context): Promise<Response> {
  const { words, now } = deps;
  const body = suggestSchema.safeParse(await readJson(context));
  const visitor = readVisitor(context, words, body.success ? body.data.timeZone : undefined);
  if (visitor === null || !body.success || !reading.take(visitor.id, now())) return context.json({ items: [] });
  const asker = { person: visitor, place: placeOf(deps, visitor), words: visitor.words };
  const items = await suggestFor(deps, body.data.text, asker);
  return context.json({ items, count: visitor.words.suggestionCount(items.length) });
}

async function rename({ words, presence }: ApiDeps, context: Context): Promise<Response> {
  const visitor = readVisitor(context, words);
  const body = nameSchema.safeParse(await readJson(context));
  if (visitor === null) return unknownVisitor(context);
  const { badName, mixedName, takenName, botName } = visitor.words;
  const others = presence.list().flatMap(({ id, name }) => (id === visitor.id ? [] : [name]));
  const accepted = acceptName(body.success ? body.data.name : '', botName, others);
  if ('problem' in accepted) {
    const problem = { unusable: badName(LIMITS.name), mixed: mixedName, taken: takenName }[accepted.problem];
    return context.json({ problem }, 400);
  }
  const { name } = accepted;
  keepName(context, name);
  presence.rename({ id: visitor.id, name });
  return context.json({ name });
}
