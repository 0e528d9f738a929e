import type { WebSocket } from 'ws';
import type { Session } from './gateway-session.js';

/** One socket of a client, which has a session when it has identified or resumed. */
export class Connection {
  readonly socket: WebSocket;
  session: Session | null = null;
  private muted = false;
  /** What waits for a line that stalls; `null` where it flows. */
  private held: object[] | null = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(payload: object): void {
    if (this.held !== null) this.held.push(payload);
    else if (this.isOpen && !this.muted) this.socket.send(JSON.stringify(payload));
  }

  /** Nothing goes either way until `flow`; all of it comes then. */
  stall(): void {
    this.held ??= [];
    this.socket.pause();
  }

  flow(): void {
    const held = this.held ?? [];
    this.held = null;
    this.socket.resume();
    for (const payload of held) this.send(payload);
  }

  /** From now on nothing goes out, as over a line that is dead without anybody having noticed. */
  mute(): void {
    this.muted = true;
  }
}
