import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { hasLines } from '../../tutor/decks/deck-kind.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

/**
 * "*Docker › Dockerfile · docker.md, line 81*", where the file is a link if the deck has an address. Cards without
 * notes name the person or the file that they came from: "*Cards from the chat · Ana*".
 */
export function sourceLine(language: Language, passage: Pick<Passage, 'headings' | 'source' | 'url'>): string {
  const { headings, source, url } = passage;
  const file = escapeInline(source.file);
  const path = escapeInline(headings.join(' › '));
  if (!hasLines(source.file)) return `*${[path, file].filter((part) => part !== '').join(' · ')}*`;
  return say(language, 'explain.source', {
    path,
    // Characters that would end the address are encoded.
    file: url === undefined ? file : `[${file}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`,
    line: source.line,
  });
}
