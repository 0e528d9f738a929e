import type { Passage } from '../../core/card.js';
import { fold, searchWords } from '../../language/search-words.js';
import { type Glossary, parseGlossary } from './glossary.js';

/** Another name for what the notes call `meaning`. */
export type Taught = { readonly alias: string; readonly meaning: string };

/** What a deck's front matter teaches: aliases such as `capa = layer`, which are no names of its first section. */
function readMeanings(passage: Passage): { readonly passage: Passage; readonly taught: readonly Taught[] } {
  if (!passage.aliases.some((alias) => alias.includes('='))) return { passage, taught: [] };
  const taught = passage.aliases.flatMap((text): readonly Taught[] => {
    const [alias = '', meaning = ''] = text.split('=').map((side) => side.trim());
    return text.includes('=') && alias !== '' && meaning !== '' ? [{ alias, meaning }] : [];
  });
  return { passage: { ...passage, aliases: passage.aliases.filter((alias) => !alias.includes('=')) }, taught };
}

/**
 * Notes with the names that people taught: a passage of that very title has the alias for a name, and the glossary
 * knows both ways.
 */
export function withTaught(
  all: readonly Passage[],
  aliases: readonly Taught[],
  glossary: Glossary,
): { readonly passages: readonly Passage[]; readonly glossary: Glossary } {
  const read = all.map(readMeanings);
  const taught = [...read.flatMap((one) => one.taught), ...aliases];
  const passages = read.map((one) => one.passage);
  if (taught.length === 0) return { passages, glossary };
  const byMeaning = new Map<string, string[]>();
  for (const { alias, meaning } of taught) {
    byMeaning.set(keyOf(meaning), [...(byMeaning.get(keyOf(meaning)) ?? []), alias]);
  }
  return { passages: passages.map((passage) => named(passage, byMeaning)), glossary: joined(glossary, taught) };
}

function keyOf(text: string): string {
  return fold(text).trim();
}

function named(passage: Passage, byMeaning: ReadonlyMap<string, readonly string[]>): Passage {
  const aliases = [passage.title, ...passage.aliases].flatMap((name) => byMeaning.get(keyOf(name)) ?? []);
  return aliases.length === 0 ? passage : { ...passage, aliases: [...passage.aliases, ...aliases] };
}

/** The signs that divide a glossary's line are none of its words. */
function side(text: string): string {
  return searchWords(text).join(' ');
}

function joined(glossary: Glossary, taught: readonly Taught[]): Glossary {
  // Nobody said which language they are: either may be meant, so both stand on both sides.
  const lines = taught.map(
    ({ alias, meaning }) => `${side(alias)}, ${side(meaning)} = ${side(alias)}, ${side(meaning)}`,
  );
  const own = parseGlossary(lines.join('\n'));
  return {
    longestPhrase: Math.max(glossary.longestPhrase, own.longestPhrase),
    renderings: (phrase) => [...own.renderings(phrase), ...glossary.renderings(phrase)],
  };
}
