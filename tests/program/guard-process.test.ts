import { afterEach, describe, expect, it, vi } from 'vitest';
import { culpritOf, guardProcess, type Suspect } from '../../src/program/guard-process.js';
import { createLogger } from '../../src/program/log.js';

function suspect(platform: string, ...packages: readonly string[]) {
  return { platform, packages, broke: vi.fn<Suspect['broke']>() };
}

function thrownIn(...frames: readonly string[]): Error {
  const error = new TypeError("Cannot read properties of undefined (reading 'type')");
  error.stack = [String(error), ...frames.map((frame) => `    at inner (${frame}:1:1)`)].join('\n');
  return error;
}

const discord = suspect('discord', 'discord.js', '@discordjs/');
const slack = suspect('slack', '@slack/');
const SUSPECTS = [discord, slack];

describe('an error from nowhere', () => {
  it.each([
    ['in Slack’s client', ['/a/node_modules/@slack/socket-mode/dist/x.js', '/a/node_modules/undici/y.js'], 'slack'],
    ['in discord.js', ['/a/node_modules/discord.js/src/x.js', '/a/node_modules/@discordjs/ws/y.js'], 'discord'],
    ['on Windows', ['C:\\a\\node_modules\\@slack\\bolt\\x.js'], 'slack'],
    ['in a package that clients use', ['/a/node_modules/ws/x.js', '/a/node_modules/@discordjs/ws/y.js'], 'discord'],
    ['in ours', ['/a/dist/tutor/context.js'], null],
    ['in a package with nearly such a name', ['/a/node_modules/discord.js-light/x.js'], null],
    ['without a stack', [], null],
  ])('%s is put down to its adapter', (_, frames, platform) => {
    expect(culpritOf(thrownIn(...frames), SUSPECTS)?.platform ?? null).toBe(platform);
  });

  it.each([
    'text',
    null,
    undefined,
    { stack: '/node_modules/@slack/bolt' },
  ])('that is no error (%j) is nobody’s', (odd) => {
    expect(culpritOf(odd, SUSPECTS)).toBeNull();
  });
});

describe('the last net', () => {
  let takeAway: () => void = () => {};
  afterEach(() => {
    takeAway();
    vi.clearAllMocks();
  });

  function spread() {
    const lines: string[] = [];
    const end = vi.fn();
    const logger = createLogger('warn', (line) => lines.push(line));
    const before = new Set(process.listeners('uncaughtException'));
    takeAway = guardProcess({ suspects: SUSPECTS, logger, newRef: () => 'REF7', end });
    const [onException] = process.listeners('uncaughtException').filter((each) => !before.has(each));
    const [onRejection] = process.listeners('unhandledRejection').slice(-1);
    const fail = (error: unknown) => onRejection?.(error, Promise.resolve());
    const crash = (error: Error) => onException?.(error, 'uncaughtException');
    return { lines, end, fail, crash };
  }

  it('has the adapter started anew whose client failed, and no other', () => {
    const { end, fail, crash } = spread();
    fail(thrownIn('/a/node_modules/@slack/bolt/x.js'));
    crash(thrownIn('/a/node_modules/@slack/bolt/x.js'));
    expect(slack.broke).toHaveBeenCalledTimes(2);
    expect(discord.broke).not.toHaveBeenCalled();
    expect(end).not.toHaveBeenCalled();
  });

  it('lets a rejection of unknown origin pass, with an id in the log', () => {
    const { lines, end, fail } = spread();
    fail(new Error('nobody waited'));
    expect(lines.join('\n')).toContain('REF7');
    expect(end).not.toHaveBeenCalled();
  });

  it('ends the program after an exception of unknown origin, with an id in the log', () => {
    const { lines, end, crash } = spread();
    crash(new Error('nobody knows'));
    expect(lines.join('\n')).toContain('REF7');
    expect(end).toHaveBeenCalledTimes(1);
  });
});
