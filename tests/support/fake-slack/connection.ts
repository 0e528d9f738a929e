import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

/** One web socket of the app. */
export type Connection = {
  readonly number: number;
  readonly openedAt: number;
  /** Whether it takes and gives nothing, though the TCP connection stands. */
  muted: boolean;
  /** What waits for a line that stalls; `null` where it flows. */
  held: string[] | null;
  readonly ws: WebSocket;
  readonly tcp: Duplex;
};

export function isOpen({ ws, muted }: Connection): boolean {
  return ws.readyState === ws.OPEN && !muted;
}

export function sendJson(connection: Connection, message: object): void {
  const text = JSON.stringify(message);
  if (connection.held !== null) connection.held.push(text);
  else if (isOpen(connection)) connection.ws.send(text);
}

/** Nothing goes either way, pings and pongs included, until `flow`; all of it comes then. */
export function stall(connection: Connection): void {
  connection.held ??= [];
  connection.ws.pause();
}

export function flow(connection: Connection): void {
  const held = connection.held ?? [];
  connection.held = null;
  connection.ws.resume();
  for (const text of held) if (isOpen(connection)) connection.ws.send(text);
}

/** From here on nothing is read, so no ping is answered, and nothing is sent. */
export function mute(connection: Connection): void {
  connection.muted = true;
  connection.ws.pause();
}

/** What Slack does at a client's close frame: it answers it and leaves the TCP connection to the client. */
export function leaveTcpOpen(tcp: Duplex): void {
  const stay: typeof tcp.end = () => tcp;
  tcp.end = stay;
}

export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}
