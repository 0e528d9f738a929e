import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Content, flag, readContent } from './content.js';
import { ApiError, InvalidRequest } from './errors.js';
import { type Answer, jsonAnswer } from './faults.js';
import type { Json } from './json.js';
import { type Platform, watched } from './platform.js';
import { check, complaint } from './schema/problems.js';
import type { Message } from './state.js';

type Origin = {
  readonly teamId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The message whose button was pressed; `null` for a command or a shortcut. */
  readonly sourceTs: string | null;
};
type Issued = Origin & { readonly at: number; uses: number };

const MAX_USES = 5;
const TTL_MS = 30 * 60_000;

const directives = z.object({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: flag.optional(),
  delete_original: flag.default(false),
  thread_ts: z.string().optional(),
});

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

export function createResponseUrls(platform: Platform) {
  const issued = new Map<string, Issued>();
  const urls: string[] = [];

  function source(ts: string) {
    const message = platform.state.find(ts);
    if (message === undefined) throw new ApiError('message_not_found');
    return message;
  }

  /** Does what a body says. Throws `ApiError`. */
  function carryOut(from: Issued, body: Json): void {
    const checked = check(directives, body, []);
    if (!checked.ok) throw new InvalidRequest('invalid_payload', checked.problems);
    const { response_type, replace_original, delete_original, thread_ts } = checked.value;
    const { sourceTs } = from;
    if (delete_original) {
      if (sourceTs !== null) platform.state.remove(source(sourceTs));
      if (body.text === undefined && body.blocks === undefined) return;
    } else if (sourceTs !== null && replace_original === undefined) {
      throw new InvalidRequest('replace_original_unsaid', [
        complaint('say replace_original outright: its default depends on the kind of message', ['replace_original']),
      ]);
    }
    const { content, pings } = readContent(body);
    platform.pings.push(...pings.map((ping) => ({ method: 'response_url', ...ping })));
    if (sourceTs !== null && replace_original && !delete_original) replace(source(sourceTs), content);
    else post(from, content, response_type === 'ephemeral' ? from.userId : null, thread_ts ?? null);
  }

  /** In its place: who sees it stays as it was. */
  function replace(original: Message, content: Content): void {
    original.content = { ...content, metadata: content.metadata ?? original.content.metadata };
  }

  function post(from: Issued, content: Content, onlyFor: string | null, threadTs: string | null) {
    const channel = platform.state.channels.get(from.channelId);
    const team = platform.state.teams.get(from.teamId);
    if (channel === undefined || team === undefined) throw new ApiError('channel_not_found');
    if (channel.problem === 'is_archived') throw new ApiError('is_archived');
    platform.state.post(channel, { author: team.botUserId, content, onlyFor, threadTs });
  }

  return {
    /** Every URL that was handed out, oldest first. */
    urls,

    issue(origin: Origin): string {
      const id = randomUUID();
      issued.set(id, { ...origin, at: platform.now(), uses: 0 });
      const url = `${platform.origin()}/respond/${id}`;
      urls.push(url);
      return url;
    },

    /** A message that comes with an acknowledgement: the same as one to the URL, without using it up. */
    fromAck(url: string, body: Json): void {
      const from = issued.get(url.split('/').at(-1) ?? '');
      if (from === undefined) return;
      try {
        watched(platform, 'ack', body, () => carryOut(from, { replace_original: false, ...body }));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
    },

    teamOf: (id: string): string | null => issued.get(id)?.teamId ?? null,

    /** Answers a POST to one. */
    receive(id: string, body: Json): Answer {
      const from = issued.get(id);
      if (from === undefined || platform.now() - from.at > TTL_MS) return refused(404, 'expired_url');
      if (from.uses >= MAX_USES) return refused(404, 'used_url');
      from.uses += 1;
      try {
        watched(platform, 'response_url', body, () => carryOut(from, body));
        return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return refused(error instanceof InvalidRequest ? 400 : 404, error.code);
      }
    },
  };
}

function refused(status: number, error: string): Answer {
  return { ...jsonAnswer({ ok: false, error }), status };
}
