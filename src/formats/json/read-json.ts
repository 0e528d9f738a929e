import { z } from 'zod';
import { showScripts } from '../../core/scripts.js';
import type { FileDeck, ReadCards } from '../card-file.js';
import { deckNameOf, fileDeckOf } from '../file-deck.js';
import { MAX_CARDS } from '../limits.js';
import { Refused } from '../refused.js';
import { CARDS_FORMAT, fileSchema, plainSchema, VERSION } from './schema.js';

const header = z.object({ format: z.literal(CARDS_FORMAT), version: z.number() });
const cardsOfDecks = z.object({ decks: z.array(z.object({ cards: z.array(z.unknown()) })) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused('json-broken', error);
  }
}

function hasTooMany(json: unknown): boolean {
  const parsed = cardsOfDecks.safeParse(json);
  return parsed.success && parsed.data.decks.some(({ cards }) => cards.length > MAX_CARDS);
}

function ownDecks(json: unknown): readonly FileDeck[] {
  if (hasTooMany(json)) throw new Refused('too-many-cards');
  const file = fileSchema.safeParse(json);
  if (!file.success) throw new Refused('json-shape', file.error);
  return file.data.decks.map(({ progress, ...deck }) => ({
    ...deck,
    progress: progress.map(({ learner, cards }) => ({ learner, records: cards })),
  }));
}

/** Reads Repaso's JSON, or a list of `{front, back}`. Throws `Refused`. */
export function readJson(file: string, text: string): ReadCards {
  const json = parse(text);
  const version = header.safeParse(json);
  if (version.success) {
    if (version.data.version > VERSION) throw new Refused('format-newer');
    return { format: 'json', decks: ownDecks(json), media: [], problems: [] };
  }
  const plain = plainSchema.safeParse(json);
  if (!plain.success) throw new Refused('json-shape', plain.error);
  const cards = plain.data.map(({ front, question, back, answer, tags }, index) => ({
    key: null,
    kind: 'basic' as const,
    front: showScripts(front ?? question ?? ''),
    back: showScripts(back ?? answer ?? ''),
    tags,
    line: index + 1,
  }));
  const { deck, problems } = fileDeckOf({ file, name: deckNameOf(file), cards });
  return { format: 'json', decks: [deck], media: [], problems };
}
