import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';

/** "*Docker › Dockerfile · docker.md, line 81*", the file a link where the deck says its address. */
export function sourceLine(language: Language, passage: Pick<Passage, 'headings' | 'source' | 'url'>): string {
  const { headings, source, url } = passage;
  const file = escapeMarkdown(source.file);
  return say(language, 'explain.source', {
    path: escapeMarkdown(headings.join(' › ')),
    // What would end the address is encoded.
    file: url === undefined ? file : `[${file}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`,
    line: source.line,
  });
}
