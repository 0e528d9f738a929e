/**
 * The optional language model and the optional embeddings, as the use cases see them. Both are off unless they are
 * configured, and nothing that a provider does makes a method reject.
 */

/** What is asked of a language model. The instructions are ours; the prompt holds people's words as quoted data. */
export type ModelRequest = {
  readonly instructions: string;
  readonly prompt: string;
  /** Where the model is cut off. */
  readonly maxOutputTokens: number;
};

/**
 * `refused`: the provider does not take the key, the model or the request, and somebody must mend it. `busy`: too much
 * is asked of it now. `unavailable`: it is away or answers with an error. `broken`: what came back cannot be used.
 */
export type ModelFailure = 'timeout' | 'stopped' | 'refused' | 'busy' | 'unavailable' | 'broken';

export type Failed = {
  readonly kind: 'failed';
  readonly reason: ModelFailure;
  /** For the log: a status or an error's name. Never a provider's words, which may repeat a key or people's texts. */
  readonly detail: string;
};

/** Tokens that the provider counts, in and out; `null` where it does not say. A failure may have used some too. */
type Used = { readonly tokens: number | null };

export type ModelReply =
  /** `isCut`: it ended at `maxOutputTokens`, so the last sentence may lack its end. */
  (Used & { readonly kind: 'written'; readonly text: string; readonly isCut: boolean }) | (Used & Failed);

export type OnText = (soFar: string) => void;

export interface AnswerModel {
  /** Provider and model, for people and the log. */
  readonly name: string;
  /** @param onText is told all that is written so far, whenever there is more */
  write(request: ModelRequest, onText?: OnText): Promise<ModelReply>;
}

export type EmbedReply =
  /** In the order of the texts, each of length 1, so that their dot product is their cosine. */
  (Used & { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[] }) | (Used & Failed);

export interface Embedder {
  /** Provider and model. Vectors of another name cannot be compared with these. */
  readonly name: string;
  /** As many texts as wanted; they are sent in batches. */
  embed(texts: readonly string[]): Promise<EmbedReply>;
}
