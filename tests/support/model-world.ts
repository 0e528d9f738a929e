import { onTestFinished } from 'vitest';
import type { Passage } from '../../src/core/card.js';
import { deckId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { openAnswerModel, openEmbedder } from '../../src/model/open-models.js';
import { createNearness } from '../../src/tutor/ask/answering/nearness.js';
import type { Answering, TutorContext } from '../../src/tutor/context.js';
import { type FakeModel, startFakeModel } from './fake-model/index.js';
import { MONDAY_NOON, type World } from './world.js';

export type ModelWorld = { readonly fake: FakeModel; readonly answering: Answering };

const ACCESS = { model: 'small', key: 'sk-test-test-test', timeoutMs: 2_000, dailyTokens: 100_000 } as const;

function accessTo(fake: FakeModel) {
  return { ...ACCESS, provider: 'openai-compatible', baseUrl: fake.url } as const;
}

/** A language model behind its real client, with a fake provider that ends with the test. */
export async function withModel(dailyTokens: number = ACCESS.dailyTokens): Promise<ModelWorld> {
  const fake = await startFakeModel(ACCESS.key);
  onTestFinished(fake.close);
  const stop = new AbortController().signal;
  return { fake, answering: { model: openAnswerModel(accessTo(fake), { stop, pauseMs: 1 }), dailyTokens } };
}

/** Embeddings in the same way. `reported` is what went wrong beside the questions. */
export async function withEmbeddings(dailyTokens: number = ACCESS.dailyTokens) {
  const fake = await startFakeModel(ACCESS.key);
  onTestFinished(fake.close);
  const reported: unknown[] = [];
  const embedder = openEmbedder(accessTo(fake), { stop: new AbortController().signal, pauseMs: 1 });
  const make = () => createNearness({ embedder, dailyTokens, report: (error) => reported.push(error) });
  return { fake, reported, embedder, make, nearness: make() };
}

let versions = 0;

/** Gives a world's workspace a second deck with these passages and no cards. */
export async function teachPassages(world: World, passages: readonly Passage[]): Promise<void> {
  const { store } = world.opened;
  const id = deckId('more');
  versions += 1;
  const stored = await store.decks.get(world.team, id);
  const deck = { id, name: 'More', language: 'es', source: 'more.md', contentHash: `v${versions}` } as const;
  const change = { deck, baseVersion: stored?.version ?? 0, text: '# More', cards: [], paused: [], passages };
  await store.decks.apply(world.team, change, instant(MONDAY_NOON));
}

/** The use cases' context with what a test switches on. */
export function contextWith(
  world: World,
  more: Partial<Pick<TutorContext, 'answering' | 'suggesting' | 'nearness'>>,
): TutorContext {
  return { ...world.at(MONDAY_NOON), ...more };
}
