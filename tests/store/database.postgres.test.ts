import { inject } from 'vitest';
import { createPool, serverDatabase } from '../../src/store/open/open-server.js';
import { describeDatabase } from '../contracts/database.js';
import { createServerDatabase } from '../support/server-database.js';

describeDatabase('server Postgres', async () => {
  const { url, drop } = await createServerDatabase(inject('postgresUrl'));
  const pool = createPool(url);
  const close = async () => {
    await pool.end();
    await drop();
  };
  return { database: serverDatabase(pool), close };
});
