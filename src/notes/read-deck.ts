import type { Root } from 'mdast';
import type { Deck } from '../core/card.js';
import { contentHash } from '../core/hash.js';
import { type DeckId, deckId } from '../core/ids.js';
import { errorAt, type Problem, skippedAt } from '../core/problem.js';
import { decodeNotes } from '../encoding/decode-notes.js';
import { grammarOf } from '../language/grammars.js';
import { languageOf } from '../language/language-of.js';
import { fold } from '../language/text.js';
import { type Cards, cardsOf } from './cards/cards-of.js';
import { passagesOf } from './cards/passages.js';
import { cleanTitle } from './cards/topic.js';
import { isTextEntry } from './read/entries.js';
import { entriesOf } from './read/entry-walk.js';
import { type FrontMatter, frontMatterOf } from './read/front-matter.js';
import { withoutNotionId } from './read/inline-pieces.js';
import { outlineOf } from './read/outline.js';
import { shaped } from './read/shape.js';
import type { Unread } from './read/stretches.js';
import { parseNotes } from './read/tree.js';

/** What was undone in a file before it was read. */
export type Repair = { readonly file: string; readonly encoding: string; readonly changedLines: number };

export type ReadDeck = {
  /** `null` where a problem is an `error`. */
  readonly deck: Deck | null;
  /** The note text, repaired; empty where the bytes are no text. */
  readonly text: string;
  /** Hex SHA-256 of `text`. */
  readonly contentHash: string;
  readonly problems: readonly Problem[];
  readonly repair: Repair | null;
};

const MAX_ID_LENGTH = 64;

/** The file's name without folder, extension and the id that Notion's export puts behind it. */
function baseName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const base = name.replace(/\.[^.]+$/u, '') || name || 'notes';
  return withoutNotionId(base.replaceAll('%20', ' ')) || base;
}

/** The id of the deck that a file of notes is, by its name. */
export function deckIdOf(file: string): DeckId {
  const slug = fold(baseName(file))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH);
  return deckId(slug || 'notes');
}

function deckOf(file: string, text: string, root: Root, front: FrontMatter): { deck: Deck; cards: Cards } {
  const id = deckIdOf(file);
  const heading = outlineOf(root, '').find((section) => section.path.length > 0)?.title;
  const name = front.title ?? (heading === undefined ? baseName(file) : cleanTitle(heading) || heading);
  const language = front.language ?? languageOf(text, 'en');
  const sections = outlineOf(root, name).map((section) => ({ section, entries: entriesOf(section) }));
  const passages = passagesOf({
    file,
    text,
    deckName: name,
    language,
    aliases: front.aliases,
    base: front.base,
    sections: sections.map(({ section, entries }) => ({ section, entries: entries.filter(isTextEntry) })),
  });
  const grammar = grammarOf(language);
  const cards = cardsOf({ deckId: id, deckName: name, file, grammar, tags: front.tags, sections, passages });
  const { sure, doubtful } = cards;
  const deck = { id, name, language, source: file, cards: sure, doubtful, passages: passages.list };
  return { deck, cards };
}

const UNREAD = {
  'too-deep': 'the Markdown is nested too deeply to be read',
  'long-prose': 'the text is too long to hold single facts',
} as const;

/** Lines that were left out before the Markdown was read. */
function unreadProblems(file: string, unread: readonly Unread[], told: readonly Problem[]): readonly Problem[] {
  const lines = new Set(told.map((problem) => problem.line));
  return unread.filter(({ line }) => !lines.has(line)).map(({ line, why }) => skippedAt(file, line, why, UNREAD[why]));
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}

/**
 * Everything that one note file becomes: bytes → text → tree → passages and cards. Never throws, whatever the bytes.
 *
 * @param file as people should see it; its name is the deck's id
 */
export function readDeck(file: string, bytes: Uint8Array): ReadDeck {
  const { text, encoding, changedLines, problems } = decodeNotes(file, bytes);
  const hash = contentHash(text);
  const repair = changedLines > 0 ? { file, encoding, changedLines } : null;
  const refused = (problem?: Problem): ReadDeck => ({
    deck: null,
    text,
    contentHash: hash,
    problems: problem ? [...problems, problem] : problems,
    repair,
  });
  if (problems.some((problem) => problem.severity === 'error')) return refused();
  try {
    const parsed = parseNotes(text);
    const { deck, cards } = deckOf(file, text, shaped(parsed.root), frontMatterOf(parsed.root));
    const told = inOrder([...cards.problems, ...unreadProblems(file, parsed.unread, cards.problems)]);
    return { deck, text, contentHash: hash, problems: [...problems, ...told], repair };
  } catch (error) {
    // A thousand quotes or lists inside each other end the call stack, in the parser or here.
    if (!(error instanceof RangeError)) throw error;
    return refused(errorAt(file, 1, 'too-deep', 'the Markdown is nested too deeply to be read'));
  }
}
