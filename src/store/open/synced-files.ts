import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { type Fence, isHeld } from './fence.js';

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

/** The parts of Emscripten's module that are needed here, as they are when the engine starts. */
type EngineModule = {
  readonly NODEFS: object;
  readonly FS: { readonly ErrnoError: new (code: number) => Error };
};

type FileOperation = (...given: readonly unknown[]) => unknown;

/** What changes files, apart from `fsync`. */
const WRITING = {
  stream_ops: ['write', 'msync'],
  node_ops: ['mknod', 'rename', 'unlink', 'rmdir', 'symlink', 'setattr'],
} as const;

function operationsOf(nodefs: object, name: keyof typeof WRITING): object {
  const operations: unknown = Reflect.get(nodefs, name);
  if (typeof operations !== 'object' || operations === null) {
    throw new Error(`this version of PGlite has no ${name} to guard`);
  }
  return operations;
}

function isOperation(value: unknown): value is FileOperation {
  return typeof value === 'function';
}

/** Lets nothing be written once the folder is another's: the engine gets an error, as from a disk that is gone. */
function guardWriting({ NODEFS, FS }: EngineModule, fence: Fence): void {
  for (const kind of ['stream_ops', 'node_ops'] as const) {
    const operations = operationsOf(NODEFS, kind);
    for (const name of WRITING[kind]) {
      const original: unknown = Reflect.get(operations, name);
      if (!isOperation(original)) continue;
      const guarded: FileOperation = (...given) => {
        if (!isHeld(fence)) throw new FS.ErrnoError(EIO);
        return original.apply(operations, [...given]);
      };
      Object.assign(operations, { [name]: guarded });
    }
  }
}

function addFsync({ NODEFS }: EngineModule, fence: Fence): void {
  const guarded = (file: OpenFile): number => (isHeld(fence) ? fsync(file) : EIO);
  Object.assign(operationsOf(NODEFS, 'stream_ops'), { fsync: guarded });
}

/**
 * A data folder on disk whose writes can be forced out of the system's cache, which PGlite's own cannot, and which is
 * written only while this process holds it.
 */
export class SyncedNodeFS extends NodeFS {
  readonly #fence: Fence;

  constructor(folder: string, fence: Fence) {
    super(folder);
    this.#fence = fence;
  }

  override async init(...[client, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(client, options);
    const prepare = (module: EngineModule): void => {
      guardWriting(module, this.#fence);
      addFsync(module, this.#fence);
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), prepare];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}
