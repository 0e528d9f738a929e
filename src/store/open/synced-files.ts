import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's parameters with `fsync` on. PGlite switches it off, and its file system ignores the call: a commit then
 * survives a killed process but not a power cut, which can leave the whole database unreadable. One commit a review
 * is a price well spent (0.1 to 5 ms, by the disk).
 */
export const SYNCED_START_PARAMS: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** What Emscripten's NODEFS hands to its file operations; a directory has no descriptor. */
type OpenFile = { readonly nfd?: number };

/** WASI's number for an input or output error: whatever the system says, the data is not on the disk. */
const EIO = 29;

/** An error number, 0 for none: the engine, and not a JavaScript exception in its midst, is to deal with it. */
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

/** A data folder on disk whose writes can be forced out of the system's cache, which PGlite's own cannot. */
export class SyncedNodeFS extends NodeFS {
  override async init(...[client, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(client, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: { NODEFS: object }) => addFsync(module.NODEFS)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}
