import type { Deck } from '../core/card.js';
import { contentHash } from '../core/hash.js';
import { type DeckId, deckId } from '../core/ids.js';
import { withoutNotionIds } from '../core/notion-names.js';
import { errorAt, type Problem, skippedAt } from '../core/problem.js';
import { slugOf } from '../core/text.js';
import { decodeNotes } from '../encoding/decode-notes.js';
import { grammarFor } from '../language/grammars.js';
import { languageOf } from '../language/language-of.js';
import { fold } from '../language/text.js';
import { loadToldLanguage, NOTHING_TOLD, type ToldLanguage } from '../language/told-language.js';
import { type Cards, cardsOf } from './cards/cards-of.js';
import { mayBeForeign, noteLanguages } from './cards/note-languages.js';
import { passagesOf } from './cards/passages.js';
import type { SectionEntries } from './cards/places.js';
import { cleanTitle } from './cards/topic.js';
import { isTextEntry } from './read/entries.js';
import { entriesOf } from './read/entry-walk.js';
import { type FrontMatter, frontMatterOf } from './read/front-matter.js';
import { outlineOf } from './read/outline.js';
import { shaped } from './read/shape.js';
import type { Unread } from './read/stretches.js';
import { type Parsed, parseNotes } from './read/tree.js';

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
  return withoutNotionIds(base.replaceAll('%20', ' ')) || base;
}

/** The id of the deck that a file of notes is, by its name. */
export function deckIdOf(file: string): DeckId {
  const slug = slugOf(fold(baseName(file))).slice(0, MAX_ID_LENGTH);
  return deckId(slug || 'notes');
}

type Content = {
  readonly name: string;
  readonly front: FrontMatter;
  readonly sections: readonly SectionEntries[];
  readonly unread: readonly Unread[];
};

function contentOf(file: string, parsed: Parsed): Content {
  const front = frontMatterOf(parsed.root);
  const root = shaped(parsed.root);
  const heading = outlineOf(root, '').find((section) => section.path.length > 0)?.title;
  const name = front.title ?? (heading === undefined ? baseName(file) : cleanTitle(heading) || heading);
  const sections = outlineOf(root, name).map((section) => ({ section, entries: entriesOf(section) }));
  return { name, front, sections, unread: parsed.unread };
}

type MadeDeck = { readonly deck: Deck; readonly cards: Cards };

function deckOf(file: string, text: string, { name, front, sections }: Content, tell: ToldLanguage): MadeDeck {
  const id = deckIdOf(file);
  const language = front.language ?? languageOf(text, 'en');
  const languages = noteLanguages(sections, tell, front.tongue);
  const passages = passagesOf({
    file,
    text,
    deckName: name,
    language,
    aliases: front.aliases,
    base: front.base,
    sections: sections.map(({ section, entries }) => ({ section, entries: entries.filter(isTextEntry) })),
  });
  const grammar = grammarFor(languages.deck ?? language);
  const cards = cardsOf({ deckId: id, deckName: name, file, grammar, languages, tags: front.tags, sections, passages });
  const { sure, doubtful } = cards;
  const deck = { id, name, language, source: file, cards: sure, doubtful, passages: passages.list };
  return { deck, cards };
}

/** Lines that were left out before the Markdown was read. */
function unreadProblems(file: string, unread: readonly Unread[], told: readonly Problem[]): readonly Problem[] {
  const lines = new Set(told.map((problem) => problem.line));
  return unread.filter(({ line }) => !lines.has(line)).map(({ line, why }) => skippedAt(file, line, why));
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}

/** A file as far as nothing of any language is needed to read it. */
type Opened = {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly repair: Repair | null;
  readonly content: Content | null;
};

/** `work`, or `null` where a thousand quotes or lists inside each other end the call stack, in the parser or here. */
function unlessTooDeep<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function openNotes(file: string, bytes: Uint8Array): Opened {
  const { text, encoding, changedLines, problems } = decodeNotes(file, bytes);
  const repair = changedLines > 0 ? { file, encoding, changedLines } : null;
  const isText = problems.every((problem) => problem.severity !== 'error');
  const content = isText ? unlessTooDeep(() => contentOf(file, parseNotes(text))) : null;
  return {
    file,
    text,
    repair,
    content,
    problems: isText && content === null ? [...problems, tooDeep(file)] : problems,
  };
}

function tooDeep(file: string): Problem {
  return errorAt(file, 1, 'too-deep');
}

function closeNotes({ file, text, problems, repair, content }: Opened, tell: ToldLanguage): ReadDeck {
  const read = { text, contentHash: contentHash(text), repair };
  if (content === null) return { ...read, deck: null, problems };
  const made = unlessTooDeep(() => deckOf(file, text, content, tell));
  if (made === null) return { ...read, deck: null, problems: [...problems, tooDeep(file)] };
  const { deck, cards } = made;
  const told = inOrder([...cards.problems, ...unreadProblems(file, content.unread, cards.problems)]);
  return { ...read, deck, problems: [...problems, ...told] };
}

/**
 * Everything that one note file becomes: bytes → text → tree → passages and cards. Never throws, whatever the bytes.
 *
 * @param file as people should see it; its name is the deck's id
 * @param tell without it, notes are taken to be in one of the languages that have a grammar
 */
export function readDeck(file: string, bytes: Uint8Array, tell: ToldLanguage = NOTHING_TOLD): ReadDeck {
  return closeNotes(openNotes(file, bytes), tell);
}

/** The same for notes in any language. The detector is loaded where they are not plainly in one that has a grammar. */
export async function readNotes(file: string, bytes: Uint8Array): Promise<ReadDeck> {
  const opened = openNotes(file, bytes);
  const isForeign = opened.content !== null && mayBeForeign(opened.content.sections);
  return closeNotes(opened, isForeign ? await loadToldLanguage() : NOTHING_TOLD);
}
