import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { sessionInThisThread } from '../../src/store/open/embedded-session.js';
import { describeDatabase } from '../contracts/database.js';
import { wipedTestClient } from '../support/database.js';

const noOther = () => Promise.reject(new Error('the test database has failed'));

describeDatabase('PGlite', async () => {
  const database = createEmbeddedDatabase(sessionInThisThread(await wipedTestClient()), noOther);
  return { database, close: async () => {} };
});
