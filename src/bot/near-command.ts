import { LANGUAGES, type Language } from '../core/language.js';
import { nearestName } from '../language/nearest-name.js';
import type { Feature } from './feature.js';
import { COMMAND_SYNONYMS } from './phrases/phrases.js';
import { isPhrase, phrasesIn } from './phrases/tokens.js';

const synonyms = Object.entries(COMMAND_SYNONYMS).map(([name, phrases]) => ({ name, phrases: phrasesIn(phrases) }));

/** A command that was clearly meant, with the name nearest to what was typed. */
export type NearCommand = { readonly feature: Feature; readonly name: string };

/** The command whose name was mistyped, the person's language first, or a command with a synonym; else `null`. */
export function nearestCommand(features: readonly Feature[], typed: string, language: Language): NearCommand | null {
  const sought = commandBySynonym(features, typed, language);
  if (sought !== null) return sought;
  for (const each of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const name = nearestName(
      typed,
      features.map(({ command }) => command.names[each]),
    );
    const feature = name === null ? undefined : features.find(({ command }) => command.names[each] === name);
    if (name !== null && feature !== undefined) return { feature, name };
  }
  return null;
}

/** The command with that synonym. */
export function commandBySynonym(features: readonly Feature[], typed: string, language: Language): NearCommand | null {
  const wanted = synonyms.find(({ phrases }) => isPhrase(typed, phrases))?.name;
  const feature = features.find(({ command }) => command.name === wanted);
  return feature === undefined ? null : { feature, name: feature.command.names[language] };
}
