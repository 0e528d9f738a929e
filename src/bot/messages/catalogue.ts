import type { en } from './en.js';

/** The name of a message. English is the list; a test checks that every language has the same names and values. */
export type MessageKey = keyof typeof en;
