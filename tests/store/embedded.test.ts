import { describeStore } from '../contracts/store.js';
import { openTestStore } from '../support/database.js';

describeStore('PGlite', openTestStore);
