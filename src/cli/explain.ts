import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Passage } from '../core/card.js';
import { buildLookup, type Lookup, type LookupHit } from '../lookup/lookup.js';
import { runBatch } from './batch.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, readDecks } from './notes-input.js';
import { reportReading } from './report.js';

type ExplainOptions = {
  readonly notes: readonly string[];
  readonly limit: number;
  readonly batch: string | null;
  readonly json: boolean;
};

/** What answers is short; the rest of the section is read where it stands. */
const SENTENCES = 2;

const querySchema = z.object({ id: z.union([z.string(), z.number()]).optional(), query: z.string() });

/** `repaso explain`: looks up one question or a batch of them in note files, without a database. */
export async function explain(io: Io, words: readonly string[], given: ExplainOptions): Promise<ExitCode> {
  const { query, notes } = separate(words, given.notes);
  if (query !== null && given.batch !== null) throw usageError(io, 'usage.explain-both');
  const { reads, problems } = await readDecks(io, notes);
  if (hasErrors(problems)) {
    reportReading(
      io,
      [],
      problems.filter((problem) => problem.severity === 'error'),
    );
    return 1;
  }
  const lookup = buildLookup(reads.flatMap((read) => read.deck?.passages ?? []));
  if (given.batch !== null) {
    return runBatch(io, given.batch, querySchema, (item) => ({
      ...(item.id === undefined ? {} : { id: item.id }),
      ...lookUp(lookup, item.query, given.limit),
    }));
  }
  if (query === null) throw usageError(io, 'usage.explain-none');
  const result = lookUp(lookup, query, given.limit);
  if (given.json) printJson(io, result);
  else printResult(io, result);
  return 0;
}

/**
 * In `--notes a.md layers` commander takes the query for one more path: a last path that does not exist is the query.
 */
function separate(
  words: readonly string[],
  notes: readonly string[],
): { readonly query: string | null; readonly notes: readonly string[] } {
  const last = notes.at(-1);
  if (words.length > 0) return { query: words.join(' '), notes };
  if (notes.length < 2 || last === undefined || existsSync(last)) return { query: null, notes };
  return { query: last, notes: notes.slice(0, -1) };
}

type Result = ReturnType<typeof lookUp>;

/** The lookup in the shape that scripts read; `ms` is the time of this lookup alone. */
function lookUp(lookup: Lookup, query: string, limit: number) {
  const begin = performance.now();
  const { answer, near, sides, readings, results, suggestions } = lookup.find(query, limit);
  const found = {
    answer: bothSides(lookup, sides) ?? quoteOf(lookup, query, answer),
    near: quoteOf(lookup, query, near),
  };
  const ms = performance.now() - begin;
  return {
    query,
    ...found,
    readings,
    results: results.map(({ passage, score }) => ({
      title: passage.title,
      text: passage.body,
      score,
      source: sourceOf(passage),
    })),
    suggestions,
    ms: Math.round(ms * 1000) / 1000,
  };
}

/** What each side of a difference is; `null` where none is asked for. */
function bothSides(lookup: Lookup, sides: readonly LookupHit[]) {
  const quotes = sides.flatMap((side) => quoteOf(lookup, side.passage.title, side) ?? []);
  if (quotes.length === 0) return null;
  return {
    title: quotes.map(({ title }) => title).join(' · '),
    text: quotes.map(({ title, text }) => `${title}: ${text}`).join('\n'),
    sources: quotes.flatMap(({ sources }) => sources),
  };
}

/** The sentences that answer; the whole text of their passage is that of the first result. */
function quoteOf(lookup: Lookup, query: string, hit: LookupHit | null) {
  if (hit === null) return null;
  const { passage } = hit;
  const text = lookup.quote(query, passage.id, SENTENCES).join('\n');
  return { title: passage.title, text, sources: [sourceOf(passage)] };
}

function sourceOf(passage: Passage): { readonly file: string; readonly heading: string; readonly line: number } {
  return { file: passage.source.file, heading: passage.headings.join(' › '), line: passage.source.line };
}

function printResult(io: Io, { query, answer, near, readings, suggestions }: Result): void {
  const shown = answer ?? near;
  if (shown === null) {
    io.out(say(io.language, 'explain.none', { query }));
    if (suggestions.length > 0) io.out(say(io.language, 'explain.near', { titles: suggestions.join(', ') }));
    return;
  }
  if (answer === null) io.out(say(io.language, 'explain.closest'));
  if (readings.length > 0)
    io.out(say(io.language, 'explain.read-as', { words: readings.map(({ as }) => as).join(', ') }));
  io.out(shown.title);
  io.out('');
  io.out(shown.text);
  io.out('');
  for (const { heading, file, line } of shown.sources) {
    io.out(say(io.language, 'explain.source', { path: heading, file, line }));
  }
}
