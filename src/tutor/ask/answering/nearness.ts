import type { Passage } from '../../../core/card.js';
import { chunksOf } from '../../../core/collections.js';
import { contentHash } from '../../../core/hash.js';
import type { WorkspaceId } from '../../../core/ids.js';
import { instant, wallClock } from '../../../core/local-date.js';
import type { Lookup } from '../../../lookup/lookup.js';
import type { Embedder } from '../../../model/port.js';
import type { Budget } from '../../../store/interfaces/model-usage.js';
import type { HashedVector } from '../../../store/interfaces/vectors.js';
import type { Nearness, TutorContext } from '../../context.js';

type NearnessOptions = {
  readonly embedder: Embedder;
  /** Tokens that a workspace may use in one day by UTC. */
  readonly dailyTokens: number;
  /** Called with errors that did not keep a question from being answered. */
  readonly report: (error: unknown) => void;
};

type VectorContext = Pick<TutorContext, 'store' | 'now'>;
/** The vectors of one lookup's passages; grows while they are made. */
type VectorIndex = { readonly vectors: Map<string, Float32Array>; readonly wanted: number; retryAt: number };

/** Of a passage, in characters: embedding models read about 2,000 tokens. */
const LONGEST_TEXT = 6_000;
/** Vectors are made and stored in chunks, so that little is lost when the program stops. */
const CHUNK = 64;
const MOST_NEAR = 30;
/** After a failure, in milliseconds. */
const PAUSE_MS = 60_000;
/** How long vectors of removed texts are kept, since an undo may bring the texts back. In milliseconds. */
const KEEP_MS = 24 * 3_600_000;

async function loadVectors(
  { embedder }: NearnessOptions,
  { store }: VectorContext,
  workspace: WorkspaceId,
  lookup: Lookup,
): Promise<VectorIndex> {
  const wanted = new Set(lookup.passages.map(hashOf));
  const stored = await store.vectors.load(workspace, embedder.name);
  const ours = stored.filter(({ hash }) => wanted.has(hash));
  return { vectors: new Map(ours.map(({ hash, vector }) => [hash, vector])), wanted: wanted.size, retryAt: 0 };
}

/** Embeds within the day's tokens; `null` where they are used up or the provider fails. */
async function embed(
  { embedder, dailyTokens }: NearnessOptions,
  { store, now }: VectorContext,
  workspaceId: WorkspaceId,
  texts: readonly string[],
): Promise<readonly Float32Array[] | null> {
  const budget: Budget = { workspaceId, purpose: 'embeddings', on: wallClock(now, 'UTC').date };
  const most = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 8, 0);
  if ((await store.modelUsage.reserve(budget, most, dailyTokens)) === 'spent') return null;
  const reply = await embedder.embed(texts);
  await store.modelUsage.settle(budget, most, reply.tokens ?? most);
  return reply.kind === 'embedded' ? reply.vectors : null;
}

/** Makes missing vectors in the background. Until then a passage is found by its words alone. */
async function makeVectors(
  options: NearnessOptions,
  context: VectorContext,
  workspace: WorkspaceId,
  lookup: Lookup,
  { vectors }: VectorIndex,
): Promise<void> {
  const { store, now } = context;
  const model = options.embedder.name;
  const texts = new Map(lookup.passages.map((passage) => [hashOf(passage), textOf(passage)]));
  const missing = [...texts].filter(([hash]) => !vectors.has(hash));
  if (missing.length === 0) return;
  for (const chunk of chunksOf(missing, CHUNK)) {
    const chunkTexts = chunk.map(([, text]) => text);
    const made = await embed(options, context, workspace, chunkTexts);
    if (made === null) return;
    const hashed = chunk.flatMap(([hash], index): readonly HashedVector[] => {
      const vector = made[index];
      return vector === undefined ? [] : [{ hash, vector }];
    });
    await store.vectors.put(workspace, model, hashed, now);
    for (const { hash, vector } of hashed) vectors.set(hash, vector);
  }
  await store.vectors.prune(workspace, model, [...texts.keys()], instant(now - KEEP_MS));
}

export function createNearness(options: NearnessOptions): Nearness {
  /** Kept only as long as its lookup, so that there are no more of them than of lookups. */
  const indexes = new WeakMap<Lookup, Promise<VectorIndex>>();

  async function indexOf(context: VectorContext, workspace: WorkspaceId, lookup: Lookup): Promise<VectorIndex> {
    const loading = indexes.get(lookup) ?? loadVectors(options, context, workspace, lookup);
    indexes.set(lookup, loading);
    // After a failure the next question loads it again.
    loading.catch(() => indexes.delete(lookup));
    const index = await loading;
    if (context.now >= index.retryAt && index.vectors.size < index.wanted) {
      index.retryAt = context.now + PAUSE_MS;
      makeVectors(options, context, workspace, lookup, index).catch(options.report);
    }
    return index;
  }

  return {
    async near(context, workspace, lookup, question) {
      try {
        const { vectors } = await indexOf(context, workspace, lookup);
        if (vectors.size === 0) return null;
        const [vector] = (await embed(options, context, workspace, [question])) ?? [];
        return vector === undefined ? null : nearest(vector, lookup.passages, vectors);
      } catch (error) {
        options.report(error);
        return null;
      }
    },
  };
}

function textOf({ headings, title, body }: Passage): string {
  return [headings.join(' › '), title, body].join('\n').slice(0, LONGEST_TEXT);
}

const hashes = new WeakMap<Passage, string>();

function hashOf(passage: Passage): string {
  const hash = hashes.get(passage) ?? contentHash(textOf(passage));
  hashes.set(passage, hash);
  return hash;
}

/** By the cosine, which is the dot product of vectors of length 1. Vectors of another size are from another model. */
function nearest(
  asked: Float32Array,
  passages: readonly Passage[],
  vectors: ReadonlyMap<string, Float32Array>,
): readonly Passage[] {
  const likened = passages.flatMap((passage) => {
    const vector = vectors.get(hashOf(passage));
    return vector?.length === asked.length ? [{ passage, likeness: dot(asked, vector) }] : [];
  });
  likened.sort((left, right) => right.likeness - left.likeness);
  return likened.slice(0, MOST_NEAR).map(({ passage }) => passage);
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
