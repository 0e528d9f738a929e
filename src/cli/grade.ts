import { z } from 'zod';
import { LANGUAGES, type Language } from '../core/language.js';
import { type GradedAnswer, gradeAnswer } from '../grading/grade-answer.js';
import type { Reason } from '../grading/verdict.js';
import { runBatch } from './batch.js';
import { choose } from './choice.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';

const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  /** The answer of the notes, or all that are as good. */
  expected: z.union([
    z.string().transform((answer): readonly [string, ...string[]] => [answer]),
    z.tuple([z.string()]).rest(z.string()),
  ]),
  answer: z.string(),
  language: z.enum(LANGUAGES).nullable().default(null),
});
type Item = z.output<typeof itemSchema>;

type GradeOptions = {
  readonly question: string | null;
  readonly expected: readonly string[];
  readonly language: string | null;
  readonly batch: string | null;
  readonly json: boolean;
};

/** `repaso grade`: grades a typed answer, or a batch of them, against what is expected, without a database. */
export async function grade(io: Io, words: readonly string[], given: GradeOptions): Promise<ExitCode> {
  if (given.batch !== null) {
    if (words.length > 0) throw usageError(io, 'usage.grade-both');
    if (given.json) return runBatch(io, given.batch, itemSchema, gradeItem);
    return runBatch(io, given.batch, itemSchema, gradeItem, (graded) => lineOf(io.language, graded));
  }
  const [back, ...alternatives] = given.expected;
  if (words.length === 0 || back === undefined || given.question === null) throw usageError(io, 'usage.grade-none');
  const { question, language: code } = given;
  const language = code === null ? null : choose(io, '--language', LANGUAGES, code);
  const graded = gradeItem({ question, expected: [back, ...alternatives], answer: words.join(' '), language });
  if (given.json) printJson(io, graded);
  else for (const line of linesOf(io.language, graded)) io.out(line);
  return 0;
}

function gradeItem({ id, question, expected: [back, ...alternatives], answer, language }: Item) {
  const graded = gradeAnswer({ question, reference: { back, alternatives }, given: answer, language, aliases: [] });
  return { ...(id === undefined ? {} : { id }), ...graded };
}

type Graded = GradedAnswer & { readonly id?: string | number };

function lineOf(language: Language, { id, verdict, score, reasons }: Graded): string {
  const told = reasons.map((reason) => reasonWords(language, reason)).join(' ');
  return [id, say(language, `grade.verdict.${verdict}`), score.toFixed(2), told]
    .filter((part) => part !== undefined)
    .join('\t');
}

function linesOf(language: Language, { verdict, reasons, difference }: Graded): readonly string[] {
  const part = (key: 'grade.said' | 'grade.missing' | 'grade.extra', pieces: readonly string[]) =>
    pieces.length === 0 ? [] : [say(language, key, { pieces: pieces.join(' · ') })];
  return [
    say(language, `grade.verdict.${verdict}`),
    ...reasons.map((reason) => reasonWords(language, reason)),
    ...part('grade.said', difference.said),
    ...part('grade.missing', difference.missing),
    ...part('grade.extra', difference.extra),
  ];
}

function reasonWords(language: Language, reason: Reason): string {
  switch (reason.kind) {
    case 'clash':
      return say(language, `grade.clash.${reason.clash.kind}`, {
        noted: reason.clash.noted,
        given: reason.clash.given,
      });
    case 'slip':
      return say(language, 'grade.reason.slip', { noted: reason.noted, given: reason.given });
    case 'points':
      return say(language, 'grade.reason.points', { said: reason.said, of: reason.of });
    default:
      return say(language, `grade.reason.${reason.kind}`);
  }
}
