import type { Interactive } from '../../support/fake-slack/schema/interactive.js';
import { interactivesOf } from '../../support/fake-slack/schema/interactive.js';
import type { PlainOption } from '../../support/fake-slack/schema/options.js';
import { stateValues } from '../../support/fake-slack/values.js';
import { APP, type Json } from './emulated.js';
import type { TakenView } from './front.js';
import type { Shown } from './reader.js';
import { checkedView } from './screen.js';

/** What Slack sends to an app, as far as the emulator has no word for it. */

export type Who = { readonly teamId: string; readonly id: string; readonly name: string };
export type Where = { readonly id: string; readonly name: string };
type Given = Readonly<Record<string, string>>;

function origin({ teamId, id, name }: Who): Json {
  const username = name.toLowerCase();
  return { api_app_id: APP.id, team: { id: teamId }, user: { id, username, name: username, team_id: teamId } };
}

export function slashCommand({ teamId, id, name }: Who, where: Where, command: string, options: Given): Json {
  return {
    team_id: teamId,
    channel_id: where.id,
    channel_name: where.name,
    user_id: id,
    user_name: name.toLowerCase(),
    command: `/${command}`,
    text: Object.values(options).join(' '),
    api_app_id: APP.id,
  };
}

function containerOf(shown: Shown): Json {
  const { ts, channelId, threadTs, stored } = shown;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  return {
    container: { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: stored === null, ...thread },
    channel: { id: channelId },
    ...(stored === null ? {} : { message: stored }),
  };
}

/** A press, or a choice, on a message or a view. */
export function blockActions(
  who: Who,
  on: Shown | TakenView,
  { element, actionId, blockId }: Interactive,
  chosen: PlainOption | null,
): Json {
  const action = { type: element.type, action_id: actionId, block_id: blockId, action_ts: `${Date.now() / 1_000}` };
  return {
    type: 'block_actions',
    ...origin(who),
    ...('ts' in on ? containerOf(on) : { container: { type: 'view', view_id: on.id } }),
    actions: [chosen === null ? action : { ...action, selected_option: chosen }],
  };
}

export function viewSubmission(who: Who, form: TakenView, values: Given): Json {
  const entered = stateValues(interactivesOf(checkedView(form).blocks), values);
  return { type: 'view_submission', ...origin(who), view: { ...form, state: { values: entered } } };
}

export function messageAction(who: Who, channel: Where, callbackId: string, ts: string, text: string): Json {
  return {
    type: 'message_action',
    callback_id: callbackId,
    ...origin(who),
    channel,
    message: { type: 'message', user: who.id, ts, text },
    message_ts: ts,
  };
}

export function eventCallback({ teamId }: Who, event: Json): Json {
  return {
    type: 'event_callback',
    team_id: teamId,
    api_app_id: APP.id,
    event_id: `Ev${crypto.randomUUID()}`,
    event_time: Math.floor(Date.now() / 1_000),
    event,
  };
}
