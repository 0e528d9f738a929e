import { groupBy } from '../../core/collections.js';
import { type Archive, readZip } from '../archive/read-zip.js';
import { readZstd } from '../archive/zstd.js';
import type { CardRecord, FileDeck, ReadCards } from '../card-file.js';
import { MAX_UNPACKED_BYTES } from '../limits.js';
import { Refused, refusing } from '../refused.js';
import { skipped } from '../skipped.js';
import { readDatabase } from '../sqlite/read-database.js';
import type { AnkiCollection, AnkiReview } from './collection.js';
import { type AnkiCalendar, calendarOf } from './days.js';
import { type GatheredDeck, gatherDecks, type Sourced } from './gather.js';
import { readMedia } from './media.js';
import { readCollection } from './read-collection.js';
import { isSuspended, logOf, progressOf } from './schedule.js';

const PACKED = 'collection.anki21b';
/** Newest first: a new package also contains an old collection, which only says that it needs a newer Anki. */
const PLAIN = ['collection.anki21', 'collection.anki2'];

async function unpack(archive: Archive): Promise<{ collection: AnkiCollection; isPacked: boolean }> {
  const packed = archive.get(PACKED);
  const entry = packed ?? PLAIN.map((name) => archive.get(name)).find((found) => found !== undefined);
  if (entry === undefined) throw new Refused('anki-no-collection');
  const bytes = await entry.read();
  const database = packed === undefined ? bytes : readZstd(bytes, MAX_UNPACKED_BYTES);
  return { collection: await readDatabase(database, readCollection), isPacked: packed !== undefined };
}

type History = {
  readonly calendar: AnkiCalendar;
  readonly schedulerVersion: number;
  readonly reviewsOf: ReadonlyMap<number, readonly AnkiReview[]>;
};

function historyOf(collection: AnkiCollection): History {
  const { createdSeconds, minutesWest, rolloverHour, schedulerVersion } = collection;
  const reviews = [...collection.reviews].sort((a, b) => a.at - b.at);
  const calendar = calendarOf(createdSeconds, minutesWest, rolloverHour);
  return { calendar, schedulerVersion, reviewsOf: groupBy(reviews, ({ cardId }) => cardId) };
}

/**
 * A card that is asked both ways is known as well as its weaker direction: the one due first counts, with its
 * answers.
 */
function recordOf({ card, from }: Sourced, { calendar, schedulerVersion, reviewsOf }: History): CardRecord | null {
  const records = from.flatMap((one): CardRecord[] => {
    const log = logOf(card.id, reviewsOf.get(one.id) ?? [], calendar, schedulerVersion);
    const progress = progressOf(one, log, calendar);
    return progress === null ? [] : [{ card: card.id, progress, log }];
  });
  const [weakest] = records.sort((a, b) => a.progress.due.localeCompare(b.progress.due) || b.log.length - a.log.length);
  return weakest ?? null;
}

function fileDeck({ cards, ...head }: GatheredDeck, history: History): FileDeck {
  const records = cards.flatMap((sourced) => recordOf(sourced, history) ?? []);
  return {
    ...head,
    cards: cards.map(({ card }) => card),
    paused: cards.filter(({ from }) => from.length > 0 && from.every(isSuspended)).map(({ card }) => card.id),
    progress: records.length === 0 ? [] : [{ learner: null, records }],
  };
}

/** Reads an Anki package of any version since 2.0: cards, schedule, history and media. Throws `Refused`. */
export async function readApkg(file: string, bytes: Uint8Array): Promise<ReadCards> {
  const archive = await readZip(bytes);
  const { collection, isPacked } = await unpack(archive);
  const { media, refused } = await refusing('archive-broken', () => readMedia(archive, isPacked));
  const { decks, problems } = gatherDecks(file, collection);
  const history = historyOf(collection);
  const missing = refused.map(() => skipped(file, 1, 'media-name'));
  return {
    format: 'apkg',
    decks: decks.map((deck) => fileDeck(deck, history)),
    media,
    problems: [...problems, ...missing],
  };
}
