import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildLookup } from '../../src/lookup/lookup.js';
import { dockerPassages } from './support/docker-notes.js';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const { answered, refused } = z
  .object({
    answered: z.array(z.object({ query: z.string(), heading: oneOrMore, says: oneOrMore })),
    refused: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('data/docker-questions.json', import.meta.url), 'utf8')));

const lookup = buildLookup(dockerPassages());

/** What the tutor would show: the sentences of the passage that answers. */
function answer(query: string) {
  const passage = lookup.find(query).answer?.passage;
  return passage === undefined
    ? null
    : { heading: passage.headings.at(-1) ?? '', quoted: lookup.quote(query, passage.id, 3), body: passage.body };
}

describe('questions about the Docker notes, as they were written before tuning', () => {
  it('are 40, and 20 that the notes cannot answer', () => {
    expect([answered.length, refused.length]).toEqual([40, 20]);
  });

  it('are answered from the right section, 38 at least', () => {
    const wrong = answered.filter(({ query, heading }) => !heading.includes(answer(query)?.heading ?? ''));
    expect(wrong.map(({ query }) => query).slice(2)).toEqual([]);
  });

  it('are answered by a sentence that says it, 38 at least', () => {
    const wrong = answered.filter(({ query, says }) => {
      const quoted = answer(query)?.quoted.join('\n') ?? '';
      return !says.some((words) => quoted.includes(words));
    });
    expect(wrong.map(({ query }) => query).slice(2)).toEqual([]);
  });

  it('are refused where the notes do not know, 19 at least', () => {
    expect(refused.filter((query) => answer(query) !== null).slice(1)).toEqual([]);
  });
});
