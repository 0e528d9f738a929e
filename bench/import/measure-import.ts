import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { RoomBrowser } from '../../tests/support/room-browser.js';
import { createServerDatabase } from '../../tests/support/server-database.js';
import { startNode } from '../children.js';
import { createCrowd } from '../database.js';
import { startDiscord } from '../discord-platform.js';
import { startSlack } from '../slack-platform.js';
import type { Stage } from '../stage.js';
import { HEAVY, type HeavySource } from './sources.js';

export type MeasuredImport = {
  readonly engine: 'embedded' | 'server';
  readonly source: string;
  /** From sending to the answer, in milliseconds; of applying too, where it is applied. */
  readonly took: number;
  /** What became of it, in the program's words. */
  readonly answer: string;
  /** The longest that `/healthz` was waited for, in milliseconds. */
  readonly longestHealth: number;
  /** Commands of three others meanwhile, and how many were acknowledged in the platform's 3 s. */
  readonly commands: number;
  readonly acknowledged: number;
  readonly longestAcknowledgement: number;
};

/** The targets of `--check`, in milliseconds. */
export const IMPORT_TARGETS = { health: 250, acknowledgement: 3_000 } as const;

const GUILD = '700000000000000001';
const TEAM = 'T0IMPORT';
const HEALTH_EVERY_MS = 25;
const COMMAND_EVERY_MS = 500;
const PATIENCE_MS = 180_000;
const DONE =
  /Preview: |too long to read|more memory|holds too much|I found no card|larger than 10 MB|There is no card|holds no cards|is damaged|Nothing was changed/;

type Watched = {
  health: number;
  commands: number;
  acknowledged: number;
  acknowledgement: number;
};

/** Asks again and again until told to end; what one question takes does not delay the next kind. */
function watch(url: string, stages: readonly Stage[], other: RoomBrowser) {
  const seen: Watched = { health: 0, commands: 0, acknowledged: 0, acknowledgement: 0 };
  const ending = new AbortController();
  const under: Promise<void>[] = [];
  let person = 0;

  async function timed(act: () => Promise<number>): Promise<void> {
    seen.commands += 1;
    const milliseconds = await act().catch(() => Number.POSITIVE_INFINITY);
    seen.acknowledgement = Math.max(seen.acknowledgement, milliseconds);
    if (milliseconds <= IMPORT_TARGETS.acknowledgement) seen.acknowledged += 1;
  }
  async function health(): Promise<void> {
    while (!ending.signal.aborted) {
      const start = performance.now();
      await fetch(`${url}/healthz`).then((response) => response.text());
      seen.health = Math.max(seen.health, performance.now() - start);
      await sleep(HEALTH_EVERY_MS);
    }
  }
  async function commands(): Promise<void> {
    while (!ending.signal.aborted) {
      person = (person + 1) % 900;
      const mine = person;
      for (const stage of stages) under.push(timed(async () => (await stage.explain(mine)).acknowledged));
      under.push(
        timed(async () => {
          const start = performance.now();
          await other.say('/today');
          return performance.now() - start;
        }),
      );
      await sleep(COMMAND_EVERY_MS);
    }
  }
  const running = Promise.all([health(), commands()]);
  return async (): Promise<Watched> => {
    ending.abort();
    await running;
    await Promise.all(under);
    return seen;
  };
}

async function seenBy(browser: RoomBrowser, known: ReadonlySet<string>, pattern: RegExp) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(200)) {
    const found = (await browser.sees()).find((one) => !known.has(`${one.id} ${one.text}`) && pattern.test(one.text));
    if (found !== undefined) return found;
  }
  throw new Error(`nothing like ${pattern.source} came in ${PATIENCE_MS} ms`);
}

async function knownTo(browser: RoomBrowser): Promise<ReadonlySet<string>> {
  return new Set((await browser.sees()).map(({ id, text }) => `${id} ${text}`));
}

