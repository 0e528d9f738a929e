/**
 * The optional language model and the optional embeddings, as the use cases see them. Both are off unless configured. A
 * provider's failure is a reply: the methods never reject.
 */

/** A request to a language model. The instructions are ours; the prompt holds people's words as quoted data. */
export type ModelRequest = {
  readonly instructions: string;
  readonly prompt: string;
  /** Where the model is cut off. */
  readonly maxOutputTokens: number;
};

/**
 * `refused`: the provider rejects the key, the model or the request, and the configuration must be corrected. `busy`: it
 * has too many requests. `unavailable`: it is away or answers with an error. `broken`: its reply cannot be used.
 */
export type ModelFailure = 'timeout' | 'stopped' | 'refused' | 'busy' | 'unavailable' | 'broken';

export type FailedReply = {
  readonly kind: 'failed';
  readonly reason: ModelFailure;
  /** For the log: a status or an error's name, never a provider's message, which may repeat a key or people's texts. */
  readonly detail: string;
};

/** Input and output tokens as the provider counts them; `null` where it does not. A failure may have used some too. */
type Used = { readonly tokens: number | null };

export type ModelReply =
  /** `isCut`: it ended at `maxOutputTokens`, so the last sentence may lack its end. */
  (Used & { readonly kind: 'written'; readonly text: string; readonly isCut: boolean }) | (Used & FailedReply);

export type OnText = (soFar: string) => void;

export interface AnswerModel {
  /** Provider and model, for people and the log. */
  readonly name: string;
  /** @param onText is called with all of the text so far, whenever there is more */
  write(request: ModelRequest, onText?: OnText): Promise<ModelReply>;
}

export type EmbedReply =
  /** In the order of the texts, each of length 1, so that their dot product is their cosine. */
  (Used & { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[] }) | (Used & FailedReply);

export interface Embedder {
  /** Provider and model. Vectors of another name cannot be compared with these. */
  readonly name: string;
  /** Any number of texts; they are sent in batches. */
  embed(texts: readonly string[]): Promise<EmbedReply>;
}
