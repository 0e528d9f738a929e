import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Passage } from '../core/card.js';
import { buildLookup, type Lookup } from '../lookup/lookup.js';
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

/** The lookup in the shape that `cli.md` documents; `ms` is the time of this lookup alone. */
function lookUp(lookup: Lookup, query: string, limit: number) {
  const begin = performance.now();
  const found = lookup.find(query, limit);
  const ms = performance.now() - begin;
  return {
    query,
    answer:
      found.answer === null
        ? null
        : {
            title: found.answer.passage.title,
            text: found.answer.passage.body,
            sources: [sourceOf(found.answer.passage)],
          },
    results: found.results.map(({ passage, score }) => ({
      title: passage.title,
      text: passage.body,
      score,
      source: sourceOf(passage),
    })),
    suggestions: found.suggestions,
    ms: Math.round(ms * 1000) / 1000,
  };
}

function sourceOf(passage: Passage): { readonly file: string; readonly heading: string; readonly line: number } {
  return { file: passage.source.file, heading: passage.headings.join(' › '), line: passage.source.line };
}

function printResult(io: Io, result: Result): void {
  if (result.answer === null) {
    io.out(say(io.language, 'explain.none', { query: result.query }));
    if (result.suggestions.length > 0) {
      io.out(say(io.language, 'explain.near', { titles: result.suggestions.join(', ') }));
    }
    return;
  }
  io.out(result.answer.title);
  io.out('');
  io.out(result.answer.text);
  io.out('');
  for (const { heading, file, line } of result.answer.sources) {
    io.out(say(io.language, 'explain.source', { path: heading, file, line }));
  }
}
