import { isDeepStrictEqual } from 'node:util';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { HTTPException } from 'hono/http-exception';
import { createInFlight } from '../in-flight.js';
import type { AdapterState, ChatAdapter, Destination, View } from '../port.js';
import { limitAddresses } from './address.js';
import { apiRoutes } from './api-routes.js';
import { loadAssets } from './assets.js';
import { coalesce } from './coalesce.js';
import { onlyInvited } from './door.js';
import { lockedDown, onlyKnownHosts, onlyOwnPage } from './guard.js';
import { createHub } from './hub.js';
import { createInTurn } from './in-turn.js';
import { LIMITS, TIMES } from './limits.js';
import type { WebRoomOptions } from './options.js';
import type { Outcome } from './outcome.js';
import { pageRoutes } from './page-routes.js';
import { createPresence } from './presence.js';
import { createRoom } from './room.js';
import { PLATFORM } from './room-context.js';
import type { RoomEntry } from './room-log.js';
import { isUpload } from './upload.js';
import { watchLog } from './watch-log.js';

export type { WebRoomOptions };

export type WebRoom = {
  readonly adapter: ChatAdapter;
  /** Serves the page, its files and its calls; mounted at the root of an HTTP server. */
  readonly app: Hono;
};

/** What is written to the room, or to one who is in it; `null` for an address that is none of this room's. */
function entryTo({ roomId, now }: WebRoomOptions, { platform, kind, id }: Destination, view: View): RoomEntry | null {
  const onlyFor = kind === 'direct' ? id : null;
  if (platform !== PLATFORM || (onlyFor === null && id !== roomId)) return null;
  const { file: _, ...shown } = view;
  return { author: { kind: 'bot' }, onlyFor, content: { kind: 'view', view: shown }, at: now() };
}

/** The local web chat: one room, open to everybody who can reach the address, or to those who have an invitation. */
export function createWebRoom(options: WebRoomOptions): WebRoom {
  const { logger } = options;
  const hub = createHub();
  const presence = createPresence(
    coalesce(
      () => hub.presenceChanged(presence.takeChange()),
      () => TIMES.presencePerPerson * hub.count(),
    ),
    (work) => setTimeout(work, TIMES.leaving).unref(),
    (work) => setTimeout(work, TIMES.away).unref(),
  );
  const inFlight = createInFlight<Outcome>((outcome) => outcome.kind !== 'refused');
  const room = createRoom({ ...options, hub, isAlone: presence.isAlone });
  const assets = loadAssets();
  const entering = createInTurn(LIMITS.entering);
  let unwatch = (): void => {};
  let state: AdapterState = 'starting';

  const web = new Hono();
  const opening = createInTurn(LIMITS.entering);
  // Streams that many open at the same time begin a few at a time.
  web.use('/events', (_, next) => opening(next));
  web.use(lockedDown, limitAddresses(options.now), onlyKnownHosts(options.allowedHosts), onlyOwnPage);
  if (options.invitation !== null) web.use(onlyInvited({ ...options, invitation: options.invitation, assets }));
  web.use(except(isUpload, bodyLimit({ maxSize: LIMITS.body })));
  web.route(
    '/',
    pageRoutes({ ...options, hub, presence, room, assets, entering, isOpen: () => state === 'connected' }),
  );
  web.route('/api', apiRoutes({ ...options, room, presence, inFlight }));
  web.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    const ref = options.newRef();
    logger.error({ ref, path: context.req.path, err: error }, 'a request to the room failed');
    return context.text(`(ref. ${ref})\n`, 500);
  });

  const adapter: ChatAdapter = {
    platform: PLATFORM,
    async start() {
      state = 'connected';
      unwatch = watchLog({ ...options, hub });
    },
    async stop() {
      state = 'stopped';
      unwatch();
      await inFlight.drain();
      hub.closeAll();
    },
    state: () => state,
    async send(destination, view, key) {
      const entry = entryTo(options, destination, view);
      if (entry === null) return { status: 'gone' };
      await room.post(entry, `sent:${key}`);
      return { status: 'sent' };
    },
    async update(destination, view, key) {
      const entry = entryTo(options, destination, view);
      if (entry === null) return { status: 'gone' };
      // The same key again gives the entry of the first time.
      const { id, content } = await room.post(entry, `sent:${key}`);
      if (!isDeepStrictEqual(content, entry.content)) await room.change(id, entry);
      return { status: 'sent' };
    },
  };
  return { adapter, app: web };
}
