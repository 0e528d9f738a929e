import { z } from 'zod';

/**
 * A backup is gzipped UTF-8 text, one JSON value a line (docs/backup.md):
 *
 *     {"repaso":"backup","format":1,…}                     the header, with how many rows each table has
 *     {"table":"decks","columns":["workspace_id",…]}       a table begins
 *     ["web:local","docker",null,…]                        its rows, each value as Postgres writes it as text
 *     {"end":{"rows":1234,"sha256":"…"}}                   of all lines before it, each with its line feed
 */
export const BACKUP_FORMAT = 1;

export const headerSchema = z.object({
  repaso: z.literal('backup'),
  format: z.number().int(),
  /** The program's version that made it. */
  program: z.string(),
  madeAt: z.string(),
  /** Migrations that the database had, and when the last of them was made, by which it is known. */
  schema: z.object({ version: z.number().int(), migration: z.number() }),
  /** Rows by table. */
  rows: z.record(z.string(), z.number().int()),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });

export const endSchema = z.object({ end: z.object({ rows: z.number().int(), sha256: z.string() }) });

export const markSchema = z.union([tableSchema, endSchema]);

/** How much is in a backup, for people. */
export type BackupCounts = { readonly workspaces: number; readonly people: number; readonly reviews: number };

export function countsOf({ rows }: Pick<BackupHeader, 'rows'>): BackupCounts {
  return { workspaces: rows.workspaces ?? 0, people: rows.learners ?? 0, reviews: rows.reviews ?? 0 };
}
