import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/bot/features.js';
import { renderCommands } from '../../src/chat/discord/render-commands.js';
import { SCOPES } from '../../src/chat/slack/scopes.js';
import { commands } from '../../src/cli/commands.js';
import { UsageError } from '../../src/cli/io.js';
import { type ManifestOptions, manifest } from '../../src/cli/manifest.js';
import type { Language } from '../../src/core/language.js';
import { fakeIo } from '../support/fake-io.js';

const PUBLIC = 'https://repaso.example/';

function made(
  env: Readonly<Record<string, string>>,
  options: Partial<ManifestOptions> = {},
  language: Language = 'en',
) {
  const io = fakeIo({ env, language });
  expect(manifest(io, 'slack', { mode: null, language: null, ...options })).toBe(0);
  expect(io.stderr).toEqual([]);
  return io.json();
}

const names = (printed: { features: { slash_commands: { command: string }[] } }) =>
  printed.features.slash_commands.map(({ command }) => command);

describe('manifest slack', () => {
  it('prints the whole app before there is any token', () => {
    const printed = made({});
    expect(names(printed)).toEqual(['/repaso', ...FEATURES.map(({ command }) => `/repaso-${command.name}`)]);
    expect(printed.features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id)).toEqual(['card']);
    expect(printed.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(JSON.stringify(printed)).not.toContain('http');
  });

  it('asks for the scopes that an installation asks for', () => {
    expect(made({}).oauth_config.scopes.bot.sort()).toEqual([...SCOPES].sort());
  });

  it.each([
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 's' }, {}, true],
    ['a signing secret and an app token', { SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp' }, {}, false],
    ['a signing secret left empty', { SLACK_SIGNING_SECRET: ' ' }, {}, false],
    ['--mode http', {}, { mode: 'http' }, true],
    ['--mode socket beside a signing secret', { SLACK_SIGNING_SECRET: 's' }, { mode: 'socket' }, false],
  ])('takes %s for its mode', (_, env, options, isHttp) => {
    const { settings, features } = made({ ...env, REPASO_PUBLIC_URL: PUBLIC }, options);
    const url = isHttp ? 'https://repaso.example/slack/events' : undefined;
    expect(settings.socket_mode_enabled).toBe(!isHttp);
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(features.slash_commands[0].url).toBe(url);
  });

  it.each(['socket', 'http'])('tells where installations come back to, in %s mode too', (mode) => {
    const { oauth_config } = made({ REPASO_PUBLIC_URL: PUBLIC }, { mode });
    expect(oauth_config.redirect_urls).toEqual(['https://repaso.example/slack/oauth_redirect']);
  });

  it('speaks the language that is asked for, else the terminal’s', () => {
    expect(names(made({}, {}, 'es'))).toContain('/repaso-explicar');
    expect(names(made({}, { language: 'en' }, 'es'))).toContain('/repaso-explain');
    expect(made({}, { language: 'es' }).display_information.description).toMatch(/^Un tutor/);
  });

  it('puts the prefix that is set before each name but the main one', () => {
    expect(names(made({ SLACK_COMMAND_PREFIX: 'kb-' })).slice(0, 2)).toEqual(['/repaso', '/kb-explain']);
    expect(names(made({ SLACK_COMMAND_PREFIX: 'none' }))).toContain('/explain');
  });

  it('keeps every secret to itself', () => {
    const env = { SLACK_BOT_TOKEN: 'hunter2', SLACK_SIGNING_SECRET: 'hunter2', REPASO_PUBLIC_URL: PUBLIC };
    expect(JSON.stringify(made(env))).not.toContain('hunter2');
  });

  it.each<[string, Partial<ManifestOptions>, Record<string, string>, string]>([
    ['slack', { mode: 'http' }, {}, 'HTTP mode needs REPASO_PUBLIC_URL'],
    ['slack', { mode: 'pigeon' }, {}, '--mode takes socket or http, got “pigeon”'],
    ['slack', { language: 'fr' }, {}, '--language takes en or es, got “fr”'],
    ['discord', {}, {}, 'manifest takes slack, got “discord”'],
    ['slack', {}, { SLACK_SIGNING_SECRET: 's' }, 'HTTP mode needs REPASO_PUBLIC_URL'],
  ])('refuses %s %j with one clear line', (platform, options, env, line) => {
    const io = fakeIo({ env });
    const call = () => manifest(io, platform, { mode: null, language: null, ...options });
    expect(call).toThrow(UsageError);
    expect(call).toThrow(line);
    expect(io.stdout).toEqual([]);
  });

  it('reports a setting that no manifest can hold', () => {
    const io = fakeIo({ env: { SLACK_COMMAND_PREFIX: 'Mi prefijo' } });
    expect(manifest(io, 'slack', { mode: null, language: null })).toBe(2);
    expect(io.stderr.join('\n')).toContain('SLACK_COMMAND_PREFIX');
    expect(io.stdout).toEqual([]);
  });
});

describe('commands discord', () => {
  it('prints what Discord is told at a start', () => {
    const io = fakeIo();
    expect(commands(io, 'discord')).toBe(0);
    const specs = FEATURES.map(({ command }) => command);
    const shortcuts = FEATURES.flatMap((feature) => feature.shortcuts.map(({ spec }) => spec));
    expect(io.json()).toEqual(JSON.parse(JSON.stringify(renderCommands(specs, shortcuts))));
    expect(io.json().map(({ name }: { name: string }) => name)).toContain('explain');
  });

  it('knows no other platform', () => {
    expect(() => commands(fakeIo({ language: 'es' }), 'slack')).toThrow('commands admite discord, no «slack»');
  });
});

it('neither verb looks for a database', () => {
  const data = path.join(tmpdir(), 'repaso-none', 'data');
  const io = fakeIo({ env: { REPASO_DATA: data, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } });
  expect(manifest(io, 'slack', { mode: null, language: null })).toBe(0);
  expect(commands(io, 'discord')).toBe(0);
  expect(existsSync(data)).toBe(false);
});
