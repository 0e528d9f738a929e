import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), scalar);

/** What an app attaches to a message. */
export const messageMetadata = z.strictObject({
  event_type: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[A-Za-z0-9_.:-]+$/, 'must be alphanumeric'),
  event_payload: z.record(z.string(), z.union([scalar, flat, z.array(flat), z.array(scalar)])),
});

export type MessageMetadata = z.infer<typeof messageMetadata>;
