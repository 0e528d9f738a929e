import { type Json, present } from './json.js';
import { messagePayload } from './message-payload.js';
import { origin, type Scene } from './payloads.js';
import { type Interactive, interactivesOf } from './schema/interactive.js';
import type { PlainOption } from './schema/options.js';
import type { Message, StoredView } from './state.js';
import { stateValues } from './values.js';
import { viewPayload } from './view-payload.js';

/** What was done to an element, in the form of `actions[0]`. */
export function actionOf(used: Interactive, actionTs: string, chosen: PlainOption | null): Json {
  const { element, blockId, actionId } = used;
  const common = { type: element.type, action_id: actionId, block_id: blockId, action_ts: actionTs };
  if (element.type === 'button') {
    return present({
      ...common,
      text: { emoji: true, ...element.text },
      value: element.value,
      style: element.style,
      url: element.url,
    });
  }
  if (element.type !== 'static_select') throw new Error(`nobody can use a ${element.type} here`);
  const { placeholder, initial_option } = element;
  return present({ ...common, selected_option: chosen, placeholder, initial_option });
}

function entered({ blockId }: Interactive, chosen: PlainOption | null): Readonly<Record<string, string>> {
  return chosen === null ? {} : { [blockId]: chosen.value };
}

/** A press or a choice on a message. Slack leaves an ephemeral message itself out. */
export function messageAction(
  scene: Scene,
  message: Message,
  used: Interactive,
  chosen: PlainOption | null,
  triggerId: string,
  responseUrl: string,
): Json {
  const { platform, team, channel } = scene;
  const isEphemeral = message.onlyFor !== null;
  return present({
    type: 'block_actions',
    ...origin(scene),
    container: present({
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      thread_ts: message.threadTs ?? undefined,
    }),
    trigger_id: triggerId,
    channel: { id: channel.id, name: channel.name },
    message: isEphemeral ? undefined : messagePayload(platform, team, message),
    state: { values: stateValues(interactivesOf(message.content.blocks), entered(used, chosen)) },
    response_url: responseUrl,
    actions: [actionOf(used, platform.state.timestamp(), chosen)],
  });
}

/** The same on the home tab or in a modal, where there is no message, no channel and no response URL. */
export function viewAction(
  scene: Scene,
  stored: StoredView,
  used: Interactive,
  chosen: PlainOption | null,
  triggerId: string,
): Json {
  const { platform, team } = scene;
  const values = stateValues(interactivesOf(stored.view.blocks), entered(used, chosen));
  return {
    type: 'block_actions',
    ...origin(scene),
    container: { type: 'view', view_id: stored.id },
    trigger_id: triggerId,
    view: viewPayload(platform, team, stored, values),
    state: { values },
    actions: [actionOf(used, platform.state.timestamp(), chosen)],
  };
}
