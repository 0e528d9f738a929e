import { FEATURES } from '../bot/features.js';

/** The one list of what the bot can do, as it is registered with the platforms. */
export const COMMANDS = FEATURES.map(({ command }) => command);
export const SHORTCUTS = FEATURES.flatMap(({ shortcuts }) => shortcuts.map(({ spec }) => spec));
