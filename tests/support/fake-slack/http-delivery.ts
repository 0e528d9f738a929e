import { createHmac } from 'node:crypto';
import type { Ack, Delivery, DeliveryKind, LoggedAck, Via } from './delivery.js';
import { callHttp } from './http-client.js';
import { type Json, parseObject } from './json.js';
import type { Platform } from './platform.js';

export type HttpOptions = {
  readonly signature?: 'valid' | 'missing' | 'wrong';
  /** How far off the request says to be, in seconds. */
  readonly timestampOffsetSeconds?: number;
  readonly retryNum?: number;
  readonly retryReason?: string;
};

export type HttpResult = { readonly status: number; readonly body: string; readonly ms: number };

function encode(kind: DeliveryKind, payload: Json): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

function signed(secret: string, at: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
}

function headersFor(platform: Platform, type: string, body: string, options: HttpOptions): Record<string, string> {
  const { signature = 'valid', timestampOffsetSeconds = 0, retryNum, retryReason } = options;
  const at = Math.floor(platform.now() / 1_000) + timestampOffsetSeconds;
  const secret = signature === 'wrong' ? `${platform.app.signingSecret}-not` : platform.app.signingSecret;
  return {
    'content-type': type,
    'content-length': `${Buffer.byteLength(body)}`,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': `${at}`,
    ...(signature === 'missing' ? {} : { 'x-slack-signature': signed(secret, at, body) }),
    ...(retryNum === undefined ? {} : { 'x-slack-retry-num': `${retryNum}` }),
    ...(retryReason === undefined ? {} : { 'x-slack-retry-reason': retryReason }),
  };
}

export type HttpDelivery = ReturnType<typeof createHttpDelivery>;

export function createHttpDelivery(platform: Platform, ackTimeoutMs: number) {
  const acks: LoggedAck[] = [];

  async function deliver(
    url: string,
    kind: DeliveryKind,
    payload: Json,
    options: HttpOptions = {},
  ): Promise<HttpResult> {
    const { type, body } = encode(kind, payload);
    const headers = headersFor(platform, type, body, options);
    const response = await callHttp(url, { method: 'POST', headers, body, timeoutMs: ackTimeoutMs });
    return { status: response.status, body: response.body, ms: response.ms };
  }

  async function acknowledged(url: string, { id, kind, payload }: Delivery): Promise<Ack> {
    const { status, body, ms } = await deliver(url, kind, payload);
    if (status !== 200) throw new Error(`dispatch_failed: the app answered ${status} ${body}`);
    const ack = { payload: body === '' ? null : (parseObject(body) ?? { text: body }), ms };
    acks.push({ ...ack, id, kind, at: platform.now() });
    return ack;
  }

  return {
    /** Every acknowledgement of what people did over HTTP. */
    acks,
    /** Posts to the app's request URL as Slack does, whatever comes back. */
    deliver,
    /** What Slack asks of a new request URL. */
    verifyUrl(url: string, challenge: string, options: HttpOptions = {}): Promise<HttpResult> {
      return deliver(
        url,
        'events_api',
        { token: platform.app.verificationToken, challenge, type: 'url_verification' },
        options,
      );
    },
    via(baseUrl: string): Via {
      const url = new URL('/slack/events', baseUrl).href;
      return (delivery) => acknowledged(url, delivery);
    },
  };
}
