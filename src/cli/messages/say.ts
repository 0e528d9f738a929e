import { type Catalogues, createSay } from '../../messages/create-say.js';
import { en } from './en.js';
import { es } from './es.js';

/** The name of a message of the command line. English is the list. */
export type CliKey = keyof typeof en;

export const CLI_CATALOGUES: Catalogues<CliKey> = { en, es };

export const say = createSay(CLI_CATALOGUES);
