import type { Passage } from '../core/card.js';
import { definesName, opensName } from '../language/any/sentences.js';
import { askedIdea, headOf } from '../language/asked-idea.js';
import { withoutNumber } from '../language/number.js';
import { searchWords } from '../language/search-words.js';
import { type NotePiece, piecesOf } from '../notes/read/pieces.js';

/** A passage in the order in which it is shown. Only the order is new; the words are the notes' own. */
export type PassageLayout = {
  /** Markdown, with the definition first. */
  readonly body: string;
  /** For a term, what else its section says about it, as Markdown; else empty. */
  readonly more: string;
};

/** How many points of a section are shown with one of its terms. */
const MAX_POINTS = 5;

/** @param section the passage that holds a term, where it is known */
export function layoutPassage(passage: Passage, section: Passage | null): PassageLayout {
  if (passage.kind === 'section') return { body: definitionFirst(passage), more: '' };
  return { body: passage.body, more: section === null ? '' : relatedPoints(passage, section) };
}

function definitionFirst(passage: Passage): string {
  const { body } = passage;
  const blocks = piecesOf(body);
  const at = blocks.findIndex((block) => block.kind !== 'code' && defines(block.text, namesOf(passage)));
  const block = blocks[at];
  const next = blocks[at + 1];
  // Numbered steps stay in their order.
  if (block === undefined || at === 0 || /^\d/.test(block.text)) return body;
  const rest = `${body.slice(0, block.start)}${next === undefined ? '' : body.slice(next.start)}`.trim();
  const joint = block.kind === 'point' && blocks[0]?.kind === 'point' ? '\n' : '\n\n';
  return `${block.text}${joint}${rest}`;
}

function namesOf({ title, aliases }: Passage): readonly (readonly string[])[] {
  const idea = askedIdea(searchWords(title));
  return [idea, headOf(idea), ...aliases.map(searchWords)].filter((words) => words.length > 0);
}

/** Whether a text begins with a name and defines it: "Docker es un runtime". */
function defines(text: string, names: readonly (readonly string[])[]): boolean {
  const words = searchWords(text);
  const rest = opensName(words[0] ?? '') ? words.slice(1) : words;
  return names.some((name) => startsWith(rest, name) && definesName(rest[name.length] ?? ''));
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => withoutNumber(words[at] ?? '') === withoutNumber(word));
}

function relatedPoints(term: Passage, section: Passage): string {
  const names = [searchWords(term.title), ...term.aliases.map(searchWords)].filter((words) => words.length > 0);
  const blocks = piecesOf(section.body);
  const own = blocks.findIndex((block) => block.text.includes(term.body.split('\n')[0] ?? term.body));
  const points = blocks.filter((block, at) => at !== own && (follows(block, at, own) || mentions(block.text, names)));
  return points
    .slice(0, MAX_POINTS)
    .map(({ text, kind }) => (kind === 'point' ? text : `\n${text}\n`))
    .join('\n')
    .trim();
}

/** Whether a block is code right after the definition, which makes it its example. */
function follows(block: NotePiece, at: number, own: number): boolean {
  return own >= 0 && at === own + 1 && block.kind === 'code';
}

function mentions(text: string, names: readonly (readonly string[])[]): boolean {
  const words = searchWords(text);
  return names.some((name) => words.some((_, at) => startsWith(words.slice(at), name)));
}
