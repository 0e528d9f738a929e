import { z } from 'zod';
import type { Ack, Delivery, LoggedAck } from './delivery.js';
import type { Clock } from './ids.js';
import { jsonObject, parseJson } from './json.js';

/** Something on its way through socket mode. */
export type Sent = {
  readonly delivery: Delivery;
  /** How often it was sent, the first time counted. */
  attempts: number;
  /** The numbers of the connections that it went to. */
  readonly connections: number[];
  readonly firstSentAt: number;
  ackedAt: number | null;
  readonly waiting: ((ack: Ack) => void)[];
};

const ackSchema = z.object({ envelope_id: z.string(), payload: jsonObject.optional() });

/** An envelope as it stands on the wire. */
export function envelopeOf({ delivery, attempts }: Sent, reason: string): object {
  const { id, kind, payload } = delivery;
  const retry =
    kind === 'events_api' || attempts > 1
      ? { retry_attempt: attempts - 1, retry_reason: attempts > 1 ? reason : '' }
      : {};
  return { envelope_id: id, type: kind, payload, accepts_response_payload: kind !== 'events_api', ...retry };
}

export type Ledger = ReturnType<typeof createLedger>;

/** What was sent and what was acknowledged. */
export function createLedger(now: Clock) {
  const sent = new Map<string, Sent>();
  const acks: LoggedAck[] = [];

  function entry(delivery: Delivery): Sent {
    const known = sent.get(delivery.id);
    if (known) return known;
    const made: Sent = { delivery, attempts: 0, connections: [], firstSentAt: now(), ackedAt: null, waiting: [] };
    sent.set(delivery.id, made);
    return made;
  }

  return {
    acks,
    entry,
    all: (): readonly Sent[] => [...sent.values()],
    get: (id: string): Sent | undefined => sent.get(id),

    /** Takes in what the app sent; anything but an acknowledgement of something known is left alone. */
    acknowledge(text: string): void {
      const parsed = ackSchema.safeParse(parseJson(text));
      const found = parsed.success ? sent.get(parsed.data.envelope_id) : undefined;
      if (!parsed.success || found === undefined) return;
      const payload = parsed.data.payload;
      const ms = now() - found.firstSentAt;
      const ack: Ack = { payload: payload && Object.keys(payload).length > 0 ? payload : null, ms };
      found.ackedAt ??= now();
      acks.push({ ...ack, id: found.delivery.id, kind: found.delivery.kind, at: now() });
      found.waiting.shift()?.(ack);
    },
  };
}
