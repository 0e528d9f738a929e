import { z } from 'zod';

/** An address that can be kept and written to later. */
export type Destination = { readonly platform: string; readonly kind: 'channel' | 'direct'; readonly id: string };

const destinationSchema = z.object({
  platform: z.string().min(1),
  kind: z.enum(['channel', 'direct']),
  id: z.string().min(1),
});

/** A destination that was kept as JSON, or `null` for anything else. */
export function parseDestination(stored: unknown): Destination | null {
  const parsed = destinationSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
