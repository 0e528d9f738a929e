import { z } from 'zod';

/** A string of 1 to `max` characters, in Slack's words when it is not. */
export function text(max: number) {
  return z
    .string()
    .min(1, 'must be more than 0 characters')
    .max(max, `must be less than ${max + 1} characters`);
}

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().exactOptional() });
}

export function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().exactOptional() });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** An absolute URL of at most `max` characters. */
export function url(max: number) {
  return text(max).refine((value) => URL.canParse(value), 'must be a valid URL');
}

export function items<T extends z.ZodType>(item: T, max: number) {
  return z.array(item).min(1, 'no fewer than 1 items allowed').max(max, `no more than ${max} items allowed`);
}
