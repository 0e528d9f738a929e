import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's parameters with `fsync` on. PGlite switches it off, and its file system ignores the call: a commit then
 * survives a killed process but not a power cut, which can make the whole database unreadable. It costs 0.1 to 5 ms a
 * commit, depending on the disk.
 */
export const SYNCED_START_PARAMS: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** What Emscripten's NODEFS passes to its file operations; a directory has no descriptor. */
type OpenFile = { readonly nfd?: number };

/** WASI's code for an input or output error: whatever the system's code, the data is not on the disk. */
const EIO = 29;

/** Returns an error code, 0 for none, instead of throwing: the engine handles codes, not JavaScript exceptions. */
function fsync(file: OpenFile): number {
  try {
    if (file.nfd !== undefined) fsyncSync(file.nfd);
    return 0;
  } catch {
    return EIO;
  }
}

function addFsync(nodefs: object): void {
  if (!('stream_ops' in nodefs) || typeof nodefs.stream_ops !== 'object' || nodefs.stream_ops === null) {
    throw new Error('this version of PGlite has no file operations to add fsync to');
  }
  Object.assign(nodefs.stream_ops, { fsync });
}

/** A data folder on disk whose writes can be forced to the disk, which PGlite's own file system cannot do. */
export class SyncedNodeFS extends NodeFS {
  override async init(...[client, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(client, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: { NODEFS: object }) => addFsync(module.NODEFS)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}
