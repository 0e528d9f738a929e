import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Connection, flow, isOpen, leaveTcpOpen, mute, sendJson, stall, textOf } from './connection.js';
import type { Methods } from './methods/call.js';
import type { Platform } from './platform.js';
import type { Timers } from './timers.js';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Slack's limit for one app. */
const MAX_CONNECTIONS = 10;
const HOST = 'applink-fake-1';
/** How long the app may take for its half of the goodbye when the fake closes. */
const GOODBYE_MS = 200;

/** The web sockets of the app: how they come, what is said on them beside deliveries, and how they go. */
export class Connections {
  private readonly wss = new WebSocketServer({ noServer: true });
  private readonly tickets = new Set<string>();
  private readonly standing: Connection[] = [];
  private arrivals: (() => void)[] = [];
  private lingering = false;
  private helloless = 0;
  private turn = 0;
  /** How many have ever been opened. */
  opened = 0;

  private readonly platform: Platform;
  private readonly timers: Timers;
  private readonly onText: (text: string) => void;

  constructor(platform: Platform, server: Server, timers: Timers, onText: (text: string) => void) {
    this.platform = platform;
    this.timers = timers;
    this.onText = onText;
    server.on('upgrade', (request: IncomingMessage, tcp: Duplex, head: Buffer) => this.upgrade(request, tcp, head));
  }

  /** Those that stand and are not deaf. */
  open(): readonly Connection[] {
    return this.standing.filter(isOpen);
  }

  /** The one whose turn it is, deaf ones among them: Slack cannot tell. */
  next(): Connection | undefined {
    const all = this.standing.filter(({ ws }) => ws.readyState === ws.OPEN);
    this.turn += 1;
    return all[this.turn % Math.max(1, all.length)];
  }

  readonly methods: Methods = { 'apps.connections.open': { auth: 'app', run: () => ({ url: this.newUrl() }) } };

  private newUrl(): string {
    const ticket = randomUUID();
    this.tickets.add(ticket);
    const url = new URL('/link/', this.platform.origin().replace('http', 'ws'));
    url.searchParams.set('ticket', ticket);
    url.searchParams.set('app_id', this.platform.app.id);
    return url.href;
  }

  private upgrade(request: IncomingMessage, tcp: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', this.platform.origin()).searchParams.get('ticket') ?? '';
    if (this.tickets.delete(ticket)) this.wss.handleUpgrade(request, tcp, head, (ws) => this.accept(ws, tcp));
    else tcp.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n');
  }

  private accept(ws: WebSocket, tcp: Duplex): void {
    this.opened += 1;
    const connection: Connection = {
      number: this.opened,
      openedAt: this.platform.now(),
      muted: false,
      held: null,
      ws,
      tcp,
    };
    if (this.lingering) leaveTcpOpen(tcp);
    this.standing.push(connection);
    ws.on('message', (data) => this.onText(textOf(data)));
    ws.on('error', () => ws.terminate());
    ws.once('close', () => this.standing.splice(this.standing.indexOf(connection), 1));
    if (this.open().length > MAX_CONNECTIONS) this.sendAway(connection, 'too_many_websockets', 0);
    else this.hello(connection);
  }

  private hello(connection: Connection): void {
    if (this.helloless > 0) {
      this.helloless -= 1;
      return;
    }
    sendJson(connection, {
      type: 'hello',
      num_connections: this.open().length,
      debug_info: { host: HOST, build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.platform.app.id },
    });
    for (const arrived of this.arrivals.splice(0)) arrived();
  }

  private sendAway(connection: Connection, reason: DisconnectReason, closeAfterMs: number | null): void {
    sendJson(connection, { type: 'disconnect', reason, debug_info: { host: HOST } });
    if (closeAfterMs === 0) connection.ws.close(1000);
    else if (closeAfterMs !== null) this.timers.after(closeAfterMs, () => connection.ws.close(1000));
  }

  async atLeast(count: number): Promise<void> {
    while (this.open().length < count) await new Promise<void>((resolve) => this.arrivals.push(resolve));
  }

  disconnect(reason: DisconnectReason, closeAfterMs: number | null): void {
    for (const connection of this.open()) this.sendAway(connection, reason, closeAfterMs);
  }

  drop(): void {
    for (const { ws } of [...this.standing]) ws.terminate();
  }

  mute(): void {
    for (const connection of this.open()) mute(connection);
  }

  /** The line of those that stand now stalls until the function that comes back is called. */
  stall(): () => void {
    const stalled = this.open();
    for (const connection of stalled) stall(connection);
    return () => {
      for (const connection of stalled) flow(connection);
    };
  }

  ping(): void {
    for (const { ws, held } of this.open()) if (held === null) ws.ping(`Ping from ${HOST}`);
  }

  withholdHello(times: number): void {
    this.helloless = times;
  }

  lingerAfterClose(on: boolean): void {
    this.lingering = on;
  }

  /** Says goodbye, waits a moment for the answer, then cuts what is left. */
  async close(): Promise<void> {
    const goodbyes = this.open().map(
      ({ ws }) =>
        new Promise((resolve) => {
          ws.once('close', resolve);
          ws.close(1001);
        }),
    );
    const enough = new Promise<void>((resolve) => this.timers.after(GOODBYE_MS, resolve));
    if (goodbyes.length > 0) await Promise.race([Promise.all(goodbyes), enough]);
    for (const { ws, tcp } of [...this.standing]) {
      ws.terminate();
      tcp.destroy();
    }
    await new Promise((resolve) => this.wss.close(resolve));
  }
}
