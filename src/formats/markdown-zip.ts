import type { Card } from '../core/card.js';
import type { CardId, DeckId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import { slugOf } from '../core/text.js';
import { staysInside } from './archive/entry-name.js';
import { writeZip } from './archive/write-zip.js';

/** A deck with its notes. */
export type MarkdownDeck = {
  readonly id: DeckId;
  readonly name: string;
  /** The file of its notes. */
  readonly source: string;
  /** The repaired text of its notes; empty where it has none. */
  readonly text: string;
  readonly cards: readonly Card[];
  readonly paused: readonly CardId[];
};

const NOTE_NAME = /\.(?:md|markdown|txt)$/iu;

/** A card as a question and an answer in notes. */
function questionLines({ front, back }: Card): string {
  return `Q: ${front}\nA: ${back}`;
}

/** The notes, followed by the cards that people added elsewhere and that the notes lack. */
function markdownOf({ text, source, cards, paused }: MarkdownDeck): string {
  const gone = new Set(paused);
  const extra = cards.filter((card) => card.source.file !== source && !gone.has(card.id));
  const lines = extra.map(questionLines).filter((question) => !text.includes(question));
  return [text.trimEnd(), ...lines]
    .filter((part) => part !== '')
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function fileNameOf({ source, id, name }: MarkdownDeck): string {
  if (NOTE_NAME.test(source) && staysInside(source)) return source;
  const slug = slugOf(source === id ? name : id);
  return `${slug || 'notes'}.md`;
}

/** A zip with a Markdown file for each deck, which `repaso import` reads into the same cards. */
export function writeMarkdownZip(decks: readonly MarkdownDeck[], at: Instant): Uint8Array {
  const files = new Map<string, Uint8Array>();
  for (const deck of decks) {
    const wanted = fileNameOf(deck);
    let name = wanted;
    for (let copy = 2; files.has(name); copy += 1) name = wanted.replace(/(?=\.[^.]*$)/u, `-${copy}`);
    files.set(name, new TextEncoder().encode(markdownOf(deck)));
  }
  return writeZip(files, at);
}
