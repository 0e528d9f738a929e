import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { type ExitCode, type Io, usageError } from './io.js';
import { say } from './messages/say.js';

/**
 * One JSON object a line in, one result a line out, in the same order, as JSON unless `write` says otherwise. A line that
 * cannot be read is reported on standard error with its number and gives no result; the others go on, and the exit code is 1.
 */
export async function runBatch<Item, Result>(
  io: Io,
  file: string,
  schema: z.ZodType<Item>,
  answer: (item: Item) => Result,
  write: (result: Result) => string = JSON.stringify,
): Promise<ExitCode> {
  const lines = (await readText(io, file)).split(/\r?\n/);
  let exit: ExitCode = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const item = parseLine(io, line, schema);
    if (item.ok) {
      io.out(write(answer(item.value)));
      continue;
    }
    io.err(say(io.language, 'batch.bad-line', { file, line: index + 1, message: item.message }));
    exit = 1;
  }
  return exit;
}

async function readText(io: Io, file: string): Promise<string> {
  if (file === '-') return new TextDecoder().decode(await io.stdin());
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw usageError(io, 'usage.batch-missing', { file });
  }
}

type ParsedLine<Item> = { readonly ok: true; readonly value: Item } | { readonly ok: false; readonly message: string };

function parseLine<Item>(io: Io, line: string, schema: z.ZodType<Item>): ParsedLine<Item> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, message: say(io.language, 'batch.not-json') };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, message: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
}
