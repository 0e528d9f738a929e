import type { EmbeddingModelV3, LanguageModelV3 } from '@ai-sdk/provider';
import { createAnswerModel } from './answer-model.js';
import type { CallOptions } from './calling.js';
import type { ModelAccess } from './config.js';
import { createEmbedder } from './embedder.js';
import type { AnswerModel, Embedder } from './port.js';

/** Before a busy provider is asked again, in milliseconds. */
const PAUSE_MS = 700;

type Stop = { readonly stop: AbortSignal; readonly pauseMs?: number };

/** The configured language model. No client is loaded and nothing is connected before the first question. */
export function openAnswerModel(access: ModelAccess, options: Stop): AnswerModel {
  return createAnswerModel(
    nameOf(access),
    once(() => loadLanguageModel(access)),
    callOptions(access, options),
  );
}

/** The configured embeddings, loaded in the same way. */
export function openEmbedder(access: ModelAccess, options: Stop): Embedder {
  return createEmbedder(
    nameOf(access),
    once(() => loadEmbeddingModel(access)),
    callOptions(access, options),
  );
}

function nameOf({ provider, model }: ModelAccess): string {
  return `${provider}/${model}`;
}

function callOptions({ timeoutMs }: ModelAccess, { stop, pauseMs = PAUSE_MS }: Stop): CallOptions {
  return { timeoutMs, stop, pauseMs };
}

/** Loads once; a load that failed is tried again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function loadLanguageModel(access: ModelAccess): Promise<LanguageModelV3> {
  const { provider, model, baseUrl, key } = access;
  if (provider !== 'anthropic') return (await compatible(access)).chatModel(model);
  const { createAnthropic } = await import('@ai-sdk/anthropic');
  return createAnthropic({ baseURL: baseUrl, apiKey: key ?? '' })(model);
}

async function loadEmbeddingModel(access: ModelAccess): Promise<EmbeddingModelV3> {
  return (await compatible(access)).embeddingModel(access.model);
}

/** Ollama too: it speaks OpenAI's language under `/v1`. */
async function compatible({ provider, baseUrl, key }: ModelAccess) {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    name: provider,
    baseURL: baseUrl,
    includeUsage: true,
    ...(key === null ? {} : { apiKey: key }),
  });
}
