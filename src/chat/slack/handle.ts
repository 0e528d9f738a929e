import { decodeActionRef } from '../action-ref.js';
import { dispatch, failedAnswer } from '../dispatch.js';
import { knownValues } from '../known-values.js';
import type { ChatRequest, Person, Place, View } from '../port.js';
import { createProgress, NO_PROGRESS } from '../progress.js';
import { refusalView } from '../refusal-view.js';
import { parseActionId } from './action-id.js';
import { channelOf, directTo, workspaceOf } from './address.js';
import { openDirect, type SlackApi } from './api.js';
import { LEAD, readCommand } from './commands.js';
import { canChange, deliver, deliverPart, openNotice, type Recipient, removePart, type ShownPart } from './deliver.js';
import { isExchanged, isTooLate } from './errors.js';
import { PROGRESS_MS } from './limits.js';
import { messageMarkdown, type NamesById, namelessIn, questionText, withoutMention } from './message-text.js';
import type { SlackOptions } from './options.js';
import type { ActionPayload, CommandPayload, MessagePayload, ShortcutPayload, SubmissionPayload } from './payloads.js';
import type { People } from './people.js';
import { renderForm } from './render-form.js';
import { sentFile } from './sent-file.js';
import {
  actionTarget,
  commandTarget,
  messageTarget,
  packTarget,
  shortcutTarget,
  type Target,
  unpackTarget,
} from './target.js';

export type HandleDeps = SlackOptions & { readonly people: People };

/** A team's bot, as far as an event needs it. */
export type Bot = { readonly api: SlackApi; readonly userId: string | null };

type Who = { readonly person: Person; readonly place: Place };
type Done = {
  readonly to: Recipient;
  readonly place: Place;
  readonly target: Target;
  readonly triggerId: string | null;
};

async function who(
  deps: HandleDeps,
  { api }: Bot,
  userId: string,
  ...names: readonly (string | undefined)[]
): Promise<Who & { to: Recipient }> {
  const name = names.find((each) => each !== undefined && each !== '') ?? '';
  const person = await deps.people.get(api, userId, name);
  const place = {
    workspaceId: workspaceOf(api.teamId),
    lead: LEAD,
    direct: directTo(api.teamId, userId),
    channel: null,
  };
  return { person, place, to: { api, userId, words: deps.words(person.languages), restName: deps.restName } };
}

/** Runs what is asked for and shows what comes of it. The platform has its acknowledgement already. */
async function answer(deps: HandleDeps, request: ChatRequest, done: Done): Promise<void> {
  const { to, target } = done;
  const place = { ...done.place, channel: channelOf(to.api.teamId, target.channelId, target.threadTs) };
  const prepared = dispatch(deps, request);
  let part: ShownPart | null = null;
  const progress =
    prepared.answer !== 'form' && canChange(target, prepared.answer)
      ? createProgress(PROGRESS_MS, async (view) => {
          part = await deliverPart(to, target, view, part);
        })
      : NO_PROGRESS;
  const result = await prepared.run(place, progress.show);
  await progress.end();
  if (result.kind === 'form') return openForm(deps, request, result.form, done);
  const answerMode = prepared.answer === 'form' ? 'private' : prepared.answer;
  if (result.kind === 'view') return deliver(to, target, answerMode, result.view, part);
  if (part !== null) await removePart(to, part);
  return deliverFailure(done, result.view);
}

/** A failure is for the asker alone and replaces nothing: on a home tab it opens above it. */
async function deliverFailure({ to, target, triggerId }: Done, view: View): Promise<void> {
  if (target.surface === 'home' && triggerId !== null) return openNotice(to, triggerId, view);
  return deliver(to, target, 'private', view);
}

async function openForm(
  deps: HandleDeps,
  request: ChatRequest,
  form: Parameters<typeof renderForm>[0],
  done: Done,
): Promise<void> {
  const { to, target, triggerId } = done;
  const view = renderForm(form, { privateMetadata: packTarget(target), close: to.words.close });
  try {
    if (triggerId !== null) await to.api.call('views.open', { trigger_id: triggerId, view });
  } catch (error) {
    if (isExchanged(error)) return;
    const failure = isTooLate(error)
      ? deps.app.failure(request.person, { kind: 'too-late' })
      : failedAnswer(deps, request, error).view;
    await deliver(to, target, 'private', failure);
  }
}

export async function onCommand(deps: HandleDeps, bot: Bot, payload: CommandPayload): Promise<void> {
  const { to, person, place } = await who(deps, bot, payload.user_id, payload.user_name);
  const target = commandTarget(payload, await isAlone(payload, bot));
  const read = await readCommand(payload, {
    commands: deps.app.commands,
    prefix: deps.prefix,
    words: to.words,
    fallback: deps.homeCommand,
    known: (spec, rest) => knownValues(deps, spec, rest, { person, place }),
  });
  if (read.kind === 'refused') return deliver(to, target, 'private', refusalView(read.problem));
  const request: ChatRequest =
    read.kind === 'question' ? { ...read, person, aloud: false, conversation: null, files: [] } : { ...read, person };
  return answer(deps, request, { to, place, target, triggerId: payload.trigger_id });
}

/** Only in the bot's own conversation with the person is there nobody to hide an answer from. */
async function isAlone({ channel_name: name, channel_id: id, user_id: user }: CommandPayload, { api }: Bot) {
  if (name !== 'directmessage') return false;
  try {
    return (await openDirect(api, user)) === id;
  } catch {
    return false;
  }
}

