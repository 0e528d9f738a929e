import { type Attachment, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { ChatApp, ChatEvent, Person, Place, SentFile, SuggestEvent } from '../port.js';
import { fileAt } from '../read-url.js';
import { directTo, ownTenant, tenantOf, workspaceOf } from './address.js';
import { parseScopedId } from './custom-id.js';

/** Who acts and where, before the workspace is known. */
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

/**
 * The workspace of an interaction: its guild, else the one that the pressed button names, else where the person has
 * learned last, else one of their own.
 */
export async function placeOf(
  interaction: Interaction,
  homeOf: (userId: string) => Promise<string | null>,
): Promise<Place> {
  const userId = interaction.user.id;
  const workspaceId = await findWorkspace(interaction, homeOf);
  return { workspaceId, lead: '/', direct: directTo({ tenant: tenantOf(workspaceId), userId }) };
}

async function findWorkspace(
  interaction: Interaction,
  homeOf: (userId: string) => Promise<string | null>,
): Promise<string> {
  if (interaction.guildId !== null) return workspaceOf(interaction.guildId);
  const scope = 'customId' in interaction ? (parseScopedId(interaction.customId)?.scope ?? null) : null;
  if (scope !== null) return workspaceOf(scope);
  const home = await homeOf(interaction.user.id);
  return home ?? workspaceOf(ownTenant(interaction.user.id));
}

type Who = { readonly person: Person; readonly place: Place };

/** What somebody did, or `null` for what the bot never offers. */
export function eventOf(app: ChatApp, interaction: Interaction, who: Who): ChatEvent | null {
  if (interaction.isChatInputCommand()) {
    const options = interaction.options.data.map(({ name, value }) => [name, String(value ?? '')]);
    return { kind: 'command', ...who, command: interaction.commandName, options: Object.fromEntries(options) };
  }
  if (interaction.isMessageContextMenuCommand()) {
    const shortcut = app.shortcuts.find(({ label }) => label.en === interaction.commandName);
    const name = shortcut?.name ?? interaction.commandName;
    return { kind: 'shortcut', ...who, shortcut: name, text: interaction.targetMessage.content };
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
export function suggestOf(interaction: Interaction, who: Who): SuggestEvent | null {
  if (!interaction.isAutocomplete()) return null;
  const { name, value } = interaction.options.getFocused(true);
  return { ...who, command: interaction.commandName, option: name, typed: value };
}
