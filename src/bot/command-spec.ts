import type { CommandOption, CommandSpec } from '../chat/port.js';
import { type MessageKey, sayAll } from './messages/say.js';

/** Keys of a command or option: its description under `key`, its name for people under `key.name`. */
type Named = Extract<MessageKey, `${string}.name`> extends `${infer Key}.name` ? Key & MessageKey : never;

/** A command with all its texts from the catalogue. */
export function commandSpec(name: string, key: Named, options: readonly CommandOption[] = []): CommandSpec {
  return { name, names: sayAll(`${key}.name`), description: sayAll(key), options };
}

type OptionKind = Pick<CommandOption, 'type' | 'choices'>;

/** An option of a command; `kind` is any text by default. */
export function commandOption(
  name: string,
  key: Named,
  more: { readonly required: boolean; readonly suggests: boolean } & Partial<OptionKind>,
): CommandOption {
  return { name, names: sayAll(`${key}.name`), description: sayAll(key), type: 'string', choices: [], ...more };
}
