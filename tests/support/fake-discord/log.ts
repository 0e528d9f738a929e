type Waiter<E> = { readonly matches: (entry: E) => boolean; left: number; readonly found: (entry: E) => void };

/** What happened, in order, for looking back at and for waiting. */
export class Log<E> {
  readonly entries: E[] = [];
  private readonly waiters = new Set<Waiter<E>>();
  private readonly timers = new Set<NodeJS.Timeout>();

  add(entry: E): void {
    this.entries.push(entry);
    for (const waiter of this.waiters) this.offer(waiter, entry);
  }

  private offer(waiter: Waiter<E>, entry: E): void {
    if (!waiter.matches(entry)) return;
    waiter.left -= 1;
    if (waiter.left > 0) return;
    this.waiters.delete(waiter);
    waiter.found(entry);
  }

  /**
   * The entry that matches as the `count`-th since the beginning, at once if it is there already.
   * Rejects after `withinMs` milliseconds without it.
   */
  seen(matches: (entry: E) => boolean, what: string, count = 1, withinMs = 15_000): Promise<E> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not seen: ${what}, ${count} times`)), withinMs);
      this.timers.add(timer);
      const found = (entry: E) => {
        clearTimeout(timer);
        this.timers.delete(timer);
        resolve(entry);
      };
      const waiter = { matches, left: count, found };
      this.waiters.add(waiter);
      for (const entry of this.entries) if (this.waiters.has(waiter)) this.offer(waiter, entry);
    });
  }

  /** Leaves no timer behind; what still waits waits for ever. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
