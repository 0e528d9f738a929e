import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildLookup, type Lookup } from '../../src/lookup/lookup.js';
import { readDeck } from '../../src/notes/read-deck.js';
import { dockerPassages } from './support/docker-notes.js';

/** What people type; `near` is a title to be offered or to be the answer, `null` where nothing in the notes is near. */
const rowSchema = z.object({
  deck: z.enum(['docker', 'biology']),
  asked: z.string(),
  near: z.string().nullable(),
  half: z.enum(['chosen', 'tried']),
});
const data = (name: string) => readFileSync(new URL(`data/${name}`, import.meta.url));
const rows = z.array(rowSchema).parse(JSON.parse(data('near.json').toString()));
const lookups: Readonly<Record<'docker' | 'biology', Lookup>> = {
  docker: buildLookup(dockerPassages()),
  biology: buildLookup(readDeck('biology.md', data('biology.md')).deck?.passages ?? []),
};

function isRight({ deck, asked, near }: (typeof rows)[number]): boolean {
  const { answer, suggestions } = lookups[deck].find(asked);
  if (near === null) return answer === null && suggestions.length === 0;
  return answer !== null || suggestions.includes(near);
}

describe('what is near', () => {
  it.each([
    ['chosen', 30, 37],
    ['tried', 28, 38],
  ] as const)('is told from what is not, on the half that the threshold was %s on', (half, near, far) => {
    const own = rows.filter((row) => row.half === half);
    const right = own.filter(isRight);
    expect(own.filter((row) => row.near !== null)).toHaveLength(30);
    expect(own.filter((row) => row.near === null)).toHaveLength(38);
    expect(right.filter((row) => row.near !== null).length).toBeGreaterThanOrEqual(near);
    expect(right.filter((row) => row.near === null).length).toBeGreaterThanOrEqual(far);
  });

  it.each([
    ['docker swarm', 'Docker'],
    ['the benefits of dokcer swarm', 'Beneficios Docker'],
    ['remove old images', 'Imagenes de Docker'],
  ])('comes with the name first of which “%s” says most', (asked, first) => {
    expect(lookups.docker.find(asked).suggestions[0]).toBe(first);
  });

  it.each(['aaaaaaaaaa', 'hello', 'hhhhh'])('“%s” is no word of the notes', (asked) => {
    expect(lookups.docker.find(asked)).toMatchObject({ answer: null, suggestions: [] });
  });
});
