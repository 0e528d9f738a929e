import type { Passage } from '../../../core/card.js';
import { contentHash } from '../../../core/hash.js';
import type { WorkspaceId } from '../../../core/ids.js';
import { instant, wallClock } from '../../../core/local-date.js';
import type { Lookup } from '../../../lookup/lookup.js';
import type { Embedder } from '../../../model/port.js';
import type { Budget } from '../../../store/interfaces/model-usage.js';
import type { HashedVector } from '../../../store/interfaces/vectors.js';
import type { Nearness, TutorContext } from '../../context.js';

export type NearnessOptions = {
  readonly embedder: Embedder;
  /** Tokens that a workspace may use in one day by UTC. */
  readonly dailyTokens: number;
  /** Told of what went wrong beside a question. */
  readonly report: (error: unknown) => void;
};

type VectorContext = Pick<TutorContext, 'store' | 'now'>;
/** Vectors of one index; grows while they are made. */
type VectorIndex = { readonly vectors: Map<string, Float32Array>; readonly wanted: number; makeAgainAt: number };

/** Of a passage, in characters: embedding models read about 2,000 tokens. */
const LONGEST_TEXT = 6_000;
/** Texts that are made and kept at a time, so that little is lost where it ends. */
const CHUNK = 64;
const MOST_NEAR = 30;
/** After a failure, in milliseconds. */
const PAUSE_MS = 60_000;
/** Texts that left the notes may come back by an undo; their vectors wait so long, in milliseconds. */
const KEPT_MS = 24 * 3_600_000;

export function createNearness({ embedder, dailyTokens, report }: NearnessOptions): Nearness {
  /** They live and die with the index, so they are bounded as the indexes are. */
  const known = new WeakMap<Lookup, Promise<VectorIndex>>();

  async function load({ store }: VectorContext, workspace: WorkspaceId, lookup: Lookup): Promise<VectorIndex> {
    const wanted = new Set(lookup.passages.map(hashOf));
    const stored = await store.vectors.load(workspace, embedder.name);
    const ours = stored.filter(({ hash }) => wanted.has(hash));
    return { vectors: new Map(ours.map(({ hash, vector }) => [hash, vector])), wanted: wanted.size, makeAgainAt: 0 };
  }

  /** Within the day's tokens; `null` where they are used up or the provider fails. */
  async function embed({ store, now }: VectorContext, workspaceId: WorkspaceId, texts: readonly string[]) {
    const budget: Budget = { workspaceId, purpose: 'embeddings', on: wallClock(now, 'UTC').date };
    const most = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 8, 0);
    if ((await store.modelUsage.reserve(budget, most, dailyTokens)) === 'spent') return null;
    const reply = await embedder.embed(texts);
    await store.modelUsage.settle(budget, most, reply.tokens ?? most);
    return reply.kind === 'embedded' ? reply.vectors : null;
  }

  /** Makes what is missing, beside the questions. A passage whose vector is not made yet is found by its words. */
  async function make(
    context: VectorContext,
    workspace: WorkspaceId,
    lookup: Lookup,
    { vectors }: VectorIndex,
  ): Promise<void> {
    const { store, now } = context;
    const texts = new Map(lookup.passages.map((passage) => [hashOf(passage), textOf(passage)]));
    const missing = [...texts].filter(([hash]) => !vectors.has(hash));
    for (let start = 0; start < missing.length; start += CHUNK) {
      const chunk = missing.slice(start, start + CHUNK);
      const made = await embed(
        context,
        workspace,
        chunk.map(([, text]) => text),
      );
      if (made === null) return;
      const hashed = chunk.flatMap(([hash], index): readonly HashedVector[] => {
        const vector = made[index];
        return vector === undefined ? [] : [{ hash, vector }];
      });
      await store.vectors.put(workspace, embedder.name, hashed, now);
      for (const { hash, vector } of hashed) vectors.set(hash, vector);
    }
    if (missing.length > 0) {
      await store.vectors.prune(workspace, embedder.name, [...texts.keys()], instant(now - KEPT_MS));
    }
  }

  async function vectorsOf(context: VectorContext, workspace: WorkspaceId, lookup: Lookup): Promise<VectorIndex> {
    const loading = known.get(lookup) ?? load(context, workspace, lookup);
    known.set(lookup, loading);
    // What could not be read is read again by the next question.
    loading.catch(() => known.delete(lookup));
    const found = await loading;
    if (context.now >= found.makeAgainAt && found.vectors.size < found.wanted) {
      found.makeAgainAt = context.now + PAUSE_MS;
      make(context, workspace, lookup, found).catch(report);
    }
    return found;
  }

  return {
    async near(context, workspace, lookup, question) {
      try {
        const { vectors } = await vectorsOf(context, workspace, lookup);
        if (vectors.size === 0) return null;
        const [asked] = (await embed(context, workspace, [question])) ?? [];
        return asked === undefined ? null : nearest(asked, lookup.passages, vectors);
      } catch (error) {
        report(error);
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

/** By the cosine, which of vectors of length 1 is their dot product. Another size comes from another model. */
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
