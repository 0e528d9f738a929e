import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Asked } from './reply.js';
import type { Dialect } from './sse.js';

/** Anthropic's messages (https://docs.anthropic.com/en/api/messages, …/messages-streaming), strictly. */
const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1) });
const messages = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  system: z.union([z.string(), z.array(text)]).optional(),
  messages: z
    .array(
      z.strictObject({ role: z.enum(['user', 'assistant']), content: z.union([z.string(), z.array(text).min(1)]) }),
    )
    .min(1)
    .refine((list) => list[0]?.role === 'user'),
  stream: z.literal(true),
});

function plain(content: string | readonly { readonly text: string }[] | undefined): string {
  return typeof content === 'string' ? content : (content ?? []).map((part) => part.text).join('\n');
}

export function readMessages(headers: IncomingHttpHeaders, body: unknown): Asked | null {
  const parsed = messages.safeParse(body);
  if (!parsed.success || headers['anthropic-version'] !== '2023-06-01') return null;
  const { model, max_tokens: maxTokens, system } = parsed.data;
  const user = parsed.data.messages.map(({ content }) => plain(content)).join('\n');
  return { model, system: plain(system), user, maxTokens };
}

function event(value: { readonly type: string; readonly [key: string]: unknown }): string {
  return `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;
}

const REASONS = { stop: 'end_turn', length: 'max_tokens', filtered: 'refusal' } as const;

export const anthropicDialect: Dialect = {
  begin: ({ model }, inputTokens) => [
    event({
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: inputTokens, output_tokens: 0 },
      },
    }),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    event({ type: 'ping' }),
  ],
  piece: (piece) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } }),
  error: () => event({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
  end: (why, tokens) => [
    event({ type: 'content_block_stop', index: 0 }),
    event({
      type: 'message_delta',
      delta: { stop_reason: REASONS[why], stop_sequence: null },
      usage: { output_tokens: tokens?.output ?? 0 },
    }),
    event({ type: 'message_stop' }),
  ],
};
