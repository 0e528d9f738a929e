import { randomUUID } from 'node:crypto';
import type { Ack, Delivery, DeliveryKind, Via } from './delivery.js';
import type { Json } from './json.js';
import type { Platform } from './platform.js';
import type { ResponseUrls } from './response-urls.js';
import type { Channel, Member } from './state.js';

/** What an act sends, and what its acknowledgement does. */
export type Prepared = { readonly payload: Json; readonly acked?: (ack: Ack) => void };

type Remembered = { readonly delivery: Delivery; readonly acked: (ack: Ack) => void };

/** What all people of one fake share. */
export type ActContext = {
  readonly platform: Platform;
  readonly responseUrls: ResponseUrls;
  /** By person and key. */
  readonly deliveries: Map<string, Remembered>;
  readonly timeoutMs: number;
};

/**
 * Sends what somebody does. `prepare` runs once for each key: the same key again is the same delivery again, with its
 * trigger, its response URL and its ids.
 */
export async function act(
  context: ActContext,
  member: Member,
  via: Via,
  kind: DeliveryKind,
  key: string | undefined,
  prepare: () => Prepared,
): Promise<void> {
  const name = `${member.id}:${kind}:${key ?? randomUUID()}`;
  const { delivery, acked } = context.deliveries.get(name) ?? remember(context, name, kind, prepare());
  acked(await via(delivery));
}

function remember(context: ActContext, name: string, kind: DeliveryKind, prepared: Prepared): Remembered {
  const { payload, acked = () => undefined } = prepared;
  const made = { delivery: { id: randomUUID(), kind, payload }, acked };
  context.deliveries.set(name, made);
  return made;
}

/** A response URL for what was done, and the effect of an acknowledgement that is itself a message. */
export function answerable({ responseUrls }: ActContext, member: Member, where: Channel, sourceTs: string | null) {
  const url = responseUrls.issue({ teamId: where.teamId, channelId: where.id, userId: member.id, sourceTs });
  return {
    url,
    acked({ payload }: Ack): void {
      if (payload !== null) responseUrls.fromAck(url, payload);
    },
  };
}
