import type { AnswerModel, Embedder, EmbedReply, ModelReply } from './port.js';

/** What the log is told: names and counts, never people's words. */
export type ModelLogger = { readonly warn: (fields: object, message: string) => void };

export type GuardOptions = {
  readonly logger: ModelLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls that may run at once. */
  readonly atOnce: number;
};

/** After so many failures in a row nobody is made to wait for a provider that is away, for so long. */
const FAILURES = 3;
const REST_MS = 60_000;
/** Whoever comes while it rests or is busy is told at once. */
const SKIPPED = { kind: 'failed', reason: 'busy', detail: 'not asked', tokens: 0 } as const;

type Call = <T extends ModelReply | EmbedReply>(name: string, ask: () => Promise<T>) => Promise<T | typeof SKIPPED>;

/** Logs what fails, lets only so many calls run, and leaves a provider alone for a while that fails again and again. */
function createGuard({ logger, now, atOnce }: GuardOptions): Call {
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
      if (failures >= FAILURES) restsUntil = now() + REST_MS;
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
