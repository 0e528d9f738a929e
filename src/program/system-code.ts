import { z } from 'zod';

const systemError = z.object({ code: z.string() });

/** The code of a system's error, such as `ENOENT`; `unknown` for any other. */
export function systemCodeOf(error: unknown): string {
  return systemError.safeParse(error).data?.code ?? 'unknown';
}
