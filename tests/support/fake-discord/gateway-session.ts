import { randomBytes } from 'node:crypto';

/** An event as it goes over the wire: https://docs.discord.com/developers/events/gateway-events#payload-structure */
export type Dispatch = { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown };

/** What a client has from IDENTIFY on, over as many connections as it takes. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  private readonly events: Dispatch[] = [];

  constructor(intents: number) {
    this.intents = intents;
  }

  get sequence(): number {
    return this.events.length;
  }

  next(t: string, d: unknown): Dispatch {
    const event = { op: 0, t, s: this.sequence + 1, d } as const;
    this.events.push(event);
    return event;
  }

  /** What came after the event of that number. */
  since(sequence: number): readonly Dispatch[] {
    return this.events.slice(sequence);
  }
}
