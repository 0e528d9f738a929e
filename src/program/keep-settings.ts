import { z } from 'zod';
import { textOr } from './env-values.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 36_500;
const PROBLEM = `must be a whole number of days from 1 to ${MOST_DAYS}, or all`;

/** Milliseconds; `null` for ever. */
function daysOr(usual: number) {
  return textOr(String(usual))
    .refine(
      (value) => value === 'all' || (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_DAYS),
      {
        message: PROBLEM,
      },
    )
    .transform((value) => (value === 'all' ? null : Number(value) * DAY_MS));
}

export const keepVariables = z.object({
  REPASO_KEEP_UPLOADS_DAYS: daysOr(30),
  REPASO_KEEP_ROOM_DAYS: daysOr(365),
  REPASO_KEEP_NOTES_DAYS: daysOr(365),
  REPASO_KEEP_DELIVERIES_DAYS: daysOr(90),
});

/** How long what has an end is kept, in milliseconds; `null` for ever. */
export type KeepConfig = {
  readonly uploads: number | null;
  readonly rooms: number | null;
  readonly notes: number | null;
  readonly deliveries: number | null;
};

export function keepOf(env: z.infer<typeof keepVariables>): KeepConfig {
  return {
    uploads: env.REPASO_KEEP_UPLOADS_DAYS,
    rooms: env.REPASO_KEEP_ROOM_DAYS,
    notes: env.REPASO_KEEP_NOTES_DAYS,
    deliveries: env.REPASO_KEEP_DELIVERIES_DAYS,
  };
}
