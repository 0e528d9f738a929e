import { type Json, present } from './json.js';
import type { Platform } from './platform.js';
import { blockIdOf } from './schema/interactive.js';
import type { Message, Team } from './state.js';

function filePayload(platform: Platform, file: Message['files'][number]): Json {
  return { id: file.id, name: file.name, title: file.title, url_private: `${platform.origin()}/files/${file.id}` };
}

/** A message as Slack shows it to apps, its blocks with the ids that Slack makes up. */
export function messagePayload(platform: Platform, team: Team, message: Message, withMetadata = true): Json {
  const { ts, author, threadTs, content, files } = message;
  const byBot = author === team.botUserId;
  return present({
    type: 'message',
    user: author,
    ts,
    text: content.text,
    team: team.id,
    bot_id: byBot ? team.botId : undefined,
    app_id: byBot ? platform.app.id : undefined,
    blocks: content.blocks.map((block, index) => ({ ...block, block_id: blockIdOf(block, index) })),
    thread_ts: threadTs ?? undefined,
    metadata: withMetadata ? (content.metadata ?? undefined) : undefined,
    files: files.length > 0 ? files.map((file) => filePayload(platform, file)) : undefined,
  });
}
