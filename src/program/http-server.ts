import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Health } from './health.js';

export type HttpServer = {
  /** The address that people open, `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Hands all requests but those for the health to an app, where nothing below takes them. */
  mount(app: Hono): void;
  /** Sends the requests whose path begins with `prefix`, such as `/slack/`, to a listener of Node's own kind. */
  mountListener(prefix: string, listener: RequestListener): void;
  /** Accepts no new connection and resolves when the open ones have ended; the rest are cut after `graceMs`. */
  close(graceMs: number): Promise<void>;
};

/**
 * Listens at once, so that a taken port is known before anything is created and `/healthz` can answer "starting".
 * Rejects with the system's error (`EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`).
 */
export async function listen(host: string, port: number, health: () => Health): Promise<HttpServer> {
  let mounted: Hono | null = null;
  const listeners: { readonly prefix: string; readonly listener: RequestListener }[] = [];
  const serve = getRequestListener((request, env) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/livez') return healthResponse(200, { status: 'alive' });
    if (READY.has(pathname)) return readyResponse(health());
    if (mounted !== null) return mounted.fetch(request, env);
    const starting = health().status === 'not ready';
    if (!starting) return new Response('Nothing here.\n', { status: 404 });
    return new Response('Starting …\n', { status: 503, headers: { 'retry-after': '1' } });
  });
  const server = createServer((request, response) => {
    const found = listeners.find(({ prefix }) => request.url?.startsWith(prefix));
    if (found === undefined) void serve(request, response);
    else found.listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: addressOf(host, server.address(), port),
    mount(app) {
      mounted = app;
    },
    mountListener(prefix, listener) {
      listeners.push({ prefix, listener });
    },
    close: (graceMs) => closeServer(server, graceMs),
  };
}

/** Browsers keep connections open for later requests; an idle one is closed within this time of a stop. */
const IDLE_CHECK_MS = 50;

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const closeIdle = (): void => {
      server.closeIdleConnections();
    };
    const idle = setInterval(closeIdle, IDLE_CHECK_MS);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}

/** Whether people can be served; the second is the older name. */
const READY: ReadonlySet<string> = new Set(['/readyz', '/healthz']);

function healthResponse(status: 200 | 503, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** 200 as long as anybody can be served. */
function readyResponse(health: Health): Response {
  return healthResponse(health.status === 'not ready' ? 503 : 200, health);
}

function addressOf(host: string, address: AddressInfo | string | null, port: number): string {
  const actual = address === null || typeof address === 'string' ? port : address.port;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actual}`;
}
