import type { APIInteraction } from 'discord.js';
import type { Modal } from './body.js';
import type { Choice } from './command-body.js';
import { type Deferred, deferred } from './deferred.js';
import type { Account } from './places.js';

/** What came back first for an interaction. `choices` and `modal` are there for the types that bring them. */
export type Acknowledgement = {
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
  readonly type: number;
  readonly at: number;
  readonly choices: readonly Choice[];
  readonly modal: Modal | null;
};

export type Interaction = {
  readonly payload: APIInteraction;
  readonly account: Account;
  readonly channelId: string;
  /** The message that was pressed or in whose form something was written. */
  readonly messageId: string | null;
  readonly createdAt: number;
  /** Rejects when the deadline passes first. */
  readonly acknowledged: Deferred<Acknowledgement>;
  acknowledgement: Acknowledgement | null;
  /** What `@original` means. */
  originalId: string | null;
};

/** All interactions that there were. */
export class InteractionBook {
  private readonly byId = new Map<string, Interaction>();
  private readonly byToken = new Map<string, Interaction>();
  private readonly byKey = new Map<string, Interaction>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly deadlineMs: number;

  constructor(deadlineMs: number) {
    this.deadlineMs = deadlineMs;
  }

  /** @param key under which a doubled delivery finds it again */
  add(
    facts: Omit<Interaction, 'acknowledged' | 'acknowledgement' | 'originalId'>,
    key: string | undefined,
  ): Interaction {
    const interaction = {
      ...facts,
      acknowledged: deferred<Acknowledgement>(),
      acknowledgement: null,
      originalId: null,
    };
    this.byId.set(facts.payload.id, interaction);
    this.byToken.set(facts.payload.token, interaction);
    if (key !== undefined) this.byKey.set(key, interaction);
    this.expire(interaction);
    return interaction;
  }

  private expire({ acknowledged }: Interaction): void {
    const timer = setTimeout(() => {
      acknowledged.reject(new Error('The application did not respond'));
    }, this.deadlineMs);
    this.timers.add(timer);
    const stop = () => {
      clearTimeout(timer);
      this.timers.delete(timer);
    };
    acknowledged.promise.then(stop, stop);
  }

  byItsId(id: string): Interaction | undefined {
    return this.byId.get(id);
  }

  byItsToken(token: string): Interaction | undefined {
    return this.byToken.get(token);
  }

  byItsKey(key: string | undefined): Interaction | undefined {
    return key === undefined ? undefined : this.byKey.get(key);
  }

  all(): readonly Interaction[] {
    return [...this.byId.values()];
  }

  /** Leaves no timer behind; what still waits waits for ever. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
