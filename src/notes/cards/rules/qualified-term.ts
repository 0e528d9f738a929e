import { plainMarkdown } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { entryTerm } from '../entry-term.js';
import type { DefinedTerm } from '../terms.js';

/**
 * A term with what it belongs to: under `` `docker container` `` the item "stop" is `` `docker container stop` ``.
 * Only commands lend their name; any other term stands alone.
 */
export function qualifiedTerm(entry: Entry, term: DefinedTerm): string {
  const parents = entry.parents.flatMap((parent) => entryTerm(parent) ?? []);
  const [root] = parents;
  if (!root?.isCode) return term.term;
  const own = plainMarkdown(term.term);
  const above = parents.map((part) => plainMarkdown(part.term));
  // Arguments below a command with arguments are another way to call it, so they take their place.
  const path = /^[{<[]/u.test(own) ? [above.join(' ').replace(/\s[{<[].*$/u, ''), own] : [...above, own];
  return `\`${path.join(' ')}\``;
}
