import { MessageFlags } from 'discord.js';
import type { Interaction } from './interaction-book.js';
import type { Platform } from './platform.js';
import type { MessageOrigin } from './store.js';
import type { Envelope } from './write-message.js';

function commandNameOf({ payload }: Interaction): string | null {
  return payload.data !== undefined && 'name' in payload.data ? payload.data.name : null;
}

function originOf(interaction: Interaction): MessageOrigin {
  const { payload, account, originalId } = interaction;
  return {
    id: payload.id,
    type: payload.type,
    user: account.user,
    guildId: payload.guild_id ?? null,
    commandName: originalId === null ? commandNameOf(interaction) : null,
    followsUp: originalId,
  };
}

export function isEphemeral(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Where an answer to an interaction goes, and who sees it. */
export function envelopeFor({ bot }: Platform, interaction: Interaction, ephemeral: boolean): Envelope {
  return {
    channelId: interaction.channelId,
    author: bot,
    visibleTo: ephemeral ? interaction.account.user.id : null,
    origin: originOf(interaction),
  };
}
