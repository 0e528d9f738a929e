import { type Catalogues, createSay } from '../../messages/create-say.js';
import type { CliKey } from './catalogue.js';
import { en } from './en.js';
import { es } from './es.js';

export type { CliKey };

export const CLI_CATALOGUES: Catalogues<CliKey> = { en, es };

export const say = createSay(CLI_CATALOGUES);
