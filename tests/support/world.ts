import type { Card, Passage } from '../../src/core/card.js';
import { cardId, deckId, passageId, type WorkspaceId, workspaceId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import type { OpenStore } from '../../src/store/open/open.js';
import { createLookups } from '../../src/tutor/ask/lookups.js';
import type { TutorContext } from '../../src/tutor/context.js';
import { directReader } from '../../src/tutor/decks/direct-reader.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import { meetLearner } from '../../src/tutor/people/meet-learner.js';
import { emptiedTestStore, openTestStore } from './database.js';

export const MONDAY_NOON = Date.parse('2026-11-23T12:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const SECTION = passageId('images');
const TERM = passageId('layer');

function passage(id: typeof SECTION, kind: Passage['kind'], title: string, body: string): Passage {
  return {
    id,
    kind,
    title,
    body,
    sectionId: SECTION,
    headings: ['Docker', 'Imágenes'],
    aliases: [],
    source: { file: 'docker.md', line: kind === 'section' ? 3 : 5 },
    language: 'es',
  };
}

function card(name: string, front: string, back: string, of = SECTION): Card {
  return {
    id: cardId(name),
    kind: front.includes('[…]') ? 'cloze' : 'basic',
    front,
    back,
    context: ['Docker', 'Imágenes'],
    source: { file: 'docker.md', line: 4 },
    tags: [],
    passageId: of,
  };
}

export const CARDS: readonly Card[] = [
  card('c1', 'Las imágenes son […].', 'inmutables'),
  card('c2', '¿Qué es una **imagen**?', 'La plantilla de un contenedor'),
  card('c3', '¿Qué es un **layer**?', 'Una capa de la imagen', TERM),
];

export const PASSAGES: readonly Passage[] = [
  passage(SECTION, 'section', 'Imágenes', '* Las imágenes son **inmutables**.\n* Tienen capas.'),
  passage(TERM, 'term', 'layer', 'Una capa de la imagen'),
];

export type World = {
  /** A workspace of its own. */
  readonly team: WorkspaceId;
  readonly opened: OpenStore;
  /** The use cases' context at a moment, in milliseconds since 1970. */
  readonly at: (milliseconds: number) => TutorContext;
  readonly person: (name: string, timeZone?: string) => ReturnType<typeof meetLearner>;
};

let shared: Promise<OpenStore> | undefined;
let worlds = 0;

function sharedStore(): Promise<OpenStore> {
  shared ??= openTestStore();
  return shared;
}

/**
 * A workspace with one small deck in it. Worlds share a database, as teams do; `alone` gives one in which there is
 * nobody else until the next world alone is made, for what looks across workspaces.
 */
export async function createWorld(
  options: { readonly alone: boolean; readonly opened?: OpenStore } = { alone: false },
): Promise<World> {
  const opened = options.opened ?? (await (options.alone ? emptiedTestStore() : sharedStore()));
  worlds += 1;
  const team = workspaceId(`web:test${worlds}`);
  const { store } = opened;
  const lookups = createLookups(store);
  const sources = createSources(directReader);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id${ids}`;
  };
  const at = (milliseconds: number): TutorContext => ({
    store,
    lookups,
    sources,
    newId,
    answering: null,
    nearness: null,
    suggesting: null,
    now: instant(milliseconds),
  });
  await store.workspaces.ensure(team, 'web', instant(MONDAY_NOON));
  await store.decks.apply(
    team,
    {
      deck: { id: deckId('docker'), name: 'Docker', language: 'es', source: 'docker.md', contentHash: 'h1' },
      baseVersion: 0,
      text: '# Docker',
      cards: CARDS,
      paused: [],
      passages: PASSAGES,
    },
    instant(MONDAY_NOON),
  );
  return {
    opened,
    team,
    at,
    person: (name, timeZone = 'Europe/Madrid') =>
      meetLearner(at(MONDAY_NOON), {
        workspaceId: team,
        id: name.toLowerCase(),
        name,
        languages: ['es'],
        timeZone,
        destination: { platform: 'web', kind: 'direct', id: name.toLowerCase() },
      }),
  };
}
