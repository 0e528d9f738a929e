import type { Passage } from '../../../src/core/card.js';
import { passageId } from '../../../src/core/ids.js';

/** A passage for tests: what is not said is plain. The title is its own last heading unless it is a term. */
export function passage(
  title: string,
  body: string,
  rest: Partial<Omit<Passage, 'id' | 'title' | 'body'>> & { readonly id?: string } = {},
): Passage {
  const { id = `p:${title}`.slice(0, 100), kind = 'section', headings = ['Notes', title], ...others } = rest;
  return {
    kind,
    sectionId: passageId(id),
    title,
    headings,
    aliases: [],
    body,
    source: { file: 'notes.md', line: 1 },
    language: 'es',
    ...others,
    id: passageId(id),
  };
}