/** Sends one source as a member does, and applies it where that is measured. Gives what was answered. */
async function bring(member: RoomBrowser, { file, text, apply }: HeavySource): Promise<string> {
  await member.run('import', {});
  while ((await member.openForm()) === null) await sleep(20);
  const known = await knownTo(member);
  await member.submit({}, undefined, { file: { name: file, bytes: new TextEncoder().encode(text()) } });
  const answer = await seenBy(member, known, DONE);
  const words = answer.text
    .replace(/\s+/gu, ' ')
    .replace(/^.*?(?=Preview: )/u, '')
    .trim();
  if (!apply) {
    if (answer.buttons.includes('Cancel')) await member.press(answer, 'Cancel');
    return words;
  }
  await member.press(answer, 'Apply');
  return (await seenBy(member, known, /Done: /)).text.replace(/\s+/gu, ' ').trim();
}

async function measureEngine(
  engine: MeasuredImport['engine'],
  databaseUrl: string,
  note: (text: string) => void,
): Promise<readonly MeasuredImport[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'repaso-bench-'));
  const discord = await startDiscord(
    GUILD,
    createCrowd((number) => `80000000000000${number}`),
  );
  const slack = await startSlack(
    TEAM,
    createCrowd((number) => `U0BENCH${number}`),
  );
  const env = {
    DATABASE_URL: databaseUrl,
    REPASO_DATA: folder,
    PORT: '0',
    DISCORD_API_BASE: discord.apiBase,
    DISCORD_TOKEN: discord.token,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    LOG_LEVEL: 'warn',
  };
  await promisify(execFile)(process.execPath, ['dist/cli.js', 'migrate'], { env: { ...process.env, ...env } });
  const program = await startNode(['dist/cli.js', 'start'], { ...env, LOG_LEVEL: 'info' });
  const server = { request: (to: string, init: RequestInit) => fetch(to, init) };
  const results: MeasuredImport[] = [];
  try {
    const url = program.ready;
    const other = await RoomBrowser.open(server, 'en', url);
    for (const source of HEAVY) {
      note(`import, ${engine}: ${source.name}`);
      const stop = watch(url, [discord.stage, slack.stage], other);
      // A page of its own for each: a form that was sent stays open in the one before.
      const member = await RoomBrowser.open(server, 'en', url);
      const start = performance.now();
      const answer = await bring(member, source);
      member.close();
      const took = performance.now() - start;
      const seen = await stop();
      results.push({
        engine,
        source: source.name,
        took,
        answer,
        longestHealth: seen.health,
        commands: seen.commands,
        acknowledged: seen.acknowledged,
        longestAcknowledgement: seen.acknowledgement,
      });
    }
    other.close();
  } finally {
    await program.stop();
    await Promise.all([discord.close(), slack.close()]);
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

/** Each heavy source on both engines, while three others go on with their work. */
export async function measureImport(
  serverUrl: string,
  note: (text: string) => void,
): Promise<readonly MeasuredImport[]> {
  const database = await createServerDatabase(serverUrl);
  try {
    return [...(await measureEngine('embedded', '', note)), ...(await measureEngine('server', database.url, note))];
  } finally {
    await database.drop();
  }
}

export function importRows(measured: readonly MeasuredImport[]): readonly string[] {
  const milliseconds = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : 'never').padStart(9);
  return [
    'imports while three others work, ms',
    `  ${''.padEnd(40)}     took  healthz      ack  in 3 s`,
    ...measured.flatMap(
      ({ engine, source, took, answer, longestHealth, commands, acknowledged, longestAcknowledgement }) => [
        `  ${`${engine}: ${source}`.padEnd(38)}${milliseconds(took)}${milliseconds(longestHealth)}${milliseconds(longestAcknowledgement)}  ${acknowledged}/${commands}`,
        `      ${answer.slice(0, 100)}`,
      ],
    ),
    '',
  ];
}

export function missedByImport(measured: readonly MeasuredImport[]): readonly string[] {
  return measured.flatMap(({ engine, source, longestHealth, commands, acknowledged }) => [
    ...(longestHealth > IMPORT_TARGETS.health
      ? [`${engine}, ${source}: /healthz waited ${longestHealth.toFixed(0)} ms, the target is ${IMPORT_TARGETS.health}`]
      : []),
    ...(acknowledged < commands
      ? [`${engine}, ${source}: ${commands - acknowledged} of ${commands} not acknowledged in time`]
      : []),
  ]);
}
