import type { Json } from './json.js';
import { messagePayload } from './message-payload.js';
import { origin, type Scene } from './payloads.js';
import type { Message } from './state.js';

/** A message shortcut, used on `message`. */
export function messageShortcut(
  scene: Scene,
  callbackId: string,
  message: Message,
  triggerId: string,
  responseUrl: string,
): Json {
  const { platform, team, channel } = scene;
  return {
    type: 'message_action',
    ...origin(scene),
    action_ts: platform.state.timestamp(),
    channel: { id: channel.id, name: channel.name },
    callback_id: callbackId,
    trigger_id: triggerId,
    response_url: responseUrl,
    message_ts: message.ts,
    message: messagePayload(platform, team, message),
  };
}
