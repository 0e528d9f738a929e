import type { EmbeddingModelV3 } from '@ai-sdk/provider';
import { type CallOptions, callProvider } from './calling.js';
import { isPassing } from './failure.js';
import type { Embedder, EmbedReply } from './port.js';

/** Texts in one request; small servers accept no more. */
const BATCH = 64;

type EmbeddedReply = Extract<EmbedReply, { kind: 'embedded' }>;

/** A provider's embeddings as an `Embedder`. `load` is called at the first text. */
export function createEmbedder(name: string, load: () => Promise<EmbeddingModelV3>, options: CallOptions): Embedder {
  return {
    name,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      let tokens: number | null = 0;
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH);
        const reply = await callProvider(options, async (signal) => embedOnce(await load(), batch, signal));
        if (reply.kind === 'failed') {
          return { ...reply, tokens: isPassing(reply.reason) || reply.reason === 'refused' ? tokens : null };
        }
        vectors.push(...reply.vectors);
        tokens = tokens === null || reply.tokens === null ? null : tokens + reply.tokens;
      }
      return { kind: 'embedded', vectors, tokens };
    },
  };
}

async function embedOnce(
  model: EmbeddingModelV3,
  texts: readonly string[],
  abortSignal: AbortSignal,
): Promise<EmbeddedReply> {
  const { embeddings, usage } = await model.doEmbed({ values: [...texts], abortSignal });
  const vectors = embeddings.map(unitVector);
  const size = vectors[0]?.length ?? 0;
  if (vectors.length !== texts.length || size === 0 || vectors.some(({ length }) => length !== size)) {
    throw new UnusableVectors('their number or their sizes do not fit');
  }
  return { kind: 'embedded', vectors, tokens: usage?.tokens ?? null };
}

/** The provider's vectors cannot be compared. */
class UnusableVectors extends Error {
  override readonly name = 'UnusableVectors';
}

function unitVector(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length) || length === 0) throw new UnusableVectors('one of them has no direction');
  return Float32Array.from(numbers, (number) => number / length);
}
