import { open, rename, rm, stat } from 'node:fs/promises';
import { Transform, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { instant, wallClock } from '../core/local-date.js';
import { countsOf } from '../store/backup/format.js';
import { writeBackup } from '../store/backup/write-backup.js';
import { reportBackupError } from './backup-errors.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson } from './io.js';
import { say } from './messages/say.js';
import { version } from './version.js';

const STANDARD_OUTPUT = '-';

function usualName(io: Io): string {
  const { date, hour, minute } = wallClock(instant(io.now()), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const time = `${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`;
  return `repaso-${date}-${time}.jsonl.gz`;
}

type Output = {
  readonly stream: Writable;
  /** Where all of it was written: puts it in its place. */
  readonly keep: () => Promise<void>;
  /** Leaves nothing of what was begun. */
  readonly drop: () => Promise<void>;
};

async function nothing(): Promise<void> {}

/** A device or a pipe is written as it is; a file is made beside its place, so that a half one never stands there. */
async function openOutput(file: string): Promise<Output> {
  const found = file === STANDARD_OUTPUT ? null : await stat(file).catch(() => null);
  if (file === STANDARD_OUTPUT) return { stream: process.stdout, keep: nothing, drop: nothing };
  if (found !== null && !found.isFile()) {
    return { stream: (await open(file, 'r+')).createWriteStream(), keep: nothing, drop: nothing };
  }
  const part = `${file}.part-${process.pid}`;
  // It holds everybody's texts: nobody else may read it.
  const stream = (await open(part, 'w', 0o600)).createWriteStream({ flush: true });
  return { stream, keep: () => rename(part, file), drop: () => rm(part, { force: true }) };
}

/** Passes on what it is given, and counts it. */
function createCounter(to: Writable): { readonly stream: Writable; readonly bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  to.on('error', (error) => stream.destroy(error));
  // Whoever writes into it hears of it too.
  stream.on('error', () => {});
  stream.pipe(to);
  return { stream, bytes: () => bytes };
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** `repaso backup`: everything that the database holds, in one file, while others work in it. */
export async function backup(io: Io, given: string | null, options: { readonly json: boolean }): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const file = given ?? usualName(io);
  let output: Output | null = null;
  try {
    output = await openOutput(file);
    const counter = createCounter(output.stream);
    const facts = { program: version(), madeAt: new Date(io.now()).toISOString() };
    const { databaseUrl, dataDir } = config;
    const header = await writeBackup({ databaseUrl, dataDir }, facts, counter.stream);
    if (file !== STANDARD_OUTPUT) await finished(output.stream);
    await output.keep();
    const result = { file, bytes: counter.bytes(), ...countsOf(header) };
    if (file === STANDARD_OUTPUT) io.err(doneLine(io, result));
    else if (options.json) printJson(io, result);
    else io.out(doneLine(io, result));
    return 0;
  } catch (error) {
    output?.stream.destroy();
    await output?.drop();
    if (isSystemError(error)) {
      io.err(say(io.language, 'backup.not-written', { file, reason: error.code }));
      return 1;
    }
    const known = reportBackupError(io, file, error);
    if (known === null) throw error;
    return known;
  }
}

type Done = {
  readonly file: string;
  readonly bytes: number;
  readonly workspaces: number;
  readonly people: number;
  readonly reviews: number;
};

function doneLine({ language }: Io, { bytes, ...counts }: Done): string {
  return say(language, 'backup.done', { ...counts, megabytes: bytes / 1_000_000 });
}
