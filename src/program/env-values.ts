import { z } from 'zod';

/** An unset variable and an empty one mean the same: `.env` files and compose files write `NAME=` for "none". */
export const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

export function textOr(fallback: string) {
  return optionalText.transform((value) => value ?? fallback);
}

export const optionalUrl = optionalText.refine(
  (value) => value === null || (/^https?:\/\/./.test(value) && URL.canParse(value)),
  {
    message: 'must look like https://host',
  },
);
