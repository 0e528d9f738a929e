import type { CommandOption, CommandSpec } from '../chat/port.js';
import { type MessageKey, sayAll } from './messages/say.js';

/** A command of which every word comes from the catalogue. */
export function commandSpec(
  name: string,
  description: MessageKey,
  options: readonly CommandOption[] = [],
): CommandSpec {
  return { name, description: sayAll(description), options };
}

/** An option that takes any text. */
export function textOption(
  name: string,
  description: MessageKey,
  more: { required: boolean; suggests: boolean },
): CommandOption {
  return { name, description: sayAll(description), type: 'string', choices: [], ...more };
}
