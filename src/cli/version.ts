import { createRequire } from 'node:module';
import { z } from 'zod';

/** The program's own version. */
export function version(): string {
  return z.object({ version: z.string() }).parse(createRequire(import.meta.url)('../../package.json')).version;
}
