import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AdapterState } from '../chat/port.js';

type Health = {
  readonly ready: boolean;
  readonly adapters: Readonly<Record<string, AdapterState>>;
};

export type HttpServer = {
  /** The address that people open, `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Sends all requests to an app, except `/healthz` and those with a mounted prefix. */
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
    if (new URL(request.url).pathname === '/healthz') return healthResponse(health());
    if (mounted !== null) return mounted.fetch(request, env);
    const starting = !health().ready;
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

/**
 * 200 as long as anybody can be served: a platform that is down must not cause a restart, which would interrupt the
 * others.
 */
function healthResponse({ ready, adapters }: Health): Response {
  const states = Object.values(adapters);
  const served = ready && (states.length === 0 || states.includes('connected'));
  const whole = states.every((state) => state === 'connected');
  const status = served ? (whole ? 'ready' : 'degraded') : 'not ready';
  return Response.json({ status, adapters }, { status: served ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}

function addressOf(host: string, address: AddressInfo | string | null, port: number): string {
  const actual = address === null || typeof address === 'string' ? port : address.port;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actual}`;
}
