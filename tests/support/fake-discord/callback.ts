import { InteractionType, InteractionResponseType as Kind, MessageFlags } from 'discord.js';
import { z } from 'zod';
import { acceptDraft, refuse } from './accept.js';
import { ApiError } from './api-error.js';
import { modalSchema } from './body.js';
import type { Call } from './call.js';
import { modalProblems } from './check-modal.js';
import { choiceSchema } from './command-body.js';
import type { Acknowledgement, Interaction } from './interaction-book.js';
import { officialCallbackProblems } from './official.js';
import type { Platform } from './platform.js';
import { envelopeFor, isEphemeral } from './reply-message.js';
import type { StoredMessage } from './store.js';
import { createMessage, createThinking, editMessage } from './write-message.js';

const callbackSchema = z.object({ type: z.number(), data: z.looseObject({ flags: z.number().nullish() }).nullish() });
type Callback = z.infer<typeof callbackSchema>;

const REPLIES: readonly number[] = [Kind.ChannelMessageWithSource, Kind.DeferredChannelMessageWithSource];
const UPDATES: readonly number[] = [Kind.DeferredMessageUpdate, Kind.UpdateMessage];

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
function allowedKinds({ payload, messageId }: Interaction): readonly number[] {
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Kind.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      return messageId === null ? REPLIES : [...REPLIES, ...UPDATES];
    case InteractionType.MessageComponent:
      return [...REPLIES, ...UPDATES, Kind.Modal];
    default:
      return [...REPLIES, Kind.Modal];
  }
}

function pressed({ messages }: Platform, { messageId }: Interaction): StoredMessage {
  const message = messageId === null ? undefined : messages.get(messageId);
  if (message === undefined) throw new ApiError('unknownMessage');
  return message;
}

function refuseMisplaced(interaction: Interaction, { type, data }: Callback): void {
  if (!allowedKinds(interaction).includes(type)) {
    refuse([
      { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `${type} does not answer ${interaction.payload.type}` },
    ]);
  }
  const onlyVisibility = (data?.flags ?? 0) & ~MessageFlags.Ephemeral;
  if (type === Kind.DeferredChannelMessageWithSource && onlyVisibility !== 0) {
    refuse([{ path: ['data', 'flags'], code: 'MESSAGE_FLAGS_INVALID', message: 'Only EPHEMERAL when deferring' }]);
  }
}

/** Does what a callback says with messages; the one that is `@original` from then on, if there is one. */
function perform(
  platform: Platform,
  interaction: Interaction,
  { type, data }: Callback,
  call: Call,
): StoredMessage | null {
  const envelope = envelopeFor(platform, interaction, isEphemeral(data?.flags));
  switch (type) {
    case Kind.ChannelMessageWithSource:
      return createMessage(platform, envelope, acceptDraft(data, call.uploads, null, ['data']));
    case Kind.DeferredChannelMessageWithSource:
      return createThinking(platform, envelope);
    case Kind.DeferredMessageUpdate:
      return pressed(platform, interaction);
    case Kind.UpdateMessage: {
      const before = pressed(platform, interaction);
      return editMessage(platform, before, acceptDraft(data, call.uploads, before, ['data']));
    }
    default:
      return null;
  }
}

function acknowledgementOf({ type, data }: Callback, at: number): Acknowledgement {
  const modal = type === Kind.Modal ? modalSchema.parse(data) : null;
  if (modal !== null) refuse(modalProblems(modal));
  const isChoices = type === Kind.ApplicationCommandAutocompleteResult;
  const choices = isChoices ? z.object({ choices: z.array(choiceSchema).nullish() }).parse(data).choices : [];
  return { type, at, modal, choices: choices ?? [] };
}

/** Throws an `ApiError` for an interaction that is unknown, already answered, or too old. */
function awaiting(platform: Platform, id: string | undefined, token: string | undefined): Interaction {
  const interaction = platform.interactions.byItsId(id ?? '');
  if (interaction === undefined || interaction.payload.token !== token) throw new ApiError('unknownInteraction');
  if (interaction.acknowledgement !== null) throw new ApiError('alreadyAcknowledged');
  const age = platform.settings.now() - interaction.createdAt;
  if (age > platform.settings.deadlineMs) throw new ApiError('unknownInteraction');
  return interaction;
}

/**
 * Takes the first answer to an interaction.
 *
 * @returns the interaction and the message that is its `@original`, if there is one
 */
export function acknowledge(
  platform: Platform,
  call: Call,
  params: { readonly id?: string; readonly token?: string },
): { readonly interaction: Interaction; readonly message: StoredMessage | null } {
  const interaction = awaiting(platform, params.id, params.token);
  const { type } = z
    .looseObject({ type: z.number().catch(0) })
    .catch({ type: 0 })
    .parse(call.body);
  refuse(officialCallbackProblems(type, call.body));
  const callback = callbackSchema.parse(call.body);
  refuseMisplaced(interaction, callback);
  const acknowledgement = acknowledgementOf(callback, platform.settings.now());
  const message = perform(platform, interaction, callback, call);
  interaction.acknowledgement = acknowledgement;
  interaction.originalId = message?.id ?? null;
  interaction.acknowledged.resolve(acknowledgement);
  return { interaction, message };
}
