import type { en } from './en.js';

/** The name of a message of the command line. The English catalogue defines them. */
export type CliKey = keyof typeof en;