export async function onAction(deps: HandleDeps, bot: Bot, payload: ActionPayload): Promise<void> {
  const [pressed] = payload.actions;
  const parsed = parseActionId(pressed?.action_id ?? '');
  if (parsed?.kind === 'link') return;
  const { to, person, place } = await who(deps, bot, payload.user.id, payload.user.name, payload.user.username);
  const ref = parsed?.ref ?? { action: (pressed?.action_id ?? '').slice(0, 60), args: [] };
  const chosen = pressed?.selected_option?.value;
  const args = chosen === undefined ? ref.args : [...ref.args, chosen];
  const request = { kind: 'action', person, action: ref.action, args } as const;
  return answer(deps, request, { to, place, target: actionTarget(payload), triggerId: payload.trigger_id });
}

export async function onSubmission(deps: HandleDeps, bot: Bot, { user, view }: SubmissionPayload): Promise<void> {
  const { to, person, place } = await who(deps, bot, user.id, user.name, user.username);
  const ref = decodeActionRef(view.callback_id) ?? { action: view.callback_id.slice(0, 60), args: [] };
  const inputs = Object.entries(view.state.values).map(([name, of]) => [name, Object.values(of)[0]] as const);
  const values = inputs.flatMap(([name, input]) => (input?.files ? [] : [[name, input?.value ?? '']]));
  const files = inputs.flatMap(([name, input]) => {
    const sent = input?.files?.[0];
    return sent === undefined ? [] : [[name, sentFile(sent, bot.api.token, deps.apiUrl)]];
  });
  const request = {
    kind: 'submission',
    person,
    ...ref,
    values: Object.fromEntries(values),
    files: Object.fromEntries(files),
  } as const;
  return answer(deps, request, { to, place, target: unpackTarget(view.private_metadata), triggerId: null });
}

export async function onShortcut(deps: HandleDeps, bot: Bot, payload: ShortcutPayload): Promise<void> {
  const [{ to, person, place }, names] = await Promise.all([
    who(deps, bot, payload.user.id, payload.user.name, payload.user.username),
    namesIn(deps, bot, payload.message.text),
  ]);
  const text = messageMarkdown(payload.message.text, names);
  const request = { kind: 'shortcut', person, shortcut: payload.callback_id, text } as const;
  return answer(deps, request, { to, place, target: shortcutTarget(payload), triggerId: payload.trigger_id });
}

/** A message about more people than this names the others by their ids. */
const NAMED = 10;

/** How the people are called that a message names by their ids. */
async function namesIn({ people }: HandleDeps, { api }: Bot, text: string): Promise<NamesById> {
  const ids = namelessIn(text).slice(0, NAMED);
  return new Map(await Promise.all(ids.map(async (id) => [id, (await people.get(api, id, '')).name] as const)));
}

/** What the event itself tells of a guest's name. */
function namesOf({ user_profile: profile }: MessagePayload): readonly (string | undefined)[] {
  return [profile.display_name, profile.real_name, profile.name];
}

/** A mention in a channel, or a direct message: what is meant by it, the bot finds out. Nothing asks for the home. */
export async function onMessage(deps: HandleDeps, bot: Bot, userId: string, payload: MessagePayload): Promise<void> {
  const { to, person, place } = await who(deps, bot, userId, ...namesOf(payload));
  const target = messageTarget(payload);
  const text = questionText(withoutMention(payload.text, bot.userId));
  const files = payload.files.map((file) => sentFile(file, bot.api.token, deps.apiUrl));
  const request: ChatRequest =
    text === '' && files.length === 0
      ? { kind: 'command', person, command: deps.homeCommand, options: {} }
      : {
          kind: 'question',
          person,
          text,
          aloud: !target.alone,
          conversation: target.alone ? null : threadOf(payload),
          files,
        };
  return answer(deps, request, { to, place, target, triggerId: null });
}

/** The thread of a message: the one that it is in, or the one that an answer to it opens. */
function threadOf({ channel, ts, thread_ts: thread }: MessagePayload): string {
  return `${channel}/${thread ?? ts}`;
}

/** Somebody is named in a message: the bot, who hears of that by another event, or somebody who is spoken to. */
const NAMES_SOMEBODY = /<[@!][A-Za-z0-9]/;

/** A line in a thread that does not call the bot: answered where it goes on with what the bot was asked there. */
export async function onThreadLine(deps: HandleDeps, bot: Bot, userId: string, payload: MessagePayload): Promise<void> {
  if (NAMES_SOMEBODY.test(payload.text) || payload.files.length > 0) return;
  const workspaceId = workspaceOf(bot.api.teamId);
  const text = questionText(payload.text);
  const line = { workspaceId, conversation: threadOf(payload), personId: userId, text };
  if (await deps.app.follows(line)) await onMessage(deps, bot, userId, payload);
}

/** Fills a person's home tab with the answer of the home command. */
export async function onHomeOpened(deps: HandleDeps, bot: Bot, userId: string): Promise<void> {
  const { to, person, place } = await who(deps, bot, userId);
  const target: Target = { surface: 'home', channelId: null, threadTs: null, responseUrl: null, alone: true };
  const request = { kind: 'command', person, command: deps.homeCommand, options: {} } as const;
  return answer(deps, request, { to, place, target, triggerId: null });
}
