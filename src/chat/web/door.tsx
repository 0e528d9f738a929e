import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { addressOf } from './address.js';
import type { Assets } from './assets.js';
import { accessByCode, accessByPass, type Invitation, passOf } from './invitation.js';
import { LIMITS, RATES } from './limits.js';
import { createRateLimit } from './rate-limit.js';
import { acceptedLanguages, admitVisitor, keep, readVisitor, setAccess } from './visitor.js';
import type { RoomWords } from './words.js';

type DoorDeps = {
  readonly invitation: Invitation;
  readonly words: (languages: readonly string[]) => RoomWords;
  readonly assets: Assets;
  readonly now: () => number;
  readonly newSecret: () => string;
};

const PASS = 'repaso_pass';
/** Where the page's form sends a code. */
export const ENTER = '/enter';
/** Files that everybody may have, and that the door itself needs. */
const OPEN = /^\/(assets\/|favicon\.ico$)/;

type Said = 'asked' | 'wrong' | 'too-fast';

/**
 * Lets only those in who have come by an invitation: by its link, or by its code in the page that everybody else sees.
 * Then a cookie opens, and says whether somebody manages the room. Wrong codes are few by address.
 */
export function onlyInvited(deps: DoorDeps): MiddlewareHandler {
  const { invitation, words, now } = deps;
  const tries = createRateLimit(RATES.code);

  /** Shows the way in; the code that was tried, if any, is in nobody's log. */
  function tryCode(context: Context, code: string): Response | Promise<Response> {
    if (!tries.take(addressOf(context) ?? 'here', now())) return doorPage(deps, context, 'too-fast');
    const access = accessByCode(invitation, code);
    if (access === null) return doorPage(deps, context, 'wrong');
    const visitor = admitVisitor(context, words, deps.newSecret);
    const held = accessByPass(invitation, getCookie(context, PASS) ?? '', visitor.id);
    // Who manages the room stays a manager, whichever link is tried.
    if (held !== 'manager') keep(context, PASS, passOf(invitation, access, visitor.id));
    return context.redirect('/', 303);
  }

  return async (context, next) => {
    const { path, method } = context.req;
    if (OPEN.test(path)) return next();
    const code = context.req.query('code');
    if (path === '/' && method === 'GET' && code !== undefined) return tryCode(context, code.slice(0, LIMITS.code));
    if (path === ENTER && method === 'POST') return tryCode(context, await typedCode(context));
    const visitor = readVisitor(context, words);
    const access = visitor && accessByPass(invitation, getCookie(context, PASS) ?? '', visitor.id);
    if (access === null) return path === '/' ? doorPage(deps, context, 'asked') : context.text('403\n', 403);
    setAccess(context, access);
    return next();
  };
}

/** Whoever has the whole link may put it in as it is. */
async function typedCode({ req }: Context): Promise<string> {
  const body = await req.parseBody().catch(() => ({}));
  const typed = 'code' in body && typeof body.code === 'string' ? body.code.trim().slice(0, LIMITS.codeTyped) : '';
  const inLink = URL.canParse(typed) ? new URL(typed).searchParams.get('code') : null;
  return (inLink ?? typed).slice(0, LIMITS.code);
}

const STATUS = { asked: 403, wrong: 403, 'too-fast': 429 } as const satisfies Record<Said, number>;

async function doorPage({ words: wordsFor, assets }: DoorDeps, context: Context, said: Said): Promise<Response> {
  const words = wordsFor(acceptedLanguages(context.req.header('accept-language')));
  const { door } = words;
  const file = (name: string) => `/assets/${assets.version}/${name}`;
  context.header('cache-control', 'no-store');
  const page = (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${words.botName} · ${door.title}`}</title>
        <link rel="icon" type="image/svg+xml" href={file('favicon.svg')} />
        <link rel="stylesheet" href={file('room.css')} />
      </head>
      <body>
        <main class="door">
          <img src={file('favicon.svg')} alt="" width="44" height="44" />
          <h1>{door.title}</h1>
          <p>{door.text}</p>
          <form method="post" action={ENTER} class="door-form">
            <label for="code">{door.code}</label>
            <input id="code" name="code" type="password" required autocomplete="off" maxlength={LIMITS.codeTyped} />
            <button type="submit" class="button primary">
              {door.enter}
            </button>
          </form>
          {said === 'asked' ? null : (
            <p class="door-problem" role="alert">
              {said === 'wrong' ? door.wrong : door.tooFast}
            </p>
          )}
        </main>
      </body>
    </html>
  );
  return context.html(`<!doctype html>${String(await page)}`, STATUS[said]);
}
