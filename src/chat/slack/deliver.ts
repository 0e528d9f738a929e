import { z } from 'zod';
import type { AnswerMode, View, ViewFile } from '../port.js';
import { openDirect, type SlackApi } from './api.js';
import { isOwnFault, sendResultOf } from './errors.js';
import type { SlackWords } from './options.js';
import { renderHome } from './render-home.js';
import { renderNoticeModal } from './render-notice-modal.js';
import { renderText, renderView, type SlackMessage } from './render-view.js';
import { postResponse, RespondError } from './respond.js';
import type { Target } from './target.js';

export type Recipient = {
  readonly api: SlackApi;
  readonly userId: string;
  readonly words: SlackWords;
  readonly restName: string;
};

const uploadSchema = z.object({ upload_url: z.string(), file_id: z.string() });

/** Slack takes this many answers by one response URL. */
const RESPONSES = 5;
/** Nothing that notes link to is fetched and shown. */
const PLAIN = { unfurl_links: false, unfurl_media: false } as const;

/** Shows an answer where it belongs, in the declared way. */
export async function deliver(
  to: Recipient,
  target: Target,
  mode: AnswerMode,
  view: View,
  part: ShownPart | null = null,
): Promise<void> {
  if (target.surface === 'home') return publishHome(to, mode, view);
  const { messages, rest } = renderView(withPlaceOfFile(to, target, mode, view));
  for (const [page, message] of messages.entries()) {
    if (page === 0 && part !== null && (await changePart(to, part, message))) continue;
    await deliverPage(to, target, page === 0 ? mode : mode === 'replace' ? 'private' : mode, message, page);
  }
  if (rest !== null) await attachRest(to, target, mode, rest);
  if (view.file !== undefined) await attachFile(to, target, mode, view.file);
}

/** Whether a file can be where the answer is: a file in a channel is there for everyone. */
function isOpen({ alone, channelId }: Target, mode: AnswerMode): boolean {
  return (mode === 'public' || alone) && channelId !== null;
}

function withPlaceOfFile({ words }: Recipient, target: Target, mode: AnswerMode, view: View): View {
  if (view.file === undefined || isOpen(target, mode)) return view;
  return { ...view, body: [...view.body, { kind: 'text', markdown: words.fileDirect }] };
}

/** The message with a part of an answer that is being made. */
export type ShownPart = { readonly channel: string; readonly ts: string };

const posted = z.object({ channel: z.string(), ts: z.string() });

/** Whether what is said in this place can be changed afterwards: not what only one sees, nor what went by a response URL. */
export function canChange({ surface, responseUrl, alone }: Target, mode: AnswerMode): boolean {
  return surface === 'channel' && responseUrl === null && (mode === 'public' || (mode === 'private' && alone));
}

/** Shows a part of an answer, in place of the part before. */
export async function deliverPart(
  to: Recipient,
  target: Target,
  view: View,
  part: ShownPart | null,
): Promise<ShownPart> {
  const [message] = renderView(view).messages;
  if (message === undefined) throw new RangeError('a view without a message');
  if (part !== null) {
    await to.api.call('chat.update', { channel: part.channel, ts: part.ts, ...message });
    return part;
  }
  const channel = target.channelId ?? (await openDirect(to.api, to.userId));
  const thread = target.threadTs === null ? {} : { thread_ts: target.threadTs };
  return posted.parse(await to.api.call('chat.postMessage', { channel, ...message, ...thread, ...PLAIN }));
}

/** Takes a part back whose answer failed. One that cannot be taken back stays. */
export async function removePart(to: Recipient, { channel, ts }: ShownPart): Promise<void> {
  await to.api.call('chat.delete', { channel, ts }).catch(() => {});
}

/** `false` where the part is gone. */
async function changePart(to: Recipient, { channel, ts }: ShownPart, message: SlackMessage): Promise<boolean> {
  try {
    await to.api.call('chat.update', { channel, ts, ...message });
    return true;
  } catch {
    return false;
  }
}

/** A home tab is a person's own: whatever is answered there takes its place; only what is for others goes out. */
async function publishHome(to: Recipient, mode: AnswerMode, view: View): Promise<void> {
  if (mode === 'public') return postDirect(to, view);
  await to.api.call('views.publish', { user_id: to.userId, view: renderHome(view) });
  if (view.file !== undefined) await attachFile(to, null, mode, view.file);
}

