import { z } from 'zod';
import { unfolded } from '../content.js';
import { ApiError, InvalidRequest } from '../errors.js';
import type { Json } from '../json.js';
import { pingsIn } from '../pings.js';
import type { Platform } from '../platform.js';
import { check, repetitions } from '../schema/problems.js';
import { homeView, modalView, type View } from '../schema/view.js';
import type { Member, StoredView } from '../state.js';
import { storeView, viewPayload } from '../view-payload.js';
import { type BotCall, bot, type Methods, memberOf, needPresent, needScope, read } from './call.js';

const openArgs = z.object({ trigger_id: z.string().min(1), view: z.unknown() });
const updateArgs = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view: z.unknown(),
});
const publishArgs = z.object({ user_id: z.string().min(1), hash: z.string().optional(), view: z.unknown() });

const MAX_MODALS = 3;

/** The view of a body by the schema of its kind. Throws `InvalidRequest` with what is wrong. */
export function readView(platform: Platform, method: string, raw: unknown, kind: 'modal' | 'home'): View {
  const checked = check(kind === 'modal' ? modalView : homeView, unfolded(raw), ['view']);
  if (!checked.ok) throw new InvalidRequest('invalid_arguments', checked.problems);
  const problems = repetitions(checked.value.blocks, ['view', 'blocks']);
  if (problems.length > 0) throw new InvalidRequest('invalid_arguments', problems);
  platform.pings.push(...pingsIn(checked.value, 'view').map((ping) => ({ method, ...ping })));
  return checked.value;
}

function answer(call: BotCall, stored: StoredView): Json {
  return { view: viewPayload(call.platform, call.team, stored) };
}

function actorOf(call: BotCall, trigger: string): Member {
  return memberOf(call, call.platform.triggers.spend(trigger));
}

/** Docs: an app without `files:read` has no `file_input`. */
function readModal(call: BotCall, method: string, raw: unknown): View {
  const view = readView(call.platform, method, raw, 'modal');
  const asksFiles = view.blocks.some((block) => block.type === 'input' && block.element.type === 'file_input');
  if (asksFiles) needScope(call.team, 'files:read');
  return view;
}

function open(call: BotCall) {
  const args = read(openArgs, call.args);
  const view = readModal(call, 'views.open', args.view);
  const member = actorOf(call, args.trigger_id);
  const stored = storeView(call.platform, view, null);
  member.modals.splice(0, Number.POSITIVE_INFINITY, stored);
  return answer(call, stored);
}

function push(call: BotCall) {
  const args = read(openArgs, call.args);
  const view = readModal(call, 'views.push', args.view);
  const member = actorOf(call, args.trigger_id);
  const top = member.modals.at(-1);
  if (top === undefined) throw new ApiError('no_open_view');
  if (member.modals.length >= MAX_MODALS) throw new ApiError('push_limit_reached');
  const stored = storeView(call.platform, view, top);
  member.modals.push(stored);
  return answer(call, stored);
}

function openModal(call: BotCall, { view_id, external_id }: z.infer<typeof updateArgs>): StoredView {
  const modals = [...call.platform.state.members.values()]
    .filter(({ teamId }) => teamId === call.team.id)
    .flatMap((member) => member.modals);
  const found = modals.find(({ id, view }) =>
    view_id === undefined ? external_id !== undefined && view.external_id === external_id : id === view_id,
  );
  if (found === undefined) throw new ApiError('not_found');
  return found;
}

function update(call: BotCall) {
  const args = read(updateArgs, call.args);
  const view = readModal(call, 'views.update', args.view);
  const stored = openModal(call, args);
  if (args.hash !== undefined && args.hash !== stored.hash) throw new ApiError('hash_conflict');
  stored.view = view;
  stored.hash = call.platform.ids('h');
  return answer(call, stored);
}

function publish(call: BotCall) {
  const args = read(publishArgs, call.args);
  const view = readView(call.platform, 'views.publish', args.view, 'home');
  const member = memberOf(call, args.user_id);
  needPresent(member);
  if (args.hash !== undefined && args.hash !== member.home?.hash) throw new ApiError('hash_conflict');
  const stored = storeView(call.platform, view, null);
  member.home = member.home === null ? stored : { ...stored, id: member.home.id, rootId: member.home.id };
  return answer(call, member.home);
}

export const viewMethods: Methods = {
  'views.open': bot(null, open),
  'views.push': bot(null, push),
  'views.update': bot(null, update),
  'views.publish': bot(null, publish),
};
