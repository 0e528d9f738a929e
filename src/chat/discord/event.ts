import {
  type Attachment,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { ChatApp, ChatRequest, Person, Place, SentFile, SuggestEvent } from '../port.js';
import { fileAt } from '../read-url.js';
import { directTo, ownTenant, tenantOf, workspaceOf } from './address.js';
import { parseScopedId } from './custom-id.js';
import { type MarkNames, optionText, shownText } from './marks.js';
import type { Members } from './members.js';
import { PLATFORM } from './options.js';

/** Who acts. */
export function personOf(interaction: Interaction): Person {
  const { user, member } = interaction;
  const nick = member === null ? null : 'nickname' in member ? member.nickname : member.nick;
  return {
    id: user.id,
    name: nick ?? user.displayName,
    languages: [interaction.locale, ...(interaction.guildLocale === null ? [] : [interaction.guildLocale])],
    timeZone: null,
    manages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** Where somebody is who writes directly. */
export type Homes = {
  /** The workspaces in which they learn, the one they came to last first. */
  readonly homesOf: (userId: string) => Promise<readonly string[]>;
  readonly members: Members;
};

/** The place of an interaction. */
export function placeOf(interaction: Interaction, homes: Homes): Promise<Place> {
  const { guildId, channelId, user } = interaction;
  if (guildId !== null) return findPlace(user.id, { guildId, channelId }, homes);
  const scope = 'customId' in interaction ? (parseScopedId(interaction.customId)?.scope ?? null) : null;
  return findHome(user.id, scope, homes);
}

/** Where somebody acts: a channel of a guild, or a conversation with the bot alone. */
export type Spot = { readonly guildId: string | null; readonly channelId: string | null };

/** The place in a guild, of which somebody is plainly a member; without one, where they are at home. */
export async function findPlace(userId: string, { guildId, channelId }: Spot, homes: Homes): Promise<Place> {
  if (guildId === null) return findHome(userId, null, homes);
  const channel = channelId === null ? null : ({ platform: PLATFORM, kind: 'channel', id: channelId } as const);
  return { ...placeIn(workspaceOf(guildId), userId), channel };
}

/**
 * Where somebody is at home who writes directly: in the tenant that a button carries, else where they have learned last,
 * as long as they belong there; else in a workspace of their own. Whoever has left a server reads its notes no longer.
 */
async function findHome(userId: string, scope: string | null, { homesOf, members }: Homes): Promise<Place> {
  const candidates = scope === null ? (await homesOf(userId)).map(tenantOf) : [scope];
  for (const tenant of candidates) {
    if (await members.belongs(tenant, userId)) return placeIn(workspaceOf(tenant), userId);
  }
  return placeIn(workspaceOf(ownTenant(userId)), userId);
}

export function placeIn(workspaceId: string, userId: string): Place {
  return { workspaceId, lead: '/', direct: directTo({ tenant: tenantOf(workspaceId), userId }), channel: null };
}

type Who = { readonly person: Person };

/** What somebody asks for, or `null` for what the bot never offers. */
export function requestOf(app: ChatApp, interaction: Interaction): ChatRequest | null {
  const who = { person: personOf(interaction) };
  if (interaction.isChatInputCommand()) return commandRequest(app, interaction, who);
  if (interaction.isMessageContextMenuCommand()) {
    const shortcut = app.shortcuts.find(({ label }) => label.en === interaction.commandName);
    const name = shortcut?.name ?? interaction.commandName;
    const text = shownText(interaction.targetMessage.content, namesIn(interaction));
    return { kind: 'shortcut', ...who, shortcut: name, text };
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) {
    const ref = parseScopedId(interaction.customId)?.ref ?? { action: interaction.customId, args: [] };
    const chosen = interaction.isStringSelectMenu() ? interaction.values : [];
    return { kind: 'action', ...who, action: ref.action, args: [...ref.args, ...chosen] };
  }
  if (interaction.isModalSubmit()) {
    const ref = parseScopedId(interaction.customId)?.ref ?? { action: interaction.customId, args: [] };
    const fields = [...interaction.fields.fields.values()];
    const values = fields.flatMap((field) => ('value' in field ? [[field.customId, field.value]] : []));
    const files = fields.flatMap((field) => ('attachments' in field ? filesOf(field) : []));
    return { kind: 'submission', ...who, ...ref, values: Object.fromEntries(values), files: Object.fromEntries(files) };
  }
  return null;
}

/** A command; one that the app does not have, such as of an older version, is what its words say. */
function commandRequest(app: ChatApp, { commandName, options }: ChatInputCommandInteraction, who: Who): ChatRequest {
  const given = options.data.map(({ name, value }) => [name, optionText(String(value ?? ''))] as const);
  if (app.commands.some(({ name }) => name === commandName)) {
    return { kind: 'command', ...who, command: commandName, options: Object.fromEntries(given) };
  }
  const text = [`/${commandName}`, ...given.map(([, value]) => value)].join(' ');
  return { kind: 'question', ...who, text, aloud: false, conversation: null, files: [] };
}

/** Names as a message's readers see them: of people by what came along, of the rest by what the server has. */
function namesIn({ targetMessage, guild }: MessageContextMenuCommandInteraction): MarkNames {
  const { users, members } = targetMessage.mentions;
  return {
    user: (id) => members?.get(id)?.displayName ?? users.get(id)?.displayName ?? null,
    role: (id) => guild?.roles.cache.get(id)?.name ?? null,
    channel: (id) => guild?.channels.cache.get(id)?.name ?? null,
  };
}

type Attached = {
  readonly customId: string;
  readonly attachments?: ReadonlyMap<string, Attachment> | null | undefined;
};

function filesOf({ customId, attachments }: Attached): readonly (readonly [string, SentFile])[] {
  const [first] = [...(attachments?.values() ?? [])];
  if (first === undefined) return [];
  return [[customId, fileAt(first.url, first)]];
}

/** What somebody is typing, or `null` where nothing is. */
export function suggestOf(interaction: Interaction, place: Place): SuggestEvent | null {
  if (!interaction.isAutocomplete()) return null;
  const { name, value } = interaction.options.getFocused(true);
  return {
    person: personOf(interaction),
    place,
    command: interaction.commandName,
    option: name,
    typed: optionText(value),
  };
}
