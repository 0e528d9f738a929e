import type { ReadDeck } from '../notes/read-deck.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { type CliProblem, problemLine } from './word-problem.js';

/** Writes one line for each repair and each problem to standard error. */
export function reportReading(io: Io, reads: readonly ReadDeck[], problems: readonly CliProblem[]): void {
  for (const { repair } of reads) {
    if (repair === null) continue;
    io.err(
      say(io.language, 'repair.line', { file: repair.file, encoding: repair.encoding, lines: repair.changedLines }),
    );
  }
  const skipped = problems.filter((problem) => problem.severity === 'skipped');
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const problem of errors) io.err(problemLine(io.language, problem));
  if (skipped.length > 0) io.err(say(io.language, 'problem.count', { count: skipped.length }));
  for (const problem of skipped) io.err(`  ${problemLine(io.language, problem)}`);
}
