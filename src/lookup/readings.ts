import { isGrammar } from '../language/function-words.js';
import { searchWords } from '../language/search-words.js';
import type { LookupHit, Reading } from './found.js';
import type { Expander } from './index/expand.js';
import type { Vocabulary } from './index/vocabulary.js';

type ReadingIndex = { readonly vocabulary: Vocabulary; readonly expander: Expander };

/**
 * The words of a query that count in a hit only because they look like another word there. What is taken for something
 * else is told: a slip of the finger is forgiven, never hidden.
 */
export function readingsOf(
  words: readonly string[],
  { passage }: LookupHit,
  { vocabulary, expander }: ReadingIndex,
): readonly Reading[] {
  const unknown = [...new Set(words)].filter((word) => vocabulary.idOf(word) === undefined && !isGrammar(word));
  if (unknown.length === 0) return [];
  const held = new Set(searchWords(`${passage.title} ${passage.aliases.join(' ')} ${passage.body}`));
  return unknown.flatMap((asked): readonly Reading[] => {
    const matches = [...expander.expand(asked)].filter(([id]) => held.has(vocabulary.words[id] ?? ''));
    const [surest] = matches.sort(([, a], [, b]) => b.weight - a.weight);
    if (surest === undefined || surest[1].kind !== 'typo') return [];
    return [{ asked, as: vocabulary.words[surest[0]] ?? '' }];
  });
}
