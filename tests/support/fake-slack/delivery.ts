import type { Json } from './json.js';

/** The three ways in which Slack calls an app, by the names of socket mode. */
export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';

/** One thing that happened, as it is sent to the app, once or more often. */
export type Delivery = {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly payload: Json;
};

/** What the app acknowledged with; `null` for nothing. */
export type Ack = { readonly payload: Json | null; readonly ms: number };

/** A way by which what people do reaches the app. Rejects when the app does not acknowledge. */
export type Via = (delivery: Delivery) => Promise<Ack>;

/** An acknowledgement in the log. `at` in milliseconds since the epoch. */
export type LoggedAck = Ack & { readonly id: string; readonly kind: DeliveryKind; readonly at: number };
