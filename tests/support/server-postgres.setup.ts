import type { TestProject } from 'vitest/node';
import { startPostgres } from './server-postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server that tests may make databases on. */
    readonly postgresUrl: string;
  }
}

/** For `vitest.postgres.config.ts`: the server of TEST_DATABASE_URL, or one of our own for the time of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return async () => {};
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.remove;
}
