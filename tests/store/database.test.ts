import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { describeDatabase } from '../contracts/database.js';
import { emptyTestClient } from '../support/database.js';

describeDatabase('PGlite', async () => {
  const client = await emptyTestClient();
  const database = createEmbeddedDatabase(client, () => Promise.reject(new Error('the test database has failed')));
  return { database, close: database.close };
});
