import type { Passage } from '../../core/card.js';
import { askedIdea, asksDefinition, headOf, sidesOf } from '../../language/asked-idea.js';
import { searchWords } from '../../language/search-words.js';

/** A name of a passage. */
export type Name = {
  /** The number of the passage. */
  readonly passage: number;
  readonly words: readonly string[];
  /** How well the name stands for the whole passage, 0 to 1. */
  readonly strength: number;
  readonly kind: 'title' | 'alias';
};

/**
 * A title stands for itself; "¿Qué es Docker?" for Docker just as well; "los layers de las imágenes" a little less
 * for layers, and "Docker vs VM" still less for VM.
 */
const STRENGTH = {
  whole: 1,
  definition: 1,
  bracketless: 0.99,
  idea: 0.97,
  alias: 0.96,
  head: 0.92,
  side: 0.87,
} as const;

const BRACKETS = /\([^)]*\)|\[[^\]]*\]/g;

/** Every name of a passage, the strongest first, each once. */
export function namesOf(passage: Passage, index: number): readonly Name[] {
  const whole = searchWords(passage.title);
  const idea = askedIdea(searchWords(passage.title.replace(BRACKETS, ' ')));
  const title = (words: readonly string[], strength: number): Name => ({
    passage: index,
    words,
    strength,
    kind: 'title',
  });
  const names: Name[] = [
    title(whole, STRENGTH.whole),
    ...(asksDefinition(whole) ? [title(idea, STRENGTH.definition)] : []),
    title(searchWords(passage.title.replace(BRACKETS, ' ')), STRENGTH.bracketless),
    title(idea, STRENGTH.idea),
    ...[...passage.aliases, ...(passage.title.match(BRACKETS) ?? [])].map(
      (alias): Name => ({
        passage: index,
        words: searchWords(alias),
        strength: STRENGTH.alias,
        kind: 'alias',
      }),
    ),
    title(headOf(idea), STRENGTH.head),
    ...sidesOf(idea).map((side) => title(side, STRENGTH.side)),
  ];
  const seen = new Set<string>();
  return names.filter(({ words }) => {
    const key = words.join(' ');
    return key !== '' && !seen.has(key) && Boolean(seen.add(key));
  });
}
