import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answer } from './answer.js';
import { apiPathOf, type Call, readCall } from './call.js';
import type { Fault, Faults } from './faults.js';
import type { Gateway } from './gateway.js';
import type { Platform } from './platform.js';
import type { Requests } from './requests.js';
import type { Answer } from './route.js';
import type { StoredFile } from './store.js';

type Parts = {
  readonly platform: Platform;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly requests: Requests;
  /** What requests wait for, both on their way here and on their way back. */
  readonly line: { flows: Promise<void> };
  /** Aborted when everything ends. */
  readonly ending: AbortSignal;
};

function write(response: ServerResponse, { status, body }: Answer): number {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return status;
}

function writeFault(response: ServerResponse, { status, headers, body, reset }: Fault): number {
  if (status === undefined) {
    if (reset) response.socket?.resetAndDestroy();
    response.destroy();
    return 0;
  }
  const isText = typeof body === 'string';
  const type = body === undefined ? {} : { 'content-type': isText ? 'text/html' : 'application/json' };
  response.writeHead(status, { ...type, ...headers }).end(isText ? body : JSON.stringify(body));
  return status;
}

async function respond(parts: Parts, call: Call, response: ServerResponse): Promise<number> {
  const { platform, faults, ending } = parts;
  const fault = faults.take(call.method, call.path);
  if (fault === undefined) return write(response, answer(platform, call));
  if (fault.performed) answer(platform, call);
  if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { signal: ending });
  return fault.late ? write(response, answer(platform, call)) : writeFault(response, fault);
}

/** A file of a message or of a form, as anybody may load it who has its address. */
function fileAt(
  { bot, messages, uploads, withholdsFiles }: Platform,
  { pathname, search }: URL,
): StoredFile | undefined {
  const sent = uploads.get(`${pathname}${search}`);
  if (sent !== undefined) return withholdsFiles ? undefined : sent;
  const message = messages.all().find(({ files }) => files.some(({ url }) => new URL(url).pathname === pathname));
  if (withholdsFiles && message?.author.id !== bot.id) return undefined;
  return message?.files.find(({ url }) => new URL(url).pathname === pathname);
}

async function serveFile({ platform, faults, ending }: Parts, url: URL, response: ServerResponse): Promise<void> {
  const fault = faults.take('GET', url.pathname);
  if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { signal: ending });
  const file = fileAt(platform, url);
  if (fault !== undefined && !fault.late) writeFault(response, fault);
  else if (file === undefined) write(response, { status: 404, body: { message: '404: Not Found', code: 0 } });
  else response.writeHead(200, { 'content-type': file.contentType }).end(file.bytes);
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { platform, requests } = parts;
  const url = new URL(request.url ?? '/', platform.origin);
  const path = apiPathOf(url.pathname);
  if (path === null) return serveFile(parts, url, response);
  await parts.line.flows;
  const call = await readCall(request, url, path);
  const seen = requests.arrived(call, platform.settings.now());
  requests.finished(seen, await respond(parts, call, response));
}

/** A mistake of the fake itself must be seen: it is noted like one of the bot, and no client tries it again. */
function fail(parts: Parts, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (parts.ending.aborted) return;
  const problem = { path: [], code: 'FAKE_FAILED', message: String(error) };
  const [method, path] = [request.method ?? '', request.url ?? ''];
  parts.platform.violations.push({ method, path, problems: [problem], body: null });
  if (response.headersSent) response.destroy();
  else write(response, { status: 400, body: { message: problem.message, code: 0 } });
}

const addressSchema = z.object({ port: z.number() });

/** Listens on a free port of this machine, for the API and the gateway, and tells the platform its address. */
export async function listen(parts: Parts): Promise<Server> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => fail(parts, request, response, error));
  });
  server.on('upgrade', (request, socket, head) => parts.gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  parts.platform.origin = `http://127.0.0.1:${addressSchema.parse(server.address()).port}`;
  return server;
}

export async function unlisten(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
