import { z } from 'zod';
import { baseUrl } from '../chat/base-url.js';
import type { ModelAccess, ModelConfig } from '../model/config.js';
import { optionalText, optionalUrl, textOr } from './env-values.js';

function wholeNumber(fallback: string, least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return textOr(fallback).pipe(
    z
      .string()
      .regex(/^\d{1,10}$/, message)
      .transform(Number)
      .refine((value) => value >= least && value <= most, message),
  );
}

function providerOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return optionalText.pipe(z.enum(names, { message: `must be one of ${names.join(', ')}` }).nullable());
}

export const modelVariables = z.object({
  REPASO_MODEL_PROVIDER: providerOf(['openai-compatible', 'anthropic', 'ollama']),
  REPASO_MODEL: optionalText,
  REPASO_MODEL_URL: optionalUrl,
  REPASO_MODEL_KEY: optionalText,
  REPASO_MODEL_TIMEOUT: wholeNumber('20', 1, 120),
  REPASO_MODEL_DAILY_TOKENS: wholeNumber('200000', 20_000, 1_000_000_000),
  REPASO_MODEL_IMPORT: textOr('off').pipe(
    z.enum(['off', 'pile', 'deck'], { message: 'must be one of off, pile, deck' }),
  ),
  REPASO_EMBEDDINGS_PROVIDER: providerOf(['openai-compatible', 'ollama']),
  REPASO_EMBEDDINGS: optionalText,
  REPASO_EMBEDDINGS_URL: optionalUrl,
  REPASO_EMBEDDINGS_KEY: optionalText,
  REPASO_EMBEDDINGS_TIMEOUT: wholeNumber('20', 1, 120),
  REPASO_EMBEDDINGS_DAILY_TOKENS: wholeNumber('2000000', 20_000, 1_000_000_000),
});
type Variables = z.infer<typeof modelVariables>;

/** The default addresses of the providers. */
const BASE_URLS = {
  'openai-compatible': 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  ollama: 'http://127.0.0.1:11434/v1',
} as const satisfies Record<ModelAccess['provider'], string>;

type Given = {
  readonly name: 'REPASO_MODEL' | 'REPASO_EMBEDDINGS';
  readonly provider: ModelAccess['provider'] | null;
  readonly model: string | null;
  readonly url: string | null;
  readonly key: string | null;
  readonly seconds: number;
  readonly dailyTokens: number;
};

type Read = { readonly value: ModelAccess | null; readonly problems: readonly string[] };

/** No variable set means off; a part of them is a mistake, which is reported. */
function accessOf({ name, provider, model, url, key, seconds, dailyTokens }: Given): Read {
  if (provider === null) {
    const isMeant = [model, url, key].some((value) => value !== null);
    return { value: null, problems: isMeant ? [`${name}_PROVIDER is missing: it says who is asked`] : [] };
  }
  const problems = [
    ...(model === null ? [`${name} is missing: the name of the model`] : []),
    ...(provider === 'anthropic' && key === null ? [`${name}_KEY is missing: Anthropic asks for one`] : []),
    ...(provider === 'openai-compatible' && key === null && url === null
      ? [`${name}_KEY is missing (or ${name}_URL, for a server that asks for none)`]
      : []),
  ];
  if (model === null || problems.length > 0) return { value: null, problems };
  const base = baseUrl(url ?? BASE_URLS[provider]);
  return { value: { provider, model, baseUrl: base, key, timeoutMs: seconds * 1_000, dailyTokens }, problems };
}

/** The configured language model and embeddings, or every problem with their variables. */
export function modelsOf(env: Variables): { readonly value: ModelConfig | null; readonly problems: readonly string[] } {
  const answers = accessOf({
    name: 'REPASO_MODEL',
    provider: env.REPASO_MODEL_PROVIDER,
    model: env.REPASO_MODEL,
    url: env.REPASO_MODEL_URL,
    key: env.REPASO_MODEL_KEY,
    seconds: env.REPASO_MODEL_TIMEOUT,
    dailyTokens: env.REPASO_MODEL_DAILY_TOKENS,
  });
  const embeddings = accessOf({
    name: 'REPASO_EMBEDDINGS',
    provider: env.REPASO_EMBEDDINGS_PROVIDER,
    model: env.REPASO_EMBEDDINGS,
    url: env.REPASO_EMBEDDINGS_URL,
    key: env.REPASO_EMBEDDINGS_KEY,
    seconds: env.REPASO_EMBEDDINGS_TIMEOUT,
    dailyTokens: env.REPASO_EMBEDDINGS_DAILY_TOKENS,
  });
  const suggests = env.REPASO_MODEL_IMPORT === 'off' ? null : env.REPASO_MODEL_IMPORT;
  const problems = [
    ...answers.problems,
    ...(suggests !== null && env.REPASO_MODEL_PROVIDER === null
      ? ['REPASO_MODEL_IMPORT needs a language model: set REPASO_MODEL_PROVIDER']
      : []),
    ...embeddings.problems,
  ];
  const value = { answers: answers.value, suggests, embeddings: embeddings.value };
  return { value: problems.length > 0 ? null : value, problems };
}
