import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { Connection } from './gateway-connection.js';
import type { GatewayEntry, Noted } from './gateway-entry.js';
import { type Dispatch, Session } from './gateway-session.js';
import { Log } from './log.js';
import { messageEvent } from './message-event.js';
import { guildPayload } from './place-payload.js';
import type { Guild } from './places.js';
import type { Platform } from './platform.js';
import type { StoredMessage } from './store.js';
import { NO_FLAGS } from './users.js';

const payloadSchema = z.object({ op: z.number(), d: z.unknown().optional() });
const identifySchema = z.object({ token: z.string(), intents: z.number() });
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** What a bot needs to hear of servers, channels and threads. */
export const GUILDS_INTENT = 1 << 0;
/** Members, presences, message content: given only to bots that were allowed to. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** A client that closes with these gives its session up. */
const GIVING_UP: readonly number[] = [1000, 1001];

/** The gateway, and what can go wrong with it. */
export class Gateway {
  private readonly platform: Platform;
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<Connection>();
  private readonly sessions = new Map<string, Session>();
  private readonly history = new Log<GatewayEntry>();
  private refusing: 'no' | 'unavailable' | 'reset' = 'no';
  private greets = true;

  constructor(platform: Platform) {
    this.platform = platform;
  }

  get log(): readonly GatewayEntry[] {
    return this.history.entries;
  }

  /** Resolves when the log has `count` entries of that name, with the last of them. */
  seen(name: GatewayEntry['name'], count = 1): Promise<GatewayEntry> {
    return this.history.seen((entry) => entry.name === name, name, count);
  }

  /** Whether a client is connected and has a session. */
  get isConnected(): boolean {
    return [...this.connections].some(({ isOpen, session }) => isOpen && session !== null);
  }

  private note(entry: Noted): void {
    this.history.add({ ...entry, at: this.platform.settings.now() });
  }

  /** For the `upgrade` event of the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refusing !== 'no') {
      this.note({ name: 'refused' });
      if (this.refusing === 'unavailable')
        socket.write('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      socket.destroy();
      return;
    }
    this.server.handleUpgrade(request, socket, head, (client) => {
      const connection = new Connection(client);
      this.connections.add(connection);
      const { pathname, searchParams } = new URL(request.url ?? '/', this.platform.origin);
      this.note({ name: 'connected', path: pathname });
      client.on('message', (data) => this.receive(connection, String(data)));
      client.on('close', (code) => this.left(connection, code));
      client.on('error', () => client.terminate());
      if (searchParams.get('v') !== '10' || searchParams.get('encoding') !== 'json') {
        client.close(GatewayCloseCodes.InvalidAPIVersion);
      } else if (this.greets) this.greet(connection);
    });
  }

  private greet(connection: Connection): void {
    const { heartbeatInterval } = this.platform.settings;
    connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatInterval }, s: null, t: null });
  }

  private left(connection: Connection, code: number): void {
    this.connections.delete(connection);
    if (connection.session !== null && GIVING_UP.includes(code)) this.sessions.delete(connection.session.id);
    this.note({ name: 'closed', code });
  }

  private receive(connection: Connection, text: string): void {
    const { op, d } = payloadSchema.parse(JSON.parse(text));
    if (op === GatewayOpcodes.Heartbeat) this.beat(connection, d);
    else if (op === GatewayOpcodes.Identify) this.identify(connection, d);
    else if (op === GatewayOpcodes.Resume) this.resume(connection, d);
  }

  private beat(connection: Connection, sequence: unknown): void {
    this.note({ name: 'heartbeat', sequence: typeof sequence === 'number' ? sequence : null });
    connection.send({ op: GatewayOpcodes.HeartbeatAck, d: null, s: null, t: null });
  }

  private identify(connection: Connection, data: unknown): void {
    const { token, intents } = identifySchema.parse(data);
    if (connection.session !== null) connection.socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    else if (token !== this.platform.token) connection.socket.close(GatewayCloseCodes.AuthenticationFailed);
    else if ((intents & (PRIVILEGED_INTENTS | this.platform.settings.refusedIntents)) !== 0)
      connection.socket.close(GatewayCloseCodes.DisallowedIntents);
    else this.begin(connection, new Session(intents));
  }

  private begin(connection: Connection, session: Session): void {
    this.sessions.set(session.id, session);
    connection.session = session;
    this.note({ name: 'identified', intents: session.intents, sessionId: session.id });
    connection.send(session.next('READY', this.ready(session)));
    for (const guild of this.platform.guilds.values()) this.introduce(connection, session, guild);
  }

  private ready(session: Session) {
    const { bot, guilds, origin } = this.platform;
    return {
      v: 10,
      user: { ...bot, verified: true, mfa_enabled: false, email: null },
      guilds: [...guilds.keys()].map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `${origin.replace('http', 'ws')}/resume`,
      shard: [0, 1],
      application: { id: bot.id, flags: NO_FLAGS, flags_new: '0' },
    };
  }

  private introduce(connection: Connection, session: Session, guild: Guild): void {
    if ((session.intents & GUILDS_INTENT) === 0) return;
    connection.send(session.next('GUILD_CREATE', { ...guildPayload(this.platform, guild), unavailable: false }));
  }

  private resume(connection: Connection, data: unknown): void {
    const { token, session_id, seq } = resumeSchema.parse(data);
    const session = this.sessions.get(session_id);
    if (token !== this.platform.token) connection.socket.close(GatewayCloseCodes.AuthenticationFailed);
    else if (session === undefined) this.refuseSession(connection, false);
    else if (seq > session.sequence) connection.socket.close(GatewayCloseCodes.InvalidSeq);
    else this.replay(connection, session, session.since(seq));
  }

  private replay(connection: Connection, session: Session, missed: readonly Dispatch[]): void {
    connection.session = session;
    this.note({ name: 'resumed', sessionId: session.id, replayed: missed.length });
    for (const event of missed) connection.send(event);
    connection.send({ op: GatewayOpcodes.Dispatch, t: 'RESUMED', s: session.sequence, d: {} });
  }

  private refuseSession(connection: Connection, resumable: boolean): void {
    this.note({ name: 'invalidated', resumable });
    connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null });
    if (!resumable && connection.session !== null) this.sessions.delete(connection.session.id);
    connection.session = null;
  }

  /** Sends an event to every session; one without a connection gets it when it resumes. */
  dispatch(name: string, data: unknown, intents = 0): void {
    for (const session of this.sessions.values()) {
      if (intents !== 0 && (session.intents & intents) === 0) continue;
      const event = session.next(name, data);
      for (const connection of this.connections) if (connection.session === session) connection.send(event);
    }
  }

