import type { Logger } from './log.js';

/** An adapter, and by which packages its client's own code is known in a stack. */
export type Suspect = {
  readonly platform: string;
  readonly packages: readonly string[];
  broke(error: unknown): void;
};

export type ProcessGuardDeps = {
  readonly suspects: readonly Suspect[];
  readonly logger: Logger;
  readonly newRef: () => string;
  /** Ends the program: after an exception of unknown origin nobody knows what still holds. */
  readonly end: () => void;
};

/** The packages that a stack goes through, such as `@slack/bolt`. */
const PACKAGE = /node_modules[\\/]((?:@[\w.-]+[\\/])?[\w.-]+)/g;

function packagesIn(error: unknown): readonly string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return [...stack.matchAll(PACKAGE)].flatMap(([, name]) => (name === undefined ? [] : name.replace('\\', '/')));
}

/** Whose client an error comes from: that of the topmost package in its stack that belongs to one; `null` for nobody's. */
export function culpritOf(error: unknown, suspects: readonly Suspect[]): Suspect | null {
  for (const name of packagesIn(error)) {
    const found = suspects.find(({ packages }) =>
      packages.some((own) => (own.endsWith('/') ? name.startsWith(own) : name === own)),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * The last net, for what a platform's client throws where nobody can catch it: that adapter is started anew, and the
 * others never notice. A rejection of unknown origin is logged; an exception of unknown origin ends the program, as it
 * always does. Gives a function that takes the net away.
 */
export function guardProcess({ suspects, logger, newRef, end }: ProcessGuardDeps): () => void {
  const onRejection = (reason: unknown): void => {
    const culprit = culpritOf(reason, suspects);
    if (culprit !== null) culprit.broke(reason);
    else logger.error({ ref: newRef(), err: reason }, 'something failed that nobody waited for; the program goes on');
  };
  const onException = (error: unknown): void => {
    const culprit = culpritOf(error, suspects);
    if (culprit !== null) {
      culprit.broke(error);
      return;
    }
    logger.fatal({ ref: newRef(), err: error }, 'the program cannot go on');
    end();
  };
  process.on('unhandledRejection', onRejection);
  process.on('uncaughtException', onException);
  return () => {
    process.off('unhandledRejection', onRejection);
    process.off('uncaughtException', onException);
  };
}
