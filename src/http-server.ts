import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AdapterState } from './chat/port.js';

export type Health = {
  readonly ready: boolean;
  readonly adapters: Readonly<Record<string, AdapterState>>;
};

export type HttpServer = {
  /** The address that people open, `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Hands all requests but `/healthz` to an app. */
  mount(app: Hono): void;
  /** Takes no new connection and resolves when the open ones are done; what still hangs is cut after `graceMs`. */
  close(graceMs: number): Promise<void>;
};

/**
 * Listens at once, so that a taken port is known before anything is made and `/healthz` can say "starting". Rejects
 * with the system's error (`EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`).
 */
export async function listen(host: string, port: number, health: () => Health): Promise<HttpServer> {
  let mounted: Hono | null = null;
  const server = createAdaptorServer({
    fetch(request, env) {
      if (new URL(request.url).pathname === '/healthz') return healthResponse(health());
      if (mounted === null) return new Response('Starting …\n', { status: 503, headers: { 'retry-after': '1' } });
      return mounted.fetch(request, env);
    },
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
    close: (graceMs) => closeServer(server, graceMs),
  };
}

/** A browser keeps its connections open for later: those are closed as soon as nothing runs on them. */
const IDLE_CHECK_MS = 50;

function closeServer(server: ServerType, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const closeIdle = (): void => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    };
    const idle = setInterval(closeIdle, IDLE_CHECK_MS);
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}

function healthResponse({ ready, adapters }: Health): Response {
  return Response.json(
    { status: ready ? 'ready' : 'not ready', adapters },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

function addressOf(host: string, address: AddressInfo | string | null, port: number): string {
  const actual = address === null || typeof address === 'string' ? port : address.port;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actual}`;
}
