import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { ChatApp, View } from '../../src/chat/port.js';
import type { WebRoom, WebRoomOptions } from '../../src/chat/web/web-room.js';
import type { RoomWords } from '../../src/chat/web/words.js';
import { MemoryRoomLog } from '../support/memory-room-log.js';

/** As built: only there are the page's scripts. */
const { createWebRoom }: { createWebRoom: (options: WebRoomOptions) => WebRoom } = await import(
  new URL('../../dist/chat/web/web-room.js', import.meta.url).href
);
const { roomWords }: { roomWords: (languages: readonly string[]) => RoomWords } = await import(
  new URL('../../dist/bot/room-words.js', import.meta.url).href
);

export type RoomServer = {
  readonly url: string;
  /** The room's memory, which outlives the server. */
  readonly log: MemoryRoomLog;
  /** Cuts every open connection, as a bad network does. */
  cut(): void;
  /** Ends without a goodbye; nobody answers until `up`. */
  down(): Promise<void>;
  /** Listens again at the same address, as another process would: only the memory is the same. */
  up(): Promise<void>;
  send(view: View, key: string): Promise<void>;
  close(): Promise<void>;
};

let secrets = 0;

function randomText(): string {
  secrets += 1;
  return `${crypto.randomUUID().replaceAll('-', '')}${secrets}`;
}

/** The room with an app of the test's, on a port of its own. */
export async function serveRoom(app: ChatApp, port = 0): Promise<RoomServer> {
  const log = new MemoryRoomLog();
  let at = port;
  let room: WebRoom;
  let server: ReturnType<typeof createAdaptorServer>;

  async function up(): Promise<void> {
    room = createWebRoom({
      app,
      log,
      workspaceId: 'w1',
      roomId: 'lobby',
      words: roomWords,
      logger: { warn() {}, error() {} },
      now: Date.now,
      newRef: () => randomText().slice(0, 6).toUpperCase(),
      newSecret: randomText,
      allowedHosts: [],
      invitation: null,
    });
    await room.adapter.start();
    const next = createAdaptorServer({ fetch: room.app.fetch });
    await new Promise<void>((resolve) => next.listen(at, '127.0.0.1', resolve));
    server = next;
    at = (server.address() as AddressInfo).port;
  }
  function cut(): void {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
  async function down(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  }

  await up();
  return {
    url: `http://127.0.0.1:${at}/`,
    log,
    cut,
    down,
    up,
    async send(view, key) {
      await room.adapter.send({ platform: 'web', kind: 'channel', id: 'lobby' }, view, key);
    },
    async close() {
      await room.adapter.stop();
      await down();
    },
  };
}
