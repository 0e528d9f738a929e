import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a process holds of a data folder, as plain data, so that a thread can look too. */
export type Fence = {
  readonly folder: string;
  /** Grows each time the folder passes from one process to another. */
  readonly generation: number;
};

export function lockPath({ folder, generation }: Fence): string {
  return join(folder, `lock-${generation}`);
}

/**
 * Whether the folder still belongs to the one who took it at this generation. Looks at the disk each time, since
 * nothing else tells a process that was paused; two looks at names cost some microseconds.
 */
export function isHeld(fence: Fence): boolean {
  return existsSync(lockPath(fence)) && !existsSync(lockPath({ ...fence, generation: fence.generation + 1 }));
}
