import type { en } from './en.js';

/** The name of a message of the command line. English is the list. */
export type CliKey = keyof typeof en;
