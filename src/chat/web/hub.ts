/** An open page that wants to hear of news. */
export type Listener = {
  readonly viewer: string;
  /** The log has changed. */
  readonly changed: () => void;
  /** Others came, left or took another name. */
  readonly presenceChanged: () => void;
  /** The viewer's own request of that key has been taken and is being worked on. */
  readonly acknowledged: (key: string) => void;
  readonly close: () => void;
};

/** The open pages. It carries no messages: each page reads the log by itself, so none can be lost or out of order. */
export type Hub = {
  add(listener: Listener): void;
  remove(listener: Listener): void;
  count(viewer?: string): number;
  changed(): void;
  presenceChanged(): void;
  acknowledge(viewer: string, key: string): void;
  closeAll(): void;
};

export function createHub(): Hub {
  const listeners = new Set<Listener>();
  const tell = (news: (listener: Listener) => void): void => {
    for (const listener of [...listeners]) news(listener);
  };
  return {
    add: (listener) => void listeners.add(listener),
    remove: (listener) => void listeners.delete(listener),
    count: (viewer) => [...listeners].filter((listener) => viewer === undefined || listener.viewer === viewer).length,
    changed: () => tell((listener) => listener.changed()),
    presenceChanged: () => tell((listener) => listener.presenceChanged()),
    acknowledge: (viewer, key) =>
      tell((listener) => {
        if (listener.viewer === viewer) listener.acknowledged(key);
      }),
    closeAll: () => tell((listener) => listener.close()),
  };
}
