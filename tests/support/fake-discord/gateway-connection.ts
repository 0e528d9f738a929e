import type { WebSocket } from 'ws';
import type { Session } from './gateway-session.js';

/** One socket of a client, which has a session when it has identified or resumed. */
export class Connection {
  readonly socket: WebSocket;
  session: Session | null = null;
  private muted = false;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(payload: object): void {
    if (this.isOpen && !this.muted) this.socket.send(JSON.stringify(payload));
  }

  /** From now on nothing goes out, as over a line that is dead without anybody having noticed. */
  mute(): void {
    this.muted = true;
  }
}
