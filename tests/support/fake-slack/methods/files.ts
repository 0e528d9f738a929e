import { z } from 'zod';
import { unfolded } from '../content.js';
import { ApiError } from '../errors.js';
import { messagePayload } from '../message-payload.js';
import { pingsInText } from '../pings.js';
import type { StoredFile } from '../state.js';
import { type BotCall, bot, type Methods, read, writableChannel } from './call.js';

const urlArgs = z.object({
  filename: z.string().min(1),
  length: z.coerce.number().int().min(1),
  alt_text: z.string().optional(),
  snippet_type: z.string().optional(),
});
const completeArgs = z.object({
  files: z.preprocess(unfolded, z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
  initial_comment: z.string().default(''),
});

function getUploadUrl({ platform, args }: BotCall) {
  const { filename } = read(urlArgs, args);
  const id = platform.ids('F');
  platform.state.files.set(id, { id, name: filename, title: filename, content: null });
  return { upload_url: `${platform.origin()}/upload/${id}`, file_id: id };
}

function uploaded({ platform }: BotCall, { id, title }: { id: string; title?: string | undefined }): StoredFile {
  const file = platform.state.files.get(id);
  if (file === undefined || file.content === null) throw new ApiError('file_not_found');
  file.title = title ?? file.title;
  return file;
}

function complete(call: BotCall) {
  const { platform, team } = call;
  const args = read(completeArgs, call.args);
  const files = args.files.map((each) => uploaded(call, each));
  const shown = files.map(({ id, title }) => ({ id, title }));
  if (args.channel_id === undefined) return { files: shown };
  const channel = writableChannel(call, args.channel_id);
  platform.pings.push(
    ...pingsInText(args.initial_comment, { linkNames: false, parse: 'none' }).map((ping) => ({
      method: 'files.completeUploadExternal',
      ...ping,
    })),
  );
  const content = { text: args.initial_comment, blocks: [], metadata: null };
  const message = platform.state.post(channel, {
    author: team.botUserId,
    content,
    files,
    threadTs: args.thread_ts ?? null,
  });
  return { files: shown, message: messagePayload(platform, team, message) };
}

export const fileMethods: Methods = {
  'files.getUploadURLExternal': bot('files:write', getUploadUrl),
  'files.completeUploadExternal': bot('files:write', complete),
};
