import type { Passage } from '../core/card.js';
import { definesName, opensName } from '../language/any/sentences.js';
import { askedIdea, headOf } from '../language/asked-idea.js';
import { withoutNumber } from '../language/number.js';
import { searchWords } from '../language/search-words.js';
import { type Piece, piecesOf } from '../notes/read/pieces.js';

/** A passage in the order in which it is told. The words are the notes' own; what the layout adds is order. */
export type LaidOut = {
  /** Markdown: what it is, before everything else. */
  readonly body: string;
  /** Of a term: what else its section says of it, as Markdown; empty where it says nothing else. */
  readonly more: string;
};

/** Points of a section that are shown with one of its terms. */
const MOST_POINTS = 5;

/** @param section the passage that holds a term, where it is known */
export function layOut(passage: Passage, section: Passage | null): LaidOut {
  if (passage.kind === 'section') return { body: definitionFirst(passage), more: '' };
  return { body: passage.body, more: section === null ? '' : saidOf(passage, section) };
}

function definitionFirst(passage: Passage): string {
  const { body } = passage;
  const pieces = piecesOf(body);
  const at = pieces.findIndex((piece) => piece.kind !== 'code' && defines(piece.text, namesOf(passage)));
  const piece = pieces[at];
  const next = pieces[at + 1];
  // The steps of a numbered list stay in their order.
  if (piece === undefined || at === 0 || /^\d/.test(piece.text)) return body;
  const rest = `${body.slice(0, piece.start)}${next === undefined ? '' : body.slice(next.start)}`.trim();
  const joint = piece.kind === 'point' && pieces[0]?.kind === 'point' ? '\n' : '\n\n';
  return `${piece.text}${joint}${rest}`;
}

function namesOf({ title, aliases }: Passage): readonly (readonly string[])[] {
  const idea = askedIdea(searchWords(title));
  return [idea, headOf(idea), ...aliases.map(searchWords)].filter((words) => words.length > 0);
}

/** Whether a piece begins with a name and goes on to say what that is: "Docker es un runtime". */
function defines(text: string, names: readonly (readonly string[])[]): boolean {
  const words = searchWords(text);
  const said = opensName(words[0] ?? '') ? words.slice(1) : words;
  return names.some((name) => startsWith(said, name) && definesName(said[name.length] ?? ''));
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => withoutNumber(words[at] ?? '') === withoutNumber(word));
}

function saidOf(term: Passage, section: Passage): string {
  const names = [searchWords(term.title), ...term.aliases.map(searchWords)].filter((words) => words.length > 0);
  const pieces = piecesOf(section.body);
  const own = pieces.findIndex((piece) => piece.text.includes(term.body.split('\n')[0] ?? term.body));
  const said = pieces.filter((piece, at) => at !== own && (follows(piece, at, own) || mentions(piece.text, names)));
  return said
    .slice(0, MOST_POINTS)
    .map(({ text, kind }) => (kind === 'point' ? text : `\n${text}\n`))
    .join('\n')
    .trim();
}

/** Code right after a definition is its example. */
function follows(piece: Piece, at: number, own: number): boolean {
  return own >= 0 && at === own + 1 && piece.kind === 'code';
}

function mentions(text: string, names: readonly (readonly string[])[]): boolean {
  const words = searchWords(text);
  return names.some((name) => words.some((_, at) => startsWith(words.slice(at), name)));
}
