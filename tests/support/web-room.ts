import { roomWords } from '../../src/bot/room-words.js';
import type { ChatApp } from '../../src/chat/port.js';
import { createWebRoom, type WebRoom, type WebRoomOptions } from '../../src/chat/web/web-room.js';
import { MemoryRoomLog } from './memory-room-log.js';

export type TestRoom = WebRoom & { readonly log: MemoryRoomLog; readonly logged: readonly object[] };

/** A started room with a memory of its own, a clock that stands still and ids that count. */
export async function startTestRoom(app: ChatApp, more: Partial<WebRoomOptions> = {}): Promise<TestRoom> {
  const log = new MemoryRoomLog();
  const logged: object[] = [];
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const keep = (fields: object) => void logged.push(fields);
  const room = createWebRoom({
    app,
    log,
    workspaceId: 'w1',
    roomId: 'lobby',
    words: roomWords,
    logger: { warn: keep, error: keep },
    now: () => 1_764_000_000_000 + count,
    newRef: () => `REF${next()}`,
    newSecret: () => `secret${String(next()).padStart(26, '0')}`,
    invitation: null,
    allowedHosts: [],
    ...more,
  });
  await room.adapter.start();
  return { ...room, log, logged };
}
