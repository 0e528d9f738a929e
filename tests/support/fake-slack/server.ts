import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, changesAnswer, type Fault, type Faults, faultAnswer } from './faults.js';
import { type Incoming, readIncoming } from './incoming.js';

/** What answers a request: the name under which faults are planned for it, and the work itself. */
export type Route = { readonly name: string; readonly run: () => Answer | Promise<Answer> };
export type Router = (incoming: Incoming) => Route | Promise<Route>;

async function answerOf(route: Route, fault: Fault | null, stopped: AbortSignal): Promise<Answer | null> {
  if (fault === null) return route.run();
  if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { signal: stopped });
  if (!changesAnswer(fault)) return route.run();
  if (fault.performed) await route.run();
  return faultAnswer(fault);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  router: Router,
  faults: Faults,
  stopped: AbortSignal,
): Promise<void> {
  const incoming = await readIncoming(request, origin);
  const route = await router(incoming);
  const answer = await answerOf(route, faults.take(route.name), stopped);
  if (answer === null) request.socket.destroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
}

export type HttpServer = {
  readonly server: Server;
  readonly origin: string;
  close(): Promise<void>;
};

/** Listens on a free port of this machine alone. */
export async function startServer(router: Router, faults: Faults): Promise<HttpServer> {
  const stopped = new AbortController();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${portOf(server)}`;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response, origin, router, faults, stopped.signal).catch((error: unknown) => {
      // Only a mistake of the fake itself comes here; the client sees it as 500 with its words.
      if (!stopped.signal.aborted) response.writeHead(500).end(String(error));
      else response.destroy();
    });
  });
  return {
    server,
    origin,
    async close() {
      stopped.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
