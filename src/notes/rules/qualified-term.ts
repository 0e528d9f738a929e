import { entryTerm } from '../concept.js';
import type { Entry } from '../entries.js';
import type { DefinedTerm } from '../terms.js';
import { plainMarkdown } from '../text.js';

/**
 * A term with what it belongs to: under `` `docker container` `` the item "stop" is `` `docker container stop` ``.
 * Only commands lend their name; any other term stands alone.
 */
export function qualifiedTerm(entry: Entry, term: DefinedTerm): string {
  const parents = entry.parents.flatMap((parent) => entryTerm(parent) ?? []);
  const [root] = parents;
  if (!root?.isCode) return term.term;
  const path = [...parents, term].map((part) => plainMarkdown(part.term));
  return `\`${path.join(' ')}\``;
}
