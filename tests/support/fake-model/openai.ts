import { z } from 'zod';
import type { Asked } from './reply.js';
import type { Dialect } from './sse.js';

/**
 * OpenAI's protocol as the compatible servers speak it (https://platform.openai.com/docs/api-reference/chat,
 * …/chat-streaming, …/embeddings). Stricter than they are: what it does not know it refuses.
 */
const text = z.strictObject({ type: z.literal('text'), text: z.string() });
const chat = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['system', 'user', 'assistant']),
        content: z.union([z.string().min(1), z.array(text).min(1)]),
      }),
    )
    .min(1),
  max_tokens: z.int().min(1),
  stream: z.literal(true),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
});

const embeddings = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1).max(20_000)).min(1).max(64),
  encoding_format: z.literal('float').optional(),
});

export function readChat(body: unknown): Asked | null {
  const parsed = chat.safeParse(body);
  if (!parsed.success) return null;
  const { model, messages, max_tokens: maxTokens } = parsed.data;
  const said = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .flatMap(({ content }) => (typeof content === 'string' ? [content] : content.map((part) => part.text)))
      .join('\n');
  return { model, system: said('system'), user: said('user'), maxTokens };
}

export function readEmbeddings(body: unknown): { readonly model: string; readonly input: readonly string[] } | null {
  return embeddings.safeParse(body).data ?? null;
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

function chunk(delta: object, reason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: reason }];
  return event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fake', choices });
}

const REASONS = { stop: 'stop', length: 'length', filtered: 'content_filter' } as const;

export const openaiDialect: Dialect = {
  begin: () => [chunk({ role: 'assistant', content: '' })],
  piece: (content) => chunk({ content }),
  error: () => event({ error: { message: 'the server had an error', type: 'server_error' } }),
  end: (why, tokens) => [
    chunk({}, REASONS[why]),
    ...(tokens === null
      ? []
      : [
          event({
            id: 'chatcmpl-1',
            object: 'chat.completion.chunk',
            created: 1,
            model: 'fake',
            choices: [],
            usage: {
              prompt_tokens: tokens.input,
              completion_tokens: tokens.output,
              total_tokens: tokens.input + tokens.output,
            },
          }),
        ]),
    'data: [DONE]\n\n',
  ],
};
