import { acceptMessage } from './accept.js';
import { ApiError } from './api-error.js';
import type { Call } from './call.js';
import { acknowledge } from './callback.js';
import type { Interaction } from './interaction-book.js';
import { messagePayload } from './message-payload.js';
import type { Platform } from './platform.js';
import { envelopeFor, isEphemeral } from './reply-message.js';
import { type Answer, NO_CONTENT, ok, openRoute, type Params, type Route } from './route.js';
import { isThinking, type StoredMessage } from './store.js';
import { createMessage, editMessage } from './write-message.js';

function callbackPayload(platform: Platform, { payload, acknowledgement }: Interaction, message: StoredMessage | null) {
  const shown = message === null ? null : messagePayload(platform, message);
  const about =
    message === null
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: isThinking(message),
          response_message_ephemeral: message.visibleTo !== null,
        };
  return {
    interaction: { id: payload.id, type: payload.type, ...about },
    ...(shown === null ? {} : { resource: { type: acknowledgement?.type, message: shown } }),
  };
}

function callback(platform: Platform, call: Call, params: Params): Answer {
  const { interaction, message } = acknowledge(platform, call, params);
  if (call.query.get('with_response') !== 'true') return NO_CONTENT;
  return ok(callbackPayload(platform, interaction, message));
}

/** The interaction whose token it is, once it has been answered. Throws an `ApiError` otherwise. */
function answered(platform: Platform, { app, token }: Params): Interaction {
  const interaction = platform.interactions.byItsToken(token ?? '');
  if (interaction === undefined || app !== platform.bot.id || interaction.acknowledgement === null) {
    throw new ApiError('unknownWebhook');
  }
  const age = platform.settings.now() - interaction.createdAt;
  if (age > platform.settings.tokenLifetimeMs) throw new ApiError('invalidToken');
  return interaction;
}

/** A message that the interaction's token reaches. Throws an `ApiError` for any other. */
function reached(platform: Platform, interaction: Interaction, id: string | undefined): StoredMessage {
  const message = platform.messages.get((id === '@original' ? interaction.originalId : id) ?? '');
  const isOwn = message?.id === interaction.originalId || message?.origin?.id === interaction.payload.id;
  if (message === undefined || !isOwn) throw new ApiError('unknownMessage');
  return message;
}

/** A first follow-up to "thinking" fills it, whatever visibility it asks for. */
function followUp(platform: Platform, call: Call, params: Params): Answer {
  const interaction = answered(platform, params);
  const original = platform.messages.get(interaction.originalId ?? '');
  if (original !== undefined && isThinking(original)) {
    const draft = acceptMessage('followUp', call.body, call.uploads, original);
    return ok(messagePayload(platform, editMessage(platform, original, draft)));
  }
  const draft = acceptMessage('followUp', call.body, call.uploads);
  const envelope = envelopeFor(platform, interaction, isEphemeral(draft.body.flags));
  return ok(messagePayload(platform, createMessage(platform, envelope, draft)));
}

function edit(platform: Platform, call: Call, params: Params): Answer {
  const before = reached(platform, answered(platform, params), params.message);
  const draft = acceptMessage('editReply', call.body, call.uploads, before);
  return ok(messagePayload(platform, editMessage(platform, before, draft)));
}

function remove(platform: Platform, _: Call, params: Params): Answer {
  platform.messages.remove(reached(platform, answered(platform, params), params.message).id);
  return NO_CONTENT;
}

/** Answers to interactions. Their addresses are secret, no token of the bot is needed. */
export const interactionRoutes: readonly Route[] = [
  openRoute('POST', '/interactions/:id/:token/callback', callback),
  openRoute('POST', '/webhooks/:app/:token', followUp),
  openRoute('GET', '/webhooks/:app/:token/messages/:message', (platform, _, params) =>
    ok(messagePayload(platform, reached(platform, answered(platform, params), params.message))),
  ),
  openRoute('PATCH', '/webhooks/:app/:token/messages/:message', edit),
  openRoute('DELETE', '/webhooks/:app/:token/messages/:message', remove),
];
