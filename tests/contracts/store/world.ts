import type { Card, Passage } from '../../../src/core/card.js';
import { DEFAULT_LIMITS } from '../../../src/core/day.js';
import { type CardId, cardId, deckId, learnerId, passageId, sessionId, workspaceId } from '../../../src/core/ids.js';
import { instant, localDate } from '../../../src/core/local-date.js';
import { DEFAULT_SCHEDULING } from '../../../src/core/scheduling.js';
import type { DeckChange } from '../../../src/store/interfaces/decks.js';
import type { Learner } from '../../../src/store/interfaces/learners.js';
import type { ReviewRequest } from '../../../src/store/interfaces/reviews.js';
import type { Session } from '../../../src/store/interfaces/sessions.js';
import type { OpenStore } from '../../../src/store/open/open.js';

/** 2026-03-02, a Monday, 10:00 in Madrid. */
export const NOW = instant(Date.UTC(2026, 2, 2, 9));
export const TODAY = localDate('2026-03-02');
export const DOCKER = deckId('docker');
export const ANA = learnerId('ana');
export const LUIS = learnerId('luis');
export const SESSION = sessionId('session');

export function minutesAfter(minutes: number) {
  return instant(NOW + minutes * 60_000);
}

export function aCard(id: string, change: Partial<Card> = {}): Card {
  return {
    id: cardId(id),
    kind: 'basic',
    front: `front of ${id}`,
    back: `back of ${id}`,
    context: ['Docker', 'Layers'],
    source: { file: 'docker.md', line: 12 },
    tags: [],
    passageId: passageId('layers'),
    ...change,
  };
}

export function aPassage(id: string, change: Partial<Passage> = {}): Passage {
  return {
    id: passageId(id),
    kind: 'section',
    sectionId: passageId(id),
    title: id,
    headings: ['Docker', id],
    aliases: [],
    body: `body of ${id}`,
    source: { file: 'docker.md', line: 3 },
    language: 'es',
    ...change,
  };
}

/** A deck of these cards, all of the passage `layers`, which does not exist yet. */
export function aChange(ids: readonly string[], change: Partial<DeckChange> = {}): DeckChange {
  return {
    deck: { id: DOCKER, name: 'Docker', language: 'es', source: 'docker.md', contentHash: 'a'.repeat(64) },
    baseVersion: 0,
    text: '# Docker',
    cards: ids.map((id) => aCard(id)),
    paused: [],
    passages: [aPassage('layers')],
    ...change,
  };
}

export function cardIds(...ids: readonly string[]): CardId[] {
  return ids.map(cardId);
}

let worlds = 0;

/** A workspace of its own in a store that is shared by the tests of a file, with the people and notes asked for. */
export async function createWorld({ store }: Pick<OpenStore, 'store'>, platform = 'web') {
  worlds += 1;
  const workspace = workspaceId(`${platform}:${worlds}`);
  await store.workspaces.ensure(workspace, platform, NOW);

  function learner(id = ANA, change: Partial<Learner> = {}): Learner {
    const zone = { timeZone: 'Europe/Madrid', timeZoneFrom: 'platform' } as const;
    const rest = { name: id, language: 'es', destination: null, questionKind: 'mixed', managedAt: null } as const;
    const wishes = { daily: { kind: 'off' }, limits: DEFAULT_LIMITS, scheduling: DEFAULT_SCHEDULING } as const;
    return { workspaceId: workspace, id, ...wishes, ...zone, ...rest, ...change };
  }

  function session(change: Partial<Session> = {}): Session {
    const rest = { kind: 'review', startedAt: NOW, startedOn: TODAY, endedAt: null } as const;
    return { workspaceId: workspace, id: SESSION, learnerId: ANA, deckId: null, plan: [], ...rest, ...change };
  }

  function request(card: string, turn: number, change: Partial<ReviewRequest> = {}): ReviewRequest {
    const at = minutesAfter(turn);
    return { workspaceId: workspace, learnerId: ANA, sessionId: SESSION, turn, cardId: cardId(card), at, ...change };
  }

  return {
    store,
    workspace,
    learner,
    session,
    request,
    async meet(id = ANA, change: Partial<Learner> = {}) {
      return store.learners.ensure(learner(id, change), NOW);
    },
    /** Ana, a deck of these cards, and a session of hers. */
    async teach(...ids: readonly string[]) {
      await store.decks.apply(workspace, aChange(ids), NOW);
      await store.learners.ensure(learner(), NOW);
      await store.sessions.open(session({ plan: cardIds(...ids) }));
    },
    /** One scheduled review that gives the quality. */
    async review(card: string, turn: number, quality: 1 | 3 | 4 | 5 = 4, on = TODAY) {
      return store.reviews.record(request(card, turn), () => ({ quality, on, purpose: 'plan' }));
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
