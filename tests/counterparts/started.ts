import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { z } from 'zod';
import { type Program, startProgram } from '../support/program.js';

type Env = Readonly<Record<string, string>>;

/** Nothing of the machine's own settings reaches the program: an empty variable counts as none, in `.env` files too. */
const NOTHING: Env = Object.fromEntries(
  [
    ...['DATABASE_URL', 'DISCORD_TOKEN', 'DISCORD_API_BASE', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL'],
    ...['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_COMMAND_PREFIX', 'REPASO_PUBLIC_URL'],
    ...['REPASO_KEY', 'REPASO_WEB', 'REPASO_ALLOWED_HOSTS', 'HOST', 'LOG_LEVEL'],
  ].map((name) => [name, '']),
);

/** A part of the notes that is all list: `from` names its first word, and each word names the next. */
export type Part = { readonly title: string; readonly from: number; readonly words: number };

/** Longer than a message of any platform, and not as long as all that they send of one answer. */
export const LONG: Part = { title: 'Annex', from: 0, words: 800 };
/** Longer than all messages that the bot makes of one answer: the rest is a file. */
export const ENDLESS: Part = { title: 'Compendium', from: 1_000, words: 6_000 };

const WORDS_OF_A_LINE = 10;

function listOf({ from, words }: Part): string {
  const lines = Array.from({ length: words / WORDS_OF_A_LINE }, (_, line) =>
    Array.from({ length: WORDS_OF_A_LINE }, (_, n) => `zeta${from + line * WORDS_OF_A_LINE + n}`).join(' '),
  );
  return lines.map((line) => `* ${line}`).join('\n');
}

/** The words of the part that are not in the text. */
export function wordsLost({ from, words }: Part, text: string): readonly string[] {
  const found = new Set(text.match(/zeta\d+/g));
  return Array.from({ length: words }, (_, n) => `zeta${from + n}`).filter((word) => !found.has(word));
}

/** The Docker notes, and beside them what is too long for a message. */
async function writeNotes(folder: string): Promise<string> {
  const notes = path.join(folder, 'notes');
  await mkdir(notes);
  await cp('flashcards/docker.md', path.join(notes, 'docker.md'));
  const parts = [LONG, ENDLESS].map((part) => `## ${part.title}\n\n${listOf(part)}\n`);
  await writeFile(path.join(notes, 'long.md'), `# Long parts\n\n${parts.join('\n')}`);
  return notes;
}

/** A home for programs, which they leave and come back to: notes and a database. */
export type Home = {
  /** Starts the built program there, in its own process. */
  start(env: Env): Promise<Program>;
  /** Runs a verb of the built program there and gives what it prints, whatever its exit code. */
  run(verb: readonly string[], env: Env): Promise<string>;
  remove(): Promise<void>;
};

export async function newHome(): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), 'repaso-counterparts-'));
  const data = path.join(folder, 'data');
  await cp(inject('freshDatabase'), data, { recursive: true });
  const here = { ...NOTHING, PORT: '0', LANG: 'en', REPASO_DATA: data, FLASHCARDS_DIR: await writeNotes(folder) };
  return {
    start: (env) => startProgram({ ...here, ...env }),
    run: (verb, env) =>
      new Promise((resolve) => {
        const options = { env: { ...process.env, ...here, ...env } };
        execFile(process.execPath, ['dist/cli.js', ...verb], options, (_error, stdout) => resolve(stdout));
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const healthSchema = z.object({ status: z.string(), adapters: z.record(z.string(), z.unknown()) });

export async function healthOf(program: Program): Promise<z.infer<typeof healthSchema>> {
  const response = await fetch(new URL('/healthz', program.url));
  return healthSchema.parse(await response.json());
}

const checksSchema = z.object({
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});

/** What `repaso doctor` says about one thing. */
export async function doctorOn(home: Home, env: Env, name: string) {
  const { checks } = checksSchema.parse(JSON.parse(await home.run(['doctor', '--json'], env)));
  return checks.find((check) => check.name === name);
}

/** The program's own log, as objects. */
export function logOf(program: Program): readonly Readonly<Record<string, unknown>>[] {
  return program
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
}
