import type { Config } from './config.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';
import type { Logger } from './log.js';
import type { OnStep } from './start-step.js';
import { type FolderWatcher, watchFolder } from './watch-folder.js';
import { withPatience } from './with-patience.js';
import type { Workspaces } from './workspaces.js';

export type FollowDeps = {
  readonly config: Pick<Config, 'flashcardsDir' | 'watch'>;
  readonly workspaces: Workspaces;
  readonly logger: Logger;
  readonly onStep: OnStep;
  /** Given the watcher before anything can fail, so that it is stopped whatever happens. */
  readonly onWatcher: (watcher: FolderWatcher) => void;
};

/** Brings the notes of the folder into the workspaces, and what changes there from then on. */
export async function followNotes(deps: FollowDeps): Promise<void> {
  const { config, workspaces, onStep } = deps;
  onStep({ kind: 'reading-notes', folder: config.flashcardsDir });
  // Watched before it is read: what is written in between is noticed.
  if (config.watch !== 'off') await startWatching(deps, config.watch === 'poll');
  await workspaces.syncAll(LOCAL_WORKSPACE, onStep);
}

async function startWatching(deps: FollowDeps, poll: boolean): Promise<void> {
  const { config, workspaces, logger, onStep, onWatcher } = deps;
  const watcher = watchFolder({
    folder: config.flashcardsDir,
    poll,
    onChange: () => workspaces.rescan(LOCAL_WORKSPACE, (news) => onStep({ kind: 'on-disk', news })),
    logger,
  });
  onWatcher(watcher);
  await withPatience(watcher.ready);
}