  /** Tells every session of a message, as far as its intents go. */
  announce(message: StoredMessage): void {
    for (const session of this.sessions.values()) {
      const told = messageEvent(this.platform, message, session.intents);
      if (told === null) continue;
      const event = session.next('MESSAGE_CREATE', told);
      for (const connection of this.connections) if (connection.session === session) connection.send(event);
    }
  }

  /** Op 7: asks every client to connect anew and to resume. */
  reconnect(): void {
    for (const connection of this.connections) {
      connection.send({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null });
    }
  }

  /** Op 9: the sessions of all who are connected are no longer good, or good only for a RESUME. */
  invalidate(resumable: boolean): void {
    for (const connection of this.connections) this.refuseSession(connection, resumable);
  }

  /** Op 1: asks for a heartbeat out of turn. */
  requestHeartbeat(): void {
    for (const connection of this.connections) {
      connection.send({ op: GatewayOpcodes.Heartbeat, d: null, s: null, t: null });
    }
  }

  /** Present connections go dead without being closed: no acknowledgement, no event. New ones are well. */
  mute(): void {
    for (const connection of this.connections) connection.mute();
  }

  /** Nothing goes either way for a while, then all of it. */
  stall(): () => void {
    const stalled = [...this.connections];
    for (const connection of stalled) connection.stall();
    return () => {
      for (const connection of stalled) connection.flow();
    };
  }

  /** Closes every connection with this code. */
  close(code: number): void {
    for (const { socket } of this.connections) socket.close(code);
  }

  /** Every connection ends without a word, as when a cable is pulled. */
  drop(): void {
    for (const { socket } of this.connections) socket.terminate();
  }

  /** No session can be resumed any more: a RESUME is answered by op 9. */
  forget(): void {
    this.sessions.clear();
  }

  /** New connections are turned away, by a 503 or without a word, until `accept`. */
  refuse(how: 'unavailable' | 'reset' = 'unavailable'): void {
    this.refusing = how;
  }

  accept(): void {
    this.refusing = 'no';
  }

  /** New connections get no HELLO until the function that is returned is called. */
  holdHello(): () => void {
    this.greets = false;
    return () => {
      this.greets = true;
      for (const connection of this.connections) if (connection.session === null) this.greet(connection);
    };
  }

  /** Ends everything at once. */
  shutDown(): void {
    this.drop();
    this.server.close();
    this.history.close();
  }
}
