/** Timers that all end together, so that nothing is left running. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  /** Calls `act` once, unless the returned function or `clear` is called before. */
  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      act();
    }, ms);
    this.running.add(timer);
    return () => {
      clearTimeout(timer);
      this.running.delete(timer);
    };
  }

  every(ms: number, act: () => void): void {
    this.after(ms, () => {
      act();
      this.every(ms, act);
    });
  }

  clear(): void {
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}
