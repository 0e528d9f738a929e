import { z } from 'zod';

/*
 * What an error says, without what people said. A failed query of the query builder lists its parameters, the database
 * quotes the value that it could not take, and a parser quotes the text that it could not read.
 */

const queryError = z.object({ query: z.string(), params: z.array(z.unknown()) });

/** The database's own errors have a severity, which no other has. */
const databaseError = z.object({ severity: z.string() });

/** A value stands behind a colon or the word "value"; what else is in quotes are names of tables, columns and rules. */
const QUOTED_VALUE = /(?<=: |\bvalue |\btoken |\bnear )"(?:[^"]|"")*"|(?<=\bvalue )'[^']*'/giu;
const NOT_JSON = /is not valid JSON$|\bin JSON at position \d+/u;

export function plainMessage(error: Error): string {
  const query = queryError.safeParse(error);
  if (query.success) return `Failed query: ${query.data.query}`;
  if (databaseError.safeParse(error).success) return error.message.replaceAll(QUOTED_VALUE, '"…"');
  return error instanceof SyntaxError && NOT_JSON.test(error.message) ? 'not valid JSON' : error.message;
}

const FRAME = /^\s+at /u;

/** Where it happened, without the message that a stack begins with. */
export function framesOf({ message, stack }: Error): string | null {
  if (stack === undefined) return null;
  const start = message === '' ? -1 : stack.indexOf(message);
  const after = start < 0 ? stack : stack.slice(start + message.length);
  const frames = after.split('\n').filter((line) => FRAME.test(line));
  return frames.length === 0 ? null : frames.join('\n');
}
