/** What the gateway saw. `closed` has the code with which a connection ended, 1006 for none. */
export type GatewayEntry = { readonly at: number } & (
  | { readonly name: 'connected'; readonly path: string }
  | { readonly name: 'refused' }
  | { readonly name: 'identified'; readonly intents: number; readonly sessionId: string }
  | { readonly name: 'resumed'; readonly sessionId: string; readonly replayed: number }
  | { readonly name: 'invalidated'; readonly resumable: boolean }
  | { readonly name: 'heartbeat'; readonly sequence: number | null }
  | { readonly name: 'closed'; readonly code: number }
);
/** An entry before it has its time. */
export type Noted = GatewayEntry extends infer E ? (E extends GatewayEntry ? Omit<E, 'at'> : never) : never;
