/** Where a model is and how it is accessed. */
export type ModelAccess = {
  readonly provider: 'openai-compatible' | 'anthropic' | 'ollama';
  readonly model: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** A secret: never log it. `null` where the provider asks for none. */
  readonly key: string | null;
  /** For one answer or one batch of embeddings. */
  readonly timeoutMs: number;
  /** Tokens that one workspace may use in one day by UTC. */
  readonly dailyTokens: number;
};

/** `null` where one is switched off. */
export type ModelConfig = {
  readonly answers: ModelAccess | null;
  /** Where the questions go that the language model suggests for notes which people send; `null`: it is not asked. */
  readonly suggests: 'pile' | 'deck' | null;
  readonly embeddings: ModelAccess | null;
};
