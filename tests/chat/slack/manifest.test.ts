import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findCommand } from '../../../src/chat/parse-command.js';
import type { CommandOption, CommandSpec } from '../../../src/chat/port.js';
import { type ManifestInput, slackManifest } from '../../../src/chat/slack/manifest.js';
import { slashNames } from '../../../src/chat/slack/slash-names.js';

const both = (text: string) => ({ en: text, es: text });

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
  const base = { name, names: both(name), description: both(name), required: false, suggests: false } as const;
  return { ...base, type: 'string', choices: [], ...more };
}

function command(name: string, es: string, options: readonly CommandOption[] = []): CommandSpec {
  return { name, names: { en: name, es }, description: { en: `Does ${name}`, es: `Hace ${name}` }, options };
}

const input: ManifestInput = {
  name: 'Repaso',
  description: { en: 'Learn your own notes', es: 'Aprende tus propios apuntes' },
  longDescription: both('A tutor in your chat that teaches you your own notes, a few cards a day. '.repeat(3)),
  commands: [
    command('explain', 'explicar', [option('concept', { required: true }), option('deck')]),
    command('review', 'repasar'),
    command('leaderboard', 'clasificación'),
  ],
  shortcuts: [{ name: 'card.make', label: { en: 'Make a flashcard', es: 'Crear una tarjeta' } }],
  prefix: '',
  mode: { kind: 'socket' },
  language: 'en',
};
const http = { kind: 'http', baseUrl: 'https://tutor.example.org/' } as const;

/** Slack's documented limits (docs.slack.dev/reference/app-manifest), and nothing that they do not name. */
const url = z.url({ protocol: /^https$/ });
const schema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(174).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().min(1).max(1_000).optional(),
          should_escape: z.boolean(),
          url: url.optional(),
        }),
      )
      .min(1)
      .max(50)
      .refine((all) => new Set(all.map((each) => each.command)).size === all.length, 'a command twice'),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.literal('message'),
          name: z.string().min(1).max(24),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(url).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url.optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

function read(more: Partial<ManifestInput> = {}) {
  return schema.parse(JSON.parse(JSON.stringify(slackManifest({ ...input, ...more }))));
}

function commandsOf(more: Partial<ManifestInput>) {
  return read(more).features.slash_commands.map((each) => each.command);
}

describe('slackManifest', () => {
  it('describes the whole app', () => {
    expect(read()).toEqual({
      display_information: {
        name: 'Repaso',
        description: 'Learn your own notes',
        long_description: input.longDescription.en.trim(),
        background_color: '#4338ca',
      },
      features: {
        app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
        bot_user: { display_name: 'repaso', always_online: true },
        slash_commands: [
          {
            command: '/repaso',
            description: 'Learn your own notes',
            usage_hint: '[explain | review | leaderboard]',
            should_escape: false,
          },
          {
            command: '/explain',
            description: 'Does explain',
            usage_hint: '<concept> [deck]',
            should_escape: false,
          },
          { command: '/review', description: 'Does review', should_escape: false },
          { command: '/leaderboard', description: 'Does leaderboard', should_escape: false },
        ],
        shortcuts: [
          { type: 'message', name: 'Make a flashcard', callback_id: 'card.make', description: 'Make a flashcard' },
        ],
      },
      oauth_config: {
        scopes: {
          bot: [
            'app_mentions:read',
            'channels:history',
            'chat:write',
            'commands',
            'files:read',
            'files:write',
            'groups:history',
            'im:history',
            'im:write',
            'users:read',
          ],
        },
      },
      settings: {
        event_subscriptions: {
          bot_events: [
            'app_home_opened',
            'app_mention',
            'message.im',
            'message.channels',
            'message.groups',
            'app_uninstalled',
            'tokens_revoked',
          ],
        },
        interactivity: { is_enabled: true },
        org_deploy_enabled: false,
        socket_mode_enabled: true,
        token_rotation_enabled: false,
      },
    });
  });

  it('has the server’s addresses where Slack calls it, and only there', () => {
    const { features, oauth_config, settings } = read({ mode: http });
    const events = 'https://tutor.example.org/slack/events';
    expect(new Set(features.slash_commands.map((each) => each.url))).toEqual(new Set([events]));
    expect(settings.event_subscriptions.request_url).toBe(events);
    expect(settings.interactivity.request_url).toBe(events);
    expect(settings.socket_mode_enabled).toBe(false);
    expect(oauth_config.redirect_urls).toEqual(['https://tutor.example.org/slack/oauth_redirect']);
    expect(JSON.stringify(read())).not.toContain('http');
  });

  it('speaks the language that was asked for', () => {
    const { features, display_information } = read({ language: 'es' });
    expect(display_information.description).toBe('Aprende tus propios apuntes');
    expect(features.slash_commands[1]).toMatchObject({ command: '/explicar', description: 'Hace explain' });
    expect(features.shortcuts[0]?.name).toBe('Crear una tarjeta');
  });

  it.each<[string, Partial<ManifestInput>, string[]]>([
    [
      'puts a prefix before all but the main one',
      { prefix: 'team-' },
      ['/team-explain', '/team-review', '/team-leaderboard'],
    ],
    ['takes the common name for one with an accent', { language: 'es' }, ['/explicar', '/repasar', '/leaderboard']],
    ['leaves out what would be the main one', { commands: [command('repaso', 'repaso')] }, []],
    ['leaves out what the prefix makes the main one', { prefix: 're', commands: [command('paso', 'paso')] }, []],
    ['leaves out Slack’s own', { commands: [command('status', 'estado'), command('deck', 'mazos')] }, ['/deck']],
    ['leaves out a name’s second', { language: 'es', commands: [command('a', 'x'), command('b', 'x')] }, ['/x']],
    ['leaves out what is too long', { prefix: 'p'.repeat(25) }, [`/${'p'.repeat(25)}review`]],
  ])('%s', (_, more, expected) => {
    expect(commandsOf(more)).toEqual(['/repaso', ...expected]);
  });

  it('has no more commands than Slack takes', () => {
    const commands = Array.from({ length: 80 }, (_, index) => command(`c${index}`, `c${index}`));
    expect(commandsOf({ commands })).toHaveLength(50);
  });

  it('names commands so that the bot knows them again', () => {
    for (const language of ['en', 'es'] as const) {
      for (const { command: typed, spec } of slashNames(input.commands, 'x-', language)) {
        expect(findCommand(input.commands, typed.slice('/x-'.length))).toBe(spec);
      }
    }
  });

  it('shortens words that are too long', () => {
    read({
      name: 'Répaso ✨ '.repeat(20),
      description: both('d'.repeat(3_000)),
      longDescription: both('l'.repeat(4_000)),
      commands: [
        command(
          'a',
          'a',
          Array.from({ length: 200 }, (_, index) => option(`option${index}`)),
        ),
      ],
      shortcuts: [{ name: 's', label: both('s'.repeat(300)) }],
    });
    expect(read({ name: '✨' }).features.bot_user.display_name).toBe('repaso');
  });

  it.each(['Team', 'a b', 'é', '/'])('refuses the prefix %j', (prefix) => {
    expect(() => slackManifest({ ...input, prefix })).toThrow(RangeError);
  });

  it.each([173, 4_001])('refuses a long description of %i characters', (length) => {
    expect(() => slackManifest({ ...input, longDescription: both('l'.repeat(length)) })).toThrow(RangeError);
  });
});
