import type { PresenceChange } from './presence.js';

/** An open page that is notified of news. */
export type Listener = {
  readonly viewer: string;
  /** The log has changed. */
  readonly changed: () => void;
  /** Others came, left or took another name. */
  readonly presenceChanged: (change: PresenceChange) => void;
  /** The viewer's own request of that key has been taken and is being worked on. */
  readonly acknowledged: (key: string) => void;
  readonly close: () => void;
};

/** The open pages. It carries no messages: each page reads the log by itself, so none can be lost or out of order. */
export type Hub = {
  add(listener: Listener): void;
  remove(listener: Listener): void;
  count(viewer?: string): number;
  /** @param onlyFor the only viewer who sees the change, or `null` where everybody does */
  changed(onlyFor: string | null): void;
  presenceChanged(change: PresenceChange): void;
  acknowledge(viewer: string, key: string): void;
  closeAll(): void;
};

/** So many are told in one go. */
const AT_ONCE = 25;

export function createHub(): Hub {
  const listeners = new Set<Listener>();
  /** Where many listen, others of this process have their turn in between; each hears all in its order. */
  const tell = (some: readonly Listener[], send: (listener: Listener) => void): void => {
    for (const listener of some.slice(0, AT_ONCE)) if (listeners.has(listener)) send(listener);
    if (some.length > AT_ONCE) setImmediate(() => tell(some.slice(AT_ONCE), send));
  };
  const notify = (send: (listener: Listener) => void, viewer: string | null = null): void =>
    tell(viewer === null ? [...listeners] : [...listeners].filter((listener) => listener.viewer === viewer), send);
  return {
    add: (listener) => void listeners.add(listener),
    remove: (listener) => void listeners.delete(listener),
    count: (viewer) => [...listeners].filter((listener) => viewer === undefined || listener.viewer === viewer).length,
    changed: (onlyFor) => notify((listener) => listener.changed(), onlyFor),
    presenceChanged: (change) => notify((listener) => listener.presenceChanged(change)),
    acknowledge: (viewer, key) => notify((listener) => listener.acknowledged(key), viewer),
    closeAll: () => notify((listener) => listener.close()),
  };
}
