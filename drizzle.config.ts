/** For drizzle-kit, which `scripts/migrations.mjs` runs. */
export default {
  dialect: 'postgresql',
  schema: './src/store/schema.ts',
  out: process.env.REPASO_MIGRATIONS ?? './migrations',
} as const;
