import { renderCommands } from '../chat/discord/render-commands.js';
import { choose } from './choice.js';
import { type ExitCode, type Io, printJson } from './io.js';
import { COMMANDS, SHORTCUTS } from './platform-commands.js';

/**
 * `repaso commands discord`: prints the commands as they are registered with Discord. Needs no configuration and no
 * database.
 */
export function commands(io: Io, platform: string): ExitCode {
  choose(io, 'commands', ['discord'], platform);
  printJson(io, renderCommands(COMMANDS, SHORTCUTS));
  return 0;
}
