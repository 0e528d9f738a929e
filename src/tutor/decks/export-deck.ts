import type { DeckId, LearnerId, WorkspaceId } from '../../core/ids.js';
import { type Instant, wallClock } from '../../core/local-date.js';
import { standing } from '../../core/progress.js';
import { writeApkg } from '../../formats/anki/write-apkg.js';
import type { CardRecord, FileDeck, FileReview, LearnerRecords, MediaFile } from '../../formats/card-file.js';
import { writeCsv } from '../../formats/csv/write-csv.js';
import { writeJson } from '../../formats/json/write-json.js';
import { type MarkdownDeck, writeMarkdownZip } from '../../formats/markdown-zip.js';
import { mediaNamesOf } from '../../formats/media-names.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

export const EXPORT_FORMATS = ['json', 'csv', 'apkg', 'zip'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Finds a picture or recording of a card by the file of its notes; `null` where it is not available. */
export type FindMedia = (name: string, noteFile: string) => Promise<Uint8Array | null>;

export type ExportRequest = {
  readonly format: ExportFormat;
  /** `null` for every deck. */
  readonly deck: DeckId | null;
  /** The learner whose progress a format for one person contains; `null` for the only one with progress. */
  readonly learner: LearnerId | null;
  readonly findMedia: FindMedia;
};

export type Exported =
  | {
      readonly kind: 'exported';
      readonly bytes: Uint8Array;
      readonly decks: number;
      readonly cards: number;
      /** Names of the learners whose progress is in the file. */
      readonly learners: readonly string[];
      /** Pictures and recordings of cards that were not available. */
      readonly missingMedia: readonly string[];
    }
  | { readonly kind: 'no-such-deck'; readonly decks: readonly DeckId[] }
  | { readonly kind: 'no-such-learner'; readonly learners: readonly LearnerId[] }
  /** The format holds the progress of one person, and several have some. */
  | { readonly kind: 'which-learner'; readonly learners: readonly LearnerId[] };

/** Limit for the media of a package, in bytes: a package over 10 MB could not be imported again. */
const MAX_MEDIA_BYTES = 8 * 1024 * 1024;
const MAX_LEARNERS = 100_000;

type ExportedLearner = Pick<Learner, 'id' | 'name' | 'timeZone'>;
type ExportDeck = FileDeck & MarkdownDeck;

/** A learner's progress on each card, with the answers behind it. */
async function recordsOf(
  { store }: TutorContext,
  workspace: WorkspaceId,
  learner: LearnerId,
  decks: readonly ExportDeck[],
): Promise<ReadonlyMap<string, CardRecord>> {
  const ids = decks.flatMap(({ cards }) => cards.map(({ id }) => id));
  const known = await store.progress.ofCards(workspace, learner, ids);
  const logs = new Map<string, FileReview[]>();
  for (const entry of standing(await store.reviews.history(workspace, learner))) {
    // An imported plan is part of the progress itself.
    if (entry.purpose !== 'plan' && entry.purpose !== 'drill') continue;
    const { cardId, quality, on, purpose, proof, at } = entry;
    const log = logs.get(cardId) ?? [];
    log.push({ cardId, quality, on, purpose, proof, at });
    logs.set(cardId, log);
  }
  const records = [...known].flatMap(([card, progress]): [string, CardRecord][] =>
    progress.kind === 'new' ? [] : [[card, { card, progress, log: logs.get(card) ?? [] }]],
  );
  return new Map(records);
}

async function readExportDeck({ store }: TutorContext, workspace: WorkspaceId, deck: StoredDeck): Promise<ExportDeck> {
  const stored = await store.decks.cards(workspace, deck.id);
  const text = (await store.decks.text(workspace, deck.id)) ?? '';
  const { id, name, language, source } = deck;
  const cards = stored.map(({ deckId: _, position: __, paused: ___, ...card }) => card);
  const paused = stored.filter((card) => card.paused).map((card) => card.id);
  return { id, name, language, source, text, cards, paused, progress: [] };
}

/** The decks with the progress of all learners. */
async function withProgress(
  context: TutorContext,
  workspace: WorkspaceId,
  decks: readonly ExportDeck[],
  people: readonly ExportedLearner[],
): Promise<readonly ExportDeck[]> {
  const progress = decks.map((): LearnerRecords[] => []);
  for (const { id, name } of people) {
    const known = await recordsOf(context, workspace, id, decks);
    for (const [index, deck] of decks.entries()) {
      const records = deck.cards.flatMap((card) => known.get(card.id) ?? []);
      if (records.length > 0) progress[index]?.push({ learner: { id, name }, records });
    }
  }
  return decks.map((deck, index) => ({ ...deck, progress: progress[index] ?? [] }));
}

/** Minutes by which a zone is ahead of UTC at a moment. */
function offsetMinutesOf(at: Instant, timeZone: string): number {
  const { date, hour, minute } = wallClock(at, timeZone);
  const shown = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  return Math.round((shown - Math.floor(at / 60_000) * 60_000) / 60_000);
}

type FoundMedia = { readonly media: readonly MediaFile[]; readonly missing: readonly string[] };

async function mediaOf(decks: readonly ExportDeck[], findMedia: FindMedia): Promise<FoundMedia> {
  const media = new Map<string, MediaFile>();
  const missing = new Set<string>();
  let room = MAX_MEDIA_BYTES;
  for (const deck of decks) {
    for (const name of deck.cards.flatMap(mediaNamesOf)) {
      if (media.has(name) || missing.has(name)) continue;
      const bytes = await findMedia(name, deck.source);
      if (bytes === null || bytes.length > room) {
        missing.add(name);
        continue;
      }
      room -= bytes.length;
      media.set(name, { name, bytes });
    }
  }
  return { media: [...media.values()], missing: [...missing] };
}

function withoutNotes(decks: readonly ExportDeck[]): readonly FileDeck[] {
  return decks.map(({ source: _, text: __, ...deck }) => deck);
}

type ExportFile = { readonly bytes: Uint8Array; readonly missing: readonly string[] };

async function write(
  { now }: TutorContext,
  { format, findMedia }: ExportRequest,
  decks: readonly ExportDeck[],
  person: ExportedLearner | undefined,
): Promise<ExportFile> {
  const text = (content: string): ExportFile => ({ bytes: new TextEncoder().encode(content), missing: [] });
  if (format === 'json') return text(writeJson(withoutNotes(decks)));
  if (format === 'csv') return text(writeCsv(withoutNotes(decks)));
  if (format === 'zip') return { bytes: writeMarkdownZip(decks, now), missing: [] };
  const { media, missing } = await mediaOf(decks, findMedia);
  const offsetMinutes = offsetMinutesOf(now, person?.timeZone ?? 'UTC');
  const input = { decks: withoutNotes(decks), learner: person?.id ?? null, media, at: now, offsetMinutes };
  return { bytes: await writeApkg(input), missing };
}

function learnersIn(decks: readonly ExportDeck[], people: readonly ExportedLearner[]): readonly ExportedLearner[] {
  const ids = new Set(decks.flatMap(({ progress }) => progress.map(({ learner }) => learner?.id)));
  return people.filter(({ id }) => ids.has(id));
}

/**
 * Writes one or all decks of a workspace to a file, with everybody's progress, or one learner's in a format for one
 * person.
 */
export async function writeExport(
  context: TutorContext,
  workspace: WorkspaceId,
  request: ExportRequest,
): Promise<Exported> {
  const { store } = context;
  const all = await store.decks.list(workspace);
  const wanted = request.deck === null ? all : all.filter(({ id }) => id === request.deck);
  if (wanted.length === 0 && request.deck !== null) return { kind: 'no-such-deck', decks: all.map(({ id }) => id) };
  const everybody = await store.learners.list(workspace, MAX_LEARNERS);
  const asked = request.learner === null ? everybody : everybody.filter(({ id }) => id === request.learner);
  if (asked.length === 0 && request.learner !== null) {
    return { kind: 'no-such-learner', learners: everybody.map(({ id }) => id) };
  }
  const bare: ExportDeck[] = [];
  for (const deck of wanted) bare.push(await readExportDeck(context, workspace, deck));
  const decks = await withProgress(context, workspace, bare, request.format === 'zip' ? [] : asked);
  const people = learnersIn(decks, asked);
  if (request.format === 'apkg' && people.length > 1) {
    return { kind: 'which-learner', learners: people.map(({ id }) => id) };
  }
  const { bytes, missing } = await write(context, request, decks, people[0]);
  const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
  const learners = people.map(({ name }) => name);
  return { kind: 'exported', bytes, decks: decks.length, cards, learners, missingMedia: missing };
}
