import type { Listener } from './hub.js';
import type { PresenceChange } from './presence.js';

/** A slow reader of more changes than this is sent the list as it is then. */
const MOST_CHANGES = 20;

/** What has happened since a stream sent last. */
export type StreamInbox = {
  /** Notes what it hears, and wakes the stream. */
  readonly listener: Listener;
  readonly isOpen: () => boolean;
  /** The requests that are being worked on now, each given once. */
  takeAcknowledged(): readonly string[];
  /** Who came or left, each change given once; `all` where the whole list is news. */
  takePresence(): 'all' | readonly PresenceChange[];
  /** Whether the log is worth a look, given once. */
  takeChange(): boolean;
  /** Whether there is something to take; a change does not count where the log has just failed. */
  hasNews(hasFailed: boolean): boolean;
  /** Waits for news, at most `ms`; where the log has failed, it is worth another look then. */
  pause(ms: number, hasFailed: boolean): Promise<void>;
};

/** Everything is news to a stream that begins. */
export function createStreamInbox(viewer: string): StreamInbox {
  let hasChanged = true;
  let presence: 'all' | readonly PresenceChange[] = 'all';
  let isOpen = true;
  let acknowledged: string[] = [];
  let wake: () => void = () => {};
  const noting = (note: () => void) => (): void => {
    note();
    wake();
  };
  const noteChange = noting(() => {
    hasChanged = true;
  });

  return {
    listener: {
      viewer,
      changed: noteChange,
      presenceChanged: (change) =>
        noting(() => {
          if (presence !== 'all') presence = presence.length < MOST_CHANGES ? [...presence, change] : 'all';
        })(),
      acknowledged: (key) => noting(() => acknowledged.push(key))(),
      close: noting(() => {
        isOpen = false;
      }),
    },
    isOpen: () => isOpen,
    takeAcknowledged() {
      const taken = acknowledged;
      acknowledged = [];
      return taken;
    },
    takePresence() {
      const taken = presence;
      presence = [];
      return taken;
    },
    takeChange() {
      const taken = hasChanged;
      hasChanged = false;
      return taken;
    },
    hasNews: (hasFailed) => presence.length > 0 || acknowledged.length > 0 || (hasChanged && !hasFailed),
    pause(ms, hasFailed) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => (hasFailed ? noteChange() : wake()), ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
