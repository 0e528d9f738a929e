import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of an embedded database that is made and empty, to be copied. */
    readonly freshDatabase: string;
  }
}

/** Makes one embedded database for all files: that takes longer than anything else in a start. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'repaso-fresh-'));
  const freshDatabase = path.join(folder, 'data');
  const env = { ...process.env, DATABASE_URL: '', REPASO_DATA: freshDatabase };
  await promisify(execFile)(process.execPath, ['dist/cli.js', 'migrate'], { env });
  project.provide('freshDatabase', freshDatabase);
  return () => rm(folder, { recursive: true, force: true });
}
