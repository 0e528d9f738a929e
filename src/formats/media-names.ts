import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import type { Card } from '../core/card.js';

const SOUND = /\[sound:([^\]\n]{1,300})\]/giu;
/** An address that is no file beside the notes: on the web, within the page, or an absolute path. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/|\\|#)/iu;

function picturesIn(markdown: string): readonly string[] {
  if (!markdown.includes('![')) return [];
  const found: string[] = [];
  visit(fromMarkdown(markdown), 'image', ({ url }) => void found.push(url));
  return found;
}

/** The media files beside the notes that a card shows or plays, by the names in the card. */
export function mediaNamesOf({ front, back }: Card): readonly string[] {
  const sides = [front, back];
  const sounds = sides.flatMap((side) => [...side.matchAll(SOUND)].map((match) => match[1] ?? ''));
  return [...sides.flatMap(picturesIn), ...sounds].filter((name) => name !== '' && !ELSEWHERE.test(name));
}
