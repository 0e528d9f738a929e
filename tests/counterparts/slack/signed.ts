import { createHmac } from 'node:crypto';
import { APP, type Json } from './emulated.js';

export type Kind = 'command' | 'interaction' | 'event';

function encode(kind: Kind, payload: Json): { readonly type: string; readonly body: string } {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const form =
    kind === 'interaction'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

/**
 * Posts to the program what somebody did, signed as Slack signs and as the emulator would sign its own events. Gives
 * the status of the answer.
 */
export async function deliver(
  programUrl: string,
  kind: Kind,
  payload: Json,
  { secret = APP.signingSecret, age = 0 }: { readonly secret?: string; readonly age?: number } = {},
): Promise<number> {
  const { type, body } = encode(kind, payload);
  const at = Math.floor(Date.now() / 1_000) - age;
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': `${at}`,
    'x-slack-signature': `v0=${signature}`,
  };
  const response = await fetch(new URL('/slack/events', programUrl), { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
