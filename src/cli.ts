#!/usr/bin/env node
import { CommanderError } from 'commander';
import { type ExitCode, type Io, terminalLanguage, UsageError } from './cli/io.js';
import { say } from './cli/messages/say.js';
import { createProgram, wordUsage } from './cli/program.js';
import { reportStoreError } from './cli/store-errors.js';
import { createTerminal } from './cli/terminal.js';
import { newRef } from './program/ids.js';
import { framesOf, plainMessage } from './program/plain-error.js';

/** Settings in `.env` count where the environment has none. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch {
    // There is no .env: the environment is all there is.
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(io, error);
  }
}

function report(io: Io, error: unknown): ExitCode {
  if (error instanceof CommanderError || error instanceof UsageError) {
    const line = wordUsage(io, error);
    if (line === null) return 0;
    io.err(line);
    return 2;
  }
  const known = reportStoreError(io, error);
  if (known !== null) return known;
  // A failed query's own message holds the query and its values; its cause says what is wrong.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = cause instanceof Error ? plainMessage(cause) : String(cause);
  io.err(say(io.language, 'unexpected', { message, ref: newRef() }));
  if (io.env.LOG_LEVEL === 'debug' && error instanceof Error) io.err(framesOf(error) ?? '');
  return 1;
}

loadEnvFile();
// Questions go where problems go, so that results can be sent elsewhere.
const terminal = createTerminal(process.stdin, process.stderr);
const io: Io = {
  env: process.env,
  language: terminalLanguage(process.env),
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  terminal: process.stdout.isTTY ? (text) => void process.stdout.write(text) : null,
  stdin: readStdin,
  ask: process.stdin.isTTY && process.stderr.isTTY ? terminal.ask : null,
  now: Date.now,
};
// A reader that has seen enough (`repaso cards … | head`) is no error.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
});
process.exitCode = await run(process.argv.slice(2), io);
terminal.close();
