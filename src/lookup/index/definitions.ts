import { definesName, opensName } from '../../language/any/sentences.js';
import type { TermMatches } from './closeness.js';
import { SENTENCE_END } from './postings.js';

/** How much a sentence adds that says what the subject is, and one that begins with it; as shares of its rarity. */
const DEFINES = 1;
const OPENS = 0.4;
/** Words between the subject and its verb: "the `docker` command is". */
const SLACK = 4;

/**
 * How surely a passage says what the subject of a question is: with a sentence that begins with all its terms and goes on
 * with "is", or just begins with them. The title is left out.
 *
 * @param subject the numbers of its terms
 */
export function definitionWorth(
  tokens: Iterable<number> | undefined,
  matches: TermMatches,
  subject: ReadonlySet<number>,
  words: readonly string[],
): number {
  if (subject.size === 0) return 0;
  let worth = 0;
  let isTitle = true;
  let said = new Set<number>();
  let length = 0;
  for (const token of tokens ?? []) {
    if (token === SENTENCE_END) {
      isTitle = false;
      said = new Set();
      length = 0;
      continue;
    }
    if (isTitle || length > subject.size + SLACK) continue;
    const word = words[token] ?? '';
    const found = matches.get(token)?.filter(({ term }) => subject.has(term)) ?? [];
    if (length === 0 && found.length === 0 && opensName(word)) continue;
    length += 1;
    for (const { term } of found) said.add(term);
    if (said.size < subject.size) continue;
    if (length <= subject.size + 1) worth = Math.max(worth, OPENS);
    if (definesName(word)) return DEFINES;
  }
  return worth;
}
