import { FEATURES } from '../bot/features.js';

/** The bot's commands, in the order in which they are registered with the platforms. */
export const COMMANDS = FEATURES.map(({ command }) => command);
export const SHORTCUTS = FEATURES.flatMap(({ shortcuts }) => shortcuts.map(({ spec }) => spec));
