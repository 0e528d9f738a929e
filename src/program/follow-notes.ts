import type { Config } from './config.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';
import type { Logger } from './log.js';
import type { OnStep } from './start-step.js';
import { type FolderWatcher, watchFolder } from './watch-folder.js';
import { withPatience } from './with-patience.js';
import type { WorkspaceNotes } from './workspaces.js';

type FollowDeps = {
  readonly config: Pick<Config, 'flashcardsDir' | 'watch'>;
  readonly workspaces: WorkspaceNotes;
  readonly logger: Logger;
  readonly onStep: OnStep;
  /** Receives the watcher before anything can fail, so that the caller can always stop it. */
  readonly onWatcher: (watcher: FolderWatcher) => void;
};

/** Syncs the folder's notes into all workspaces, then keeps them in sync with its changes. */
export async function followNotes(deps: FollowDeps): Promise<void> {
  const { config, workspaces, onStep } = deps;
  onStep({ kind: 'reading-notes', folder: config.flashcardsDir });
  // The watcher starts before the first reading, so that no change in between is missed.
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
