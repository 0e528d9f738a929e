import type { ShowProgress, View } from './port.js';

export type ShownProgress = {
  readonly show: ShowProgress;
  /** Shows nothing more. Resolves when nothing is on its way, so that what follows comes last. Never rejects. */
  end(): Promise<void>;
};

/** Where a platform cannot change an answer that it has shown. */
export const NO_PROGRESS: ShownProgress = { show() {}, end: async () => {} };

/**
 * Shows how far an answer has come: the latest view, one at a time, `everyMs` apart, and nothing of an answer that is
 * done sooner. What fails is left out: the whole answer comes anyway.
 */
export function createProgress(everyMs: number, put: (view: View) => Promise<void>): ShownProgress {
  let latest: View | null = null;
  let timer: NodeJS.Timeout | null = null;
  let going: Promise<void> = Promise.resolve();
  let hasEnded = false;

  async function putLatest(): Promise<void> {
    const view = latest;
    latest = null;
    try {
      if (view !== null) await put(view);
    } catch {
      // The next one, or the whole answer, takes its place.
    }
    timer = null;
    if (latest !== null) plan();
  }

  function plan(): void {
    if (hasEnded || timer !== null) return;
    timer = setTimeout(() => {
      going = putLatest();
    }, everyMs);
  }

  return {
    show(view) {
      latest = view;
      plan();
    },
    async end() {
      hasEnded = true;
      if (timer !== null) clearTimeout(timer);
      await going;
    },
  };
}
