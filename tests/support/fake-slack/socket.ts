import type { Server } from 'node:http';
import { sendJson } from './connection.js';
import { Connections, type DisconnectReason } from './connections.js';
import type { Ack, Delivery, LoggedAck } from './delivery.js';
import { createLedger, envelopeOf, type Sent } from './envelopes.js';
import type { Fault } from './faults.js';
import type { Methods } from './methods/call.js';
import type { Platform } from './platform.js';
import { Timers } from './timers.js';

export type SocketOptions = {
  /** How long somebody's act waits for the app's acknowledgement. */
  readonly ackTimeoutMs: number;
  /** How often the server pings. */
  readonly pingIntervalMs: number;
};

/** Slack sends something at most three times more. */
const MAX_ATTEMPTS = 4;

/** Socket mode, with what a test can do to it. */
export class SocketMode {
  private readonly timers = new Timers();
  private readonly ledger;
  private readonly connections;
  private redeliverAfterMs: number | null = null;

  private readonly platform: Platform;
  private readonly options: SocketOptions;

  constructor(platform: Platform, server: Server, options: SocketOptions) {
    this.platform = platform;
    this.options = options;
    this.ledger = createLedger(platform.now);
    this.connections = new Connections(platform, server, this.timers, (text) => this.ledger.acknowledge(text));
    this.timers.every(options.pingIntervalMs, () => this.ping());
  }

  get methods(): Methods {
    return this.connections.methods;
  }

  /** Every acknowledgement, with what came in it. */
  get acks(): readonly LoggedAck[] {
    return this.ledger.acks;
  }

  /** Everything that was sent, with its attempts. */
  get sent(): readonly Sent[] {
    return this.ledger.all();
  }

  get unacked(): readonly Sent[] {
    return this.sent.filter(({ ackedAt }) => ackedAt === null);
  }

  /** How many connections stand and are not deaf. */
  get count(): number {
    return this.connections.open().length;
  }

  /** How many have ever been opened. */
  get opened(): number {
    return this.connections.opened;
  }

  /** Resolves when so many connections stand. */
  connected(atLeast = 1): Promise<void> {
    return this.connections.atLeast(atLeast);
  }

  private transmit(sent: Sent, reason: string): void {
    const connection = this.connections.next();
    if (connection === undefined) throw new Error('dispatch_failed: the app has no connection');
    sent.attempts += 1;
    sent.connections.push(connection.number);
    sendJson(connection, envelopeOf(sent, reason));
    this.planAnother(sent);
  }

  private planAnother(sent: Sent): void {
    if (this.redeliverAfterMs === null) return;
    this.timers.after(this.redeliverAfterMs, () => {
      if (sent.ackedAt !== null || sent.attempts >= MAX_ATTEMPTS) return;
      if (this.count > 0) this.transmit(sent, 'timeout');
      else this.planAnother(sent);
    });
  }

  /** Sends to the app; resolves at its acknowledgement. A delivery of the same id again is a doubled one. */
  deliver(delivery: Delivery): Promise<Ack> {
    const sent = this.ledger.entry(delivery);
    const { ackTimeoutMs } = this.options;
    return new Promise((resolve, reject) => {
      this.transmit(sent, 'timeout');
      const cancel = this.timers.after(ackTimeoutMs, () =>
        reject(new Error(`operation_timeout: no acknowledgement in ${ackTimeoutMs} ms`)),
      );
      sent.waiting.push((ack) => {
        cancel();
        resolve(ack);
      });
    });
  }

  /** Says anything on a connection, as a Slack that has lost its mind would. */
  say(message: object): void {
    const connection = this.connections.next();
    if (connection === undefined) throw new Error('the app has no connection');
    sendJson(connection, message);
  }

  /** Sends an envelope once more, the last one by default, as Slack does without an acknowledgement. */
  redeliver(id?: string, reason = 'timeout'): void {
    const sent = id === undefined ? this.sent.at(-1) : this.ledger.get(id);
    if (sent === undefined) throw new Error(`nothing was sent under ${id ?? 'any id'}`);
    this.transmit(sent, reason);
  }

  /** From now on what is not acknowledged in so many milliseconds is sent again, three times at most; `null` ends it. */
  redeliverAfter(ms: number | null): void {
    this.redeliverAfterMs = ms;
  }

  /**
   * Tells every connection to go, then closes it from this side.
   *
   * @param closeAfterMs how long it stays open for the app to go by itself; `null` leaves it open
   */
  disconnect(reason: DisconnectReason, closeAfterMs: number | null = 0): void {
    this.connections.disconnect(reason, closeAfterMs);
  }

  /** Kills the TCP connections, without a close frame. */
  drop(): void {
    this.connections.drop();
  }

  /** Makes the connections that stand now deaf: pings and close frames stay unanswered, envelopes get lost. */
  mute(): void {
    this.connections.mute();
  }

  /** Nothing goes either way for so many milliseconds, neither envelopes nor pings and pongs; then all of it comes. */
  async stall(ms: number): Promise<void> {
    const flow = this.connections.stall();
    await new Promise<void>((resolve) => this.timers.after(ms, resolve));
    flow();
  }

  /** Sends a ping now. */
  ping(): void {
    this.connections.ping();
  }

  /** The next calls of `apps.connections.open` fail. */
  refuse(times: number, fault: Fault = { error: 'internal_error' }): void {
    this.platform.faults.failNext('apps.connections.open', ...Array.from({ length: times }, () => fault));
  }

  /** The next connections get no `hello`. */
  withholdHello(times: number): void {
    this.connections.withholdHello(times);
  }

  /** Whether connections opened from now on keep their TCP side open after the close handshake, as Slack's do. */
  lingerAfterClose(on: boolean): void {
    this.connections.lingerAfterClose(on);
  }

  async close(): Promise<void> {
    await this.connections.close();
    this.timers.clear();
  }
}