async function postDirect(to: Recipient, view: View): Promise<void> {
  const channel = await openDirect(to.api, to.userId);
  for (const message of renderView(view).messages)
    await to.api.call('chat.postMessage', { channel, ...message, ...PLAIN });
}

async function deliverPage(
  to: Recipient,
  target: Target,
  mode: AnswerMode,
  message: SlackMessage,
  page: number,
): Promise<void> {
  const { responseUrl, threadTs } = target;
  if (responseUrl !== null && page < RESPONSES) {
    const hidden = mode === 'private' && !target.alone;
    const thread = threadTs === null || mode === 'replace' ? {} : { thread_ts: threadTs };
    const look = mode === 'replace' ? { replace_original: true } : { replace_original: false };
    const type = { response_type: hidden ? 'ephemeral' : 'in_channel' };
    const body = { ...message, ...(mode === 'replace' ? {} : type), ...look, ...thread, ...PLAIN };
    return postResponse(responseUrl, body).catch(() => post(to, target, mode, message));
  }
  return post(to, target, mode, message);
}

/** Without a response URL that Slack takes, the bot speaks as a member of the channel, or, where it is none, to the person. */
async function post(to: Recipient, target: Target, mode: AnswerMode, message: SlackMessage): Promise<void> {
  const { channelId, threadTs, alone } = target;
  const channel = channelId ?? (await openDirect(to.api, to.userId));
  const args = { channel, ...message, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
  const hidden = mode !== 'public' && !alone && channelId !== null;
  try {
    if (hidden) await to.api.call('chat.postEphemeral', { ...args, user: to.userId });
    else await to.api.call('chat.postMessage', { ...args, ...PLAIN });
  } catch (error) {
    const isBusy = sendResultOf(error)?.status === 'rate-limited' && !isOwnFault(error);
    if (channelId === null || isBusy) throw error;
    const direct = await openDirect(to.api, to.userId);
    await to.api.call('chat.postMessage', { channel: direct, ...message, ...PLAIN });
  }
}

async function channelOfFile(to: Recipient, target: Target | null, mode: AnswerMode): Promise<string> {
  const open = target !== null && isOpen(target, mode) ? target.channelId : null;
  return open ?? (await openDirect(to.api, to.userId));
}

/** What no message holds, as a file, or as messages where no file is taken: in the channel for a public answer, else where only the person sees it. */
async function attachRest(to: Recipient, target: Target, mode: AnswerMode, rest: string): Promise<void> {
  const channel = await channelOfFile(to, target, mode);
  const file = { name: to.restName, bytes: new TextEncoder().encode(rest), comment: to.words.rest };
  try {
    await upload(to.api, channel, file);
  } catch {
    await say(to.api, channel, renderText(rest));
  }
}

/** A view's own file, or what is said in its place. */
async function attachFile(to: Recipient, target: Target | null, mode: AnswerMode, file: ViewFile): Promise<void> {
  const channel = await channelOfFile(to, target, mode);
  try {
    await upload(to.api, channel, { ...file, comment: '' });
  } catch {
    await say(to.api, channel, renderView({ body: [{ kind: 'text', markdown: file.orElse }] }).messages);
  }
}

async function say(api: SlackApi, channel: string, messages: readonly SlackMessage[]): Promise<void> {
  for (const message of messages) await api.call('chat.postMessage', { channel, ...message, ...PLAIN });
}

type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly comment: string };

async function upload(api: SlackApi, channel: string, { name, bytes, comment }: Upload): Promise<void> {
  const place = uploadSchema.parse(
    await api.call('files.getUploadURLExternal', { filename: name, length: bytes.byteLength }),
  );
  const sent = await fetch(place.upload_url, { method: 'POST', body: Buffer.from(bytes) });
  if (!sent.ok) throw new RespondError(sent.status);
  await api.call('files.completeUploadExternal', {
    files: [{ id: place.file_id, title: name }],
    channel_id: channel,
    ...(comment === '' ? {} : { initial_comment: comment }),
  });
}

/** Opens a modal that only tells something, where there is no message to answer in. */
export async function openNotice(to: Recipient, triggerId: string, view: View): Promise<void> {
  const { notice: title, close } = to.words;
  await to.api.call('views.open', { trigger_id: triggerId, view: renderNoticeModal(view, { title, close }) });
}
