import { MessageReferenceType, MessageType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { mayManage } from '../../../src/chat/discord/manages.js';
import { messageSchema, wordsTo } from '../../../src/chat/discord/message.js';

const SELF = { userId: '1', roleId: '2' };
const ANA = { id: '9', username: 'ana', global_name: 'Ana' };
const BOT = { id: '1', username: 'repaso', bot: true };
const REPLY = { message_reference: { type: MessageReferenceType.Default, message_id: '50' } };

/** What a message of a server, or with `guild_id: null` of a direct conversation, says to the bot. */
function heard(message: object) {
  const base = { id: '100', channel_id: '7', guild_id: '5', type: MessageType.Default, author: ANA, content: '' };
  return wordsTo(SELF, messageSchema.parse({ ...base, ...message }));
}

describe('a message of a server', () => {
  it.each<[string, object, string]>([
    ['calls the bot by name', { content: '<@1> what is a layer?', mentions: [BOT] }, 'what is a layer?'],
    ['calls it in the old way', { content: '<@!1> layers', mentions: [BOT] }, 'layers'],
    ['calls it at its end', { content: 'what is a layer, <@1>?', mentions: [BOT] }, 'what is a layer, ?'],
    ['calls it twice', { content: '<@1> layers <@1>', mentions: [BOT] }, 'layers'],
    ['calls it and nothing more', { content: '<@1>', mentions: [BOT] }, ''],
    ['calls it by its role', { content: '<@&2> layers', mention_roles: ['2'] }, 'layers'],
    ['calls it by its role, its words withheld', { content: '', mention_roles: ['2'] }, ''],
    ['calls it where the list of mentions is left out', { content: '<@1> layers' }, 'layers'],
    [
      'calls it and everybody',
      { content: '<@1> @everyone layers', mentions: [BOT], mention_everyone: true },
      '@everyone layers',
    ],
    ['calls it and others', { content: '<@1> <@33> layers', mentions: [BOT, { id: '33' }] }, 'layers'],
    [
      'answers it',
      { type: MessageType.Reply, ...REPLY, referenced_message: { author: BOT }, content: 'and images?' },
      'and images?',
    ],
    ['has an emoji', { content: '<@1> layers <:docker:123>', mentions: [BOT] }, 'layers'],
  ])('that %s is meant for it', (_, message, text) => {
    expect(heard(message)).toEqual({ text, aloud: true, files: [] });
  });

  it.each<[string, object]>([
    ['is said to nobody', { content: 'what is a layer?' }],
    ['calls everybody', { content: '@everyone', mention_everyone: true }],
    ['calls others', { content: '<@33> layers', mentions: [{ id: '33' }] }],
    ['calls another role', { content: '<@&3> layers', mention_roles: ['3'] }],
    [
      'answers somebody else',
      { type: MessageType.Reply, ...REPLY, referenced_message: { author: { id: '33' } }, content: 'x' },
    ],
    [
      'answers it without a call, so that its words are withheld',
      { type: MessageType.Reply, ...REPLY, referenced_message: { author: BOT } },
    ],
    ['answers something that is gone', { type: MessageType.Reply, ...REPLY, referenced_message: null, content: 'x' }],
    [
      'passes on what it wrote',
      { message_reference: { type: MessageReferenceType.Forward }, referenced_message: { author: BOT }, content: 'x' },
    ],
    ['is by another bot', { author: { ...ANA, bot: true }, content: '<@1> layers', mentions: [BOT] }],
    ['is its own', { author: BOT, content: '<@1> layers', mentions: [BOT] }],
    ['is by a webhook', { webhook_id: '40', content: '<@1> layers', mentions: [BOT] }],
    ['is by Discord', { author: { ...ANA, system: true }, content: '<@1> layers', mentions: [BOT] }],
    ['tells of a pin', { type: MessageType.ChannelPinnedMessage, content: '<@1>', mentions: [BOT] }],
    ['tells of a command', { type: MessageType.ChatInputCommand, content: '<@1>', mentions: [BOT] }],
  ])('that %s is not', (_, message) => {
    expect(heard(message)).toBeNull();
  });
});

describe('a direct message', () => {
  const file = { filename: 'notes.md', size: 8, url: 'https://cdn.example/notes.md', content_type: 'text/markdown' };
  const kept = { filename: 'notes.md', size: 8, url: 'https://cdn.example/notes.md' };

  it.each<[string, object, { text: string; files: unknown[] }]>([
    ['with words', { content: 'what is a layer?' }, { text: 'what is a layer?', files: [] }],
    ['with a call', { content: '<@1>' }, { text: '', files: [] }],
    ['with a file', { content: 'keep this', attachments: [file] }, { text: 'keep this', files: [kept] }],
    ['with a file alone', { attachments: [file] }, { text: '', files: [kept] }],
    ['with an emoji alone', { content: '<:docker:123>' }, { text: ':docker:', files: [] }],
    ['that answers the bot', { type: MessageType.Reply, ...REPLY, content: 'why?' }, { text: 'why?', files: [] }],
    [
      'that is passed on',
      { message_snapshots: [{ message: { content: 'An image has layers.' } }] },
      { text: 'An image has layers.', files: [] },
    ],
  ])('%s is meant for the bot alone', (_, message, said) => {
    for (const guild of [{ guild_id: null }, { guild_id: undefined }]) {
      expect(heard({ ...message, ...guild })).toEqual({ aloud: false, ...said });
    }
  });

  it.each<[string, object]>([
    ['a sticker alone', { sticker_items: [{ id: '3', name: 'wave' }] }],
    ['nothing', { content: ' \n ' }],
    ['a poll', { poll: {} }],
    ['words of another bot', { author: { ...ANA, bot: true }, content: 'hello' }],
  ])('with %s is not', (_, message) => {
    expect(heard({ ...message, guild_id: null })).toBeNull();
  });
});

describe('a message that is told in part', () => {
  it('is read where parts of it are null', () => {
    const nothing = { mentions: null, mention_roles: null, attachments: null, member: null, webhook_id: null };
    const author = { ...ANA, global_name: null, bot: null };
    expect(heard({ ...nothing, author, content: '<@1> layers', message_reference: null })).toMatchObject({
      text: 'layers',
    });
  });

  it('is none without an author', () => {
    expect(messageSchema.safeParse({ id: '1', channel_id: '2', content: 'x' }).success).toBe(false);
  });
});

describe('who manages a server', () => {
  const ranks = {
    ownerId: '10',
    permissionsOf: (id: string) => ({ '5': 0x400n, '20': 0x20n, '21': 0x8n, '22': 0x10n })[id] ?? null,
  };
  it.each<[string, string, readonly string[], boolean]>([
    ['its owner', '10', [], true],
    ['who has a role with Manage Server', '11', ['20'], true],
    ['an administrator', '11', ['22', '21'], true],
    ['who manages channels alone', '11', ['22'], false],
    ['who has a role that is not known', '11', ['99'], false],
    ['everybody else', '11', [], false],
  ])('is seen by roles: %s', (_, userId, roles, manages) => {
    expect(mayManage(ranks, '5', userId, roles)).toBe(manages);
  });

  it('is everybody where everybody may', () => {
    expect(mayManage({ ...ranks, permissionsOf: (id) => (id === '5' ? 0x20n : null) }, '5', '11', [])).toBe(true);
  });
});
