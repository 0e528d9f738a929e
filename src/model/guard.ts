import type { AnswerModel, Embedder, EmbedReply, ModelReply } from './port.js';

/** Logs names and counts, never people's words. */
type ModelLogger = { readonly warn: (fields: object, message: string) => void };

export type GuardOptions = {
  readonly logger: ModelLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls that may run at once. */
  readonly atOnce: number;
};

/** After this many failures in a row a provider is not called for a while. */
const FAILURES = 3;
const PAUSE_MS = 60_000;
/** The reply while the provider is not called, or too many calls run. */
const SKIPPED = { kind: 'failed', reason: 'busy', detail: 'not asked', tokens: 0 } as const;

type GuardedCall = <T extends ModelReply | EmbedReply>(
  name: string,
  ask: () => Promise<T>,
) => Promise<T | typeof SKIPPED>;

/** Logs failures, limits how many calls run at once, and pauses a provider that fails repeatedly. */
function createGuard({ logger, now, atOnce }: GuardOptions): GuardedCall {
  let running = 0;
  let failures = 0;
  let restsUntil = 0;
  return async (name, ask) => {
    if (running >= atOnce || now() < restsUntil) return SKIPPED;
    running += 1;
    try {
      const reply = await ask();
      failures = reply.kind === 'failed' ? failures + 1 : 0;
      if (reply.kind === 'failed')
        logger.warn({ model: name, reason: reply.reason, detail: reply.detail }, 'a model failed');
      if (failures >= FAILURES) restsUntil = now() + PAUSE_MS;
      return reply;
    } finally {
      running -= 1;
    }
  };
}

export function guardAnswerModel(model: AnswerModel, options: GuardOptions): AnswerModel {
  const call = createGuard(options);
  return { name: model.name, write: (request, onText) => call(model.name, () => model.write(request, onText)) };
}

export function guardEmbedder(embedder: Embedder, options: GuardOptions): Embedder {
  const call = createGuard(options);
  return { name: embedder.name, embed: (texts) => call(embedder.name, () => embedder.embed(texts)) };
}
