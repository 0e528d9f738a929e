import type { ClientName } from './arguments.js';
import type { Child } from './children.js';
import { createCrowd } from './database.js';
import { startDiscord } from './discord-platform.js';
import { type SlackPlatform, startSlack } from './slack-platform.js';
import type { FakePlatform, Learner } from './stage.js';

type Env = Readonly<Record<string, string>>;

/** A fake platform, and what a bot needs in its environment to reach it. */
export type Side = {
  readonly platform: FakePlatform;
  readonly env: Env;
  /** Tells the platform where the bot is, once it runs. */
  readonly connect: (bot: Child) => void;
};

export type ClientSetup = {
  readonly title: string;
  readonly workspace: string;
  readonly learners: readonly Learner[];
  /** The built program of the floor. */
  readonly floorScript: string;
  openFloor(): Promise<Side>;
  openOurs(): Promise<Side>;
};

const GUILD = '700000000000000000';
const TEAM = 'T0BENCH';
const FLOORS = 'dist/bench/bench/floor';

function discord(): ClientSetup {
  const learners = createCrowd((number) => `80000000000000${number}`);
  const open = async (envOf: (at: { readonly apiBase: string; readonly token: string }) => Env): Promise<Side> => {
    const platform = await startDiscord(GUILD, learners);
    return { platform, env: envOf(platform), connect: () => {} };
  };
  return {
    title: 'Discord (discord.js)',
    workspace: `discord:${GUILD}`,
    learners,
    floorScript: `${FLOORS}/discord.js`,
    openFloor: () => open(({ apiBase, token }) => ({ BENCH_API: apiBase, BENCH_TOKEN: token })),
    openOurs: () => open(({ apiBase, token }) => ({ DISCORD_API_BASE: apiBase, DISCORD_TOKEN: token })),
  };
}

function slack(mode: 'socket' | 'http'): ClientSetup {
  const learners = createCrowd((number) => `U0BENCH${number}`);
  const isSocket = mode === 'socket';
  const open = async (envOf: (at: SlackPlatform) => Env): Promise<Side> => {
    const platform = await startSlack(TEAM, learners);
    return { platform, env: envOf(platform), connect: isSocket ? () => {} : ({ ready }) => platform.deliverTo(ready) };
  };
  return {
    title: isSocket ? 'Slack by its socket (Bolt)' : 'Slack by HTTP (Bolt)',
    workspace: `slack:${TEAM}`,
    learners,
    floorScript: `${FLOORS}/slack.js`,
    openFloor: () =>
      open(({ apiUrl, botToken, appToken, signingSecret }) => ({
        BENCH_API: apiUrl,
        BENCH_TOKEN: botToken,
        ...(isSocket ? { BENCH_APP_TOKEN: appToken } : { BENCH_SIGNING_SECRET: signingSecret }),
      })),
    openOurs: () =>
      open(({ apiUrl, botToken, appToken, signingSecret }) => ({
        SLACK_API_URL: apiUrl,
        SLACK_BOT_TOKEN: botToken,
        ...(isSocket ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
      })),
  };
}

export function setupOf(name: ClientName): ClientSetup {
  switch (name) {
    case 'discord':
      return discord();
    case 'slack-socket':
      return slack('socket');
    case 'slack-http':
      return slack('http');
  }
}
