import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Arguments } from './arguments.js';
import { type Burst, measureBurst } from './burst.js';
import { startNode } from './children.js';
import type { ClientSetup } from './clients.js';
import { createDatabase, type Size } from './database.js';
import { writeNotes } from './notes.js';
import { measureRoundTrips, type RoundTrips } from './round-trips.js';

export type Measured = {
  readonly title: string;
  readonly size: Size;
  readonly roundTrips: RoundTrips;
  readonly burst: { readonly floor: Burst; readonly ours: Burst };
};

/** What a developer's own environment may say of platforms is none of the program's business here. */
const NOTHING_SET = {
  DISCORD_TOKEN: '',
  DISCORD_API_BASE: '',
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  SLACK_API_URL: '',
  SLACK_CLIENT_ID: '',
  SLACK_CLIENT_SECRET: '',
  REPASO_ALLOWED_HOSTS: '',
  REPASO_WEB: '',
  HOST: '',
} as const;

const run = promisify(execFile);

/** Undoes in the end what was done, the last first. */
class Cleanup {
  private readonly steps: (() => Promise<unknown>)[] = [];

  after<T>(value: T, undo: (value: T) => Promise<unknown>): T {
    this.steps.push(() => undo(value));
    return value;
  }

  async end(): Promise<void> {
    for (const step of this.steps.reverse()) await step();
  }
}

/** Sets everything up for one client, measures, and takes it down. `note` tells how far it is. */
export async function measureClient(
  setup: ClientSetup,
  options: Arguments,
  serverUrl: string,
  note: (text: string) => void,
): Promise<Measured> {
  const cleanup = new Cleanup();
  try {
    return await measure(setup, options, serverUrl, note, cleanup);
  } finally {
    await cleanup.end();
  }
}

async function measure(
  setup: ClientSetup,
  options: Arguments,
  serverUrl: string,
  note: (text: string) => void,
  cleanup: Cleanup,
): Promise<Measured> {
  const { title, workspace, learners } = setup;
  const folder = await mkdtemp(path.join(tmpdir(), 'repaso-bench-'));
  cleanup.after(folder, (made) => rm(made, { recursive: true, force: true }));
  const database = cleanup.after(await createDatabase(serverUrl), ({ drop }) => drop());

  note(`${title}: the notes`);
  const notes = path.join(folder, 'notes');
  await writeNotes(notes);
  const store = { DATABASE_URL: database.url, FLASHCARDS_DIR: notes, REPASO_DATA: path.join(folder, 'data') };
  const env = { ...NOTHING_SET, ...store, SLACK_COMMAND_PREFIX: 'none', PORT: '0' };
  await run(process.execPath, ['dist/cli.js', 'migrate'], { env: { ...process.env, ...env } });
  await database.addWorkspace(workspace);

  const ours = cleanup.after(await setup.openOurs(), ({ platform }) => platform.close());
  const floor = cleanup.after(await setup.openFloor(), ({ platform }) => platform.close());
  const profiling = options.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const program = await startNode([...profiling, '--enable-source-maps', 'dist/cli.js', 'start'], {
    ...env,
    ...ours.env,
  });
  cleanup.after(program, ({ stop }) => stop());
  const least = await startNode(['--enable-source-maps', setup.floorScript], floor.env);
  cleanup.after(least, ({ stop }) => stop());
  ours.connect(program);
  floor.connect(least);

  note(`${title}: the learners`);
  await database.addLearners(workspace, learners);
  const size = await database.size(workspace);
  const stages = { floor: floor.platform.stage, ours: ours.platform.stage };

  note(`${title}: ${options.samples} round trips of each kind, after ${options.warmUp}`);
  const roundTrips = await measureRoundTrips(stages, database.commit, options);
  const counted = (await database.size(workspace)).reviews - size.reviews;
  const pressed = options.warmUp + options.samples;
  if (counted !== pressed) throw new Error(`${pressed} grades were pressed, ${counted} were counted`);

  note(`${title}: ${options.burst} commands at once`);
  const burst = {
    floor: await measureBurst(stages.floor, options.burst),
    ours: await measureBurst(stages.ours, options.burst),
  };
  for (const { platform } of [floor, ours]) {
    const lost = platform.connections() - 1;
    if (lost > 0) note(`${title}: ${platform === ours.platform ? 'ours' : 'the floor'} lost its line ${lost} times`);
    const [violation] = platform.violations();
    if (violation !== undefined) throw new Error(`refused by the platform: ${JSON.stringify(violation)}`);
  }
  return { title, size, roundTrips, burst };
}
