import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../port.js';
import type { RoomAccess } from './invitation.js';
import { acceptName } from './names.js';
import type { RoomWords } from './words.js';

/**
 * Who looks at the room, and in which words. Everybody who can open a room without invitation manages it; of one by
 * invitation, who has come by the link for that.
 */
export type Visitor = Person & { readonly words: RoomWords };

type WordsFor = (languages: readonly string[]) => RoomWords;

declare module 'hono' {
  interface ContextVariableMap {
    /** As what the request is in a room by invitation. */
    roomAccess: RoomAccess;
  }
}

export function setAccess(context: Context, access: RoomAccess): void {
  context.set('roomAccess', access);
}

const SECRET = 'repaso_person';
const NAME = 'repaso_name';
const SECRET_FORM = /^[\w-]{24,128}$/;
/** The longest that browsers keep a cookie, in seconds. */
const MAX_AGE = 400 * 24 * 60 * 60;

/** A person's id: the secret cannot be found from it, so it may be shown to everyone. */
function idOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22);
}

/** The same id has the same name in each language, and neighbours have different ones. */
export function friendlyName(id: string, { animals, colours, join }: RoomWords['names']): string {
  const number = createHash('sha256').update(`name ${id}`).digest().readUInt32BE(0);
  const animal = animals[number % animals.length] ?? '';
  const colour = colours[Math.floor(number / animals.length) % colours.length] ?? '';
  return join(animal, colour);
}

/** BCP 47 tags, most wanted first. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.map((each) => /^q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { tag, quality: Number(quality ?? 1) };
    })
    .filter(({ tag, quality }) => quality > 0 && isLanguageTag(tag))
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** An IANA name that this runtime knows, or `null`. */
export function acceptZone(zone: string | undefined): string | null {
  if (zone === undefined || zone.length > 64) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function visitorOf(context: Context, words: WordsFor, secret: string, zone: string | undefined): Visitor {
  const id = idOf(secret);
  const languages = acceptedLanguages(context.req.header('accept-language'));
  const spoken = words(languages);
  // A cookie may say anything.
  const kept = acceptName(getCookie(context, NAME) ?? '', spoken.botName);
  const name = 'name' in kept ? kept.name : friendlyName(id, spoken.names);
  return {
    id,
    name,
    languages,
    timeZone: acceptZone(zone),
    manages: context.get('roomAccess') !== 'guest',
    words: spoken,
  };
}

/**
 * The visitor that the request's cookie names, or `null` without one.
 *
 * @param zone the IANA name that the browser tells; one that is unknown here counts as none
 */
export function readVisitor(context: Context, words: WordsFor, zone?: string): Visitor | null {
  const secret = getCookie(context, SECRET);
  return secret !== undefined && SECRET_FORM.test(secret) ? visitorOf(context, words, secret, zone) : null;
}

/**
 * `Lax`, because a strict cookie is missing when somebody follows a link to the room from another site: they would be
 * taken for somebody new and lose who they were. What changes anything is asked by the room's own page only, whatever
 * the cookie says (`guard.ts`).
 */
export function keep(context: Context, name: string, value: string): void {
  const secure = context.req.header('x-forwarded-proto') === 'https' || new URL(context.req.url).protocol === 'https:';
  setCookie(context, name, value, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: MAX_AGE, secure });
}

/** The visitor that the cookie names, or a new one; the cookie is kept for another 400 days. */
export function admitVisitor(context: Context, words: WordsFor, newSecret: () => string): Visitor {
  const known = getCookie(context, SECRET);
  const secret = known !== undefined && SECRET_FORM.test(known) ? known : newSecret();
  keep(context, SECRET, secret);
  return visitorOf(context, words, secret, undefined);
}

/** Keeps the visitor's name in their browser. */
export function keepName(context: Context, name: string): void {
  keep(context, NAME, name);
}
