import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { hasLines } from '../../tutor/decks/deck-kind.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

/**
 * "*Docker › Dockerfile · docker.md, line 81*", the file a link where the deck says its address. What came without
 * notes says who or which file brought it: "*Cards from the chat · Ana*".
 */
export function sourceLine(language: Language, passage: Pick<Passage, 'headings' | 'source' | 'url'>): string {
  const { headings, source, url } = passage;
  const file = escapeInline(source.file);
  const path = escapeInline(headings.join(' › '));
  if (!hasLines(source.file)) return `*${[path, file].filter((part) => part !== '').join(' · ')}*`;
  return say(language, 'explain.source', {
    path,
    // What would end the address is encoded.
    file: url === undefined ? file : `[${file}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`,
    line: source.line,
  });
}
