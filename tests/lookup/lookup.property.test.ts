import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lookup/lookup.js';
import { passage } from './support/passages.js';

const words = fc.constantFrom(
  'docker',
  'imagen',
  'imágenes',
  'layer',
  'capa',
  'red',
  'C++',
  '🚀',
  '¿qué',
  'es',
  'vs',
  'a',
  'no',
  '2010',
);
const text = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((some) => some.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const notes = fc
  .array(fc.record({ title: text, body: text, alias: text, isTerm: fc.boolean(), spanish: fc.boolean() }), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ title, body, alias, isTerm, spanish }, index) =>
      passage(title, body, {
        id: `p${index}`,
        kind: isTerm ? 'term' : 'section',
        aliases: [alias],
        language: spanish ? 'es' : 'en',
      }),
    ),
  );

describe('whatever is asked of whatever notes', () => {
  it('an answer comes: sorted, within the limit, scores from 0 to 1, the answer first', () => {
    fc.assert(
      fc.property(notes, text, fc.integer({ min: 0, max: 6 }), (passages, query, limit) => {
        const found = buildLookup(passages).find(query, limit);
        const scores = found.results.map((hit) => hit.score);
        expect(scores.length).toBeLessThanOrEqual(limit);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
        if (found.answer && limit > 0) expect(found.results[0]).toEqual(found.answer);
        expect(new Set(found.results.map((hit) => hit.passage.id)).size).toBe(scores.length);
      }),
    );
  });

  it('suggestions are titles with something in them, and come only without an answer', () => {
    fc.assert(
      fc.property(notes, text, (passages, query) => {
        const { answer, suggestions } = buildLookup(passages).find(query);
        const titles = passages.map(({ title }) => title.trim());
        for (const suggestion of suggestions) {
          expect(suggestion.trim()).not.toBe('');
          expect(titles).toContain(suggestion);
        }
        if (answer) expect(suggestions).toEqual([]);
      }),
    );
  });

  it('a passage with a title of its own is found by it', () => {
    fc.assert(
      fc.property(notes, (passages) => {
        const titled = passage('Singular zebra', 'Body text.', { id: 'own' });
        expect(buildLookup([...passages, titled]).find('singular zebra').answer?.passage.id).toBe('own');
      }),
    );
  });

  it('one question leaves nothing behind for the next', () => {
    fc.assert(
      fc.property(notes, fc.array(text, { maxLength: 4 }), text, (passages, before, query) => {
        const used = buildLookup(passages);
        for (const earlier of before) used.find(earlier);
        expect(used.find(query)).toEqual(buildLookup(passages).find(query));
      }),
      { numRuns: 50 },
    );
  });

  it('related passages never include the one they are related to, and keep the limit', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: 0, max: 5 }), (passages, limit) => {
        const lookup = buildLookup(passages);
        for (const { id } of passages) {
          const related = lookup.related(id, limit);
          expect(related.length).toBeLessThanOrEqual(limit);
          expect(related.map((other) => other.id)).not.toContain(id);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('autocomplete keeps the limit and never offers nothing as something', () => {
    fc.assert(
      fc.property(notes, text, fc.integer({ min: 0, max: 5 }), (passages, typed, limit) => {
        const offered = buildLookup(passages).suggest(typed, limit);
        expect(offered.length).toBeLessThanOrEqual(limit);
        for (const { title } of offered) expect(title.trim()).not.toBe('');
      }),
    );
  });
});

describe('hostile queries', () => {
  const lookup = buildLookup([
    passage('Docker', 'Un runtime que expone una API.'),
    passage('Redes', 'Unen contenedores.'),
  ]);
  it.each([
    ['5,000 letters', 'x'.repeat(5_000)],
    ['5,000 characters of words', 'lorem ipsum dolor '.repeat(280)],
    ['5,000 brackets', '('.repeat(5_000)],
    ['5,000 marks on one letter', `a${'\u0301'.repeat(5_000)}`],
    ['a regular expression', '^(a+)+$ .*[\\'],
    ['markup', '<script>alert(1)</script>'],
    ['SQL', "'; drop table cards; --"],
    ['names of object members', '__proto__ constructor hasOwnProperty toString'],
    ['half a character', '\ud83d'],
    ['emoji', '🚀👀🐳'],
  ])('%s get a calm no', (_, query) => {
    const found = lookup.find(query);
    expect(found.answer).toBeNull();
    expect(found.query).toBe(query);
    expect(found.suggestions).toEqual([]);
  });
});
