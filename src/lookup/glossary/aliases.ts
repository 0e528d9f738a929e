import type { Passage } from '../../core/card.js';
import { addTo } from '../../core/collections.js';
import { fold, searchWords } from '../../language/search-words.js';
import { type Glossary, parseGlossary } from './glossary.js';

/** Another name for something that the notes call `meaning`. */
export type AliasDefinition = { readonly alias: string; readonly meaning: string };

/** Splits aliases such as `capa = layer` in a deck's front matter from the names of its first section. */
function readMeanings(passage: Passage): { readonly passage: Passage; readonly taught: readonly AliasDefinition[] } {
  if (!passage.aliases.some((alias) => alias.includes('='))) return { passage, taught: [] };
  const definitions = passage.aliases.flatMap((text): readonly AliasDefinition[] => {
    const [alias = '', meaning = ''] = text.split('=').map((side) => side.trim());
    return text.includes('=') && alias !== '' && meaning !== '' ? [{ alias, meaning }] : [];
  });
  return {
    passage: { ...passage, aliases: passage.aliases.filter((alias) => !alias.includes('=')) },
    taught: definitions,
  };
}

/**
 * Applies the aliases that people taught: a passage whose title is the meaning gets the alias as a name, and the glossary
 * translates both ways.
 */
export function applyAliases(
  all: readonly Passage[],
  aliases: readonly AliasDefinition[],
  glossary: Glossary,
): { readonly passages: readonly Passage[]; readonly glossary: Glossary } {
  const read = all.map(readMeanings);
  const definitions = [...read.flatMap((one) => one.taught), ...aliases];
  const passages = read.map((one) => one.passage);
  if (definitions.length === 0) return { passages, glossary };
  const byMeaning = new Map<string, string[]>();
  for (const { alias, meaning } of definitions) addTo(byMeaning, keyOf(meaning), alias);
  return {
    passages: passages.map((passage) => withAliases(passage, byMeaning)),
    glossary: extendGlossary(glossary, definitions),
  };
}

function keyOf(text: string): string {
  return fold(text).trim();
}

function withAliases(passage: Passage, byMeaning: ReadonlyMap<string, readonly string[]>): Passage {
  const aliases = [passage.title, ...passage.aliases].flatMap((name) => byMeaning.get(keyOf(name)) ?? []);
  return aliases.length === 0 ? passage : { ...passage, aliases: [...passage.aliases, ...aliases] };
}

/** The words alone, without signs that have a meaning in a glossary line. */
function glossarySide(text: string): string {
  return searchWords(text).join(' ');
}

function extendGlossary(glossary: Glossary, definitions: readonly AliasDefinition[]): Glossary {
  // The languages are unknown, so both names stand on both sides.
  const lines = definitions.map(
    ({ alias, meaning }) =>
      `${glossarySide(alias)}, ${glossarySide(meaning)} = ${glossarySide(alias)}, ${glossarySide(meaning)}`,
  );
  const own = parseGlossary(lines.join('\n'));
  return {
    longestPhrase: Math.max(glossary.longestPhrase, own.longestPhrase),
    renderings: (phrase) => [...own.renderings(phrase), ...glossary.renderings(phrase)],
  };
}
