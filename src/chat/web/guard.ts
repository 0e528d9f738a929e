import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses a host name that is not ours. A page of another site can point a name of its own at this machine (DNS
 * rebinding) and would then share our origin; a bare address cannot be rebound.
 */
export function onlyKnownHosts(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set([...LOOPBACK, ...allowed.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const { hostname } = new URL(context.req.url);
    const bare = hostname.replace(/^\[|\]$/g, '');
    if (!names.has(hostname.toLowerCase()) && isIP(bare) === 0) return context.text('Unknown host\n', 421);
    return next();
  };
}

function isOwnPage(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = context.req.header('origin');
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === new URL(context.req.url).host);
}

/** Only the room's own page may write. A request without both headers comes from no browser, which has no cookie to abuse. */
export const onlyOwnPage: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD' && !isOwnPage(context)) {
    return context.text('Forbidden\n', 403);
  }
  return next();
};

/** Nothing runs and nothing loads but what this server serves as a file. */
export const lockedDown: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
});
