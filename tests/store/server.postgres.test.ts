import { inject } from 'vitest';
import { openStore } from '../../src/store/open/open.js';
import { describeStore } from '../contracts/store.js';
import { createServerDatabase } from '../support/server-database.js';

describeStore('server Postgres', async () => {
  const { url, drop } = await createServerDatabase(inject('postgresUrl'));
  const opened = await openStore({ databaseUrl: url, dataDir: '' });
  return {
    ...opened,
    async close() {
      await opened.close();
      await drop();
    },
  };
});
