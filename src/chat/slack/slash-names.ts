import type { CommandSpec, Localized } from '../port.js';
import { MANIFEST_LIMITS } from './limits.js';
import { MAIN_COMMAND } from './options.js';

/** What Slack takes in a command after its slash: no accents, no capital letters. */
const WORD = /^[a-z0-9_-]+$/;

/** Slack's own commands: a manifest that has one of them is refused. Source: Slack's help, "Use slash commands". */
const BUILT_IN: ReadonlySet<string> = new Set([
  ...['active', 'apps', 'archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed', 'feedback', 'invite'],
  ...['join', 'kick', 'leave', 'me', 'msg', 'mute', 'open', 'part', 'people', 'prefs', 'remind', 'remove', 'rename'],
  ...['search', 'shortcuts', 'shrug', 'star', 'status', 'topic', 'who'],
]);

export type SlashName = {
  /** With the slash. */
  readonly command: string;
  readonly spec: CommandSpec;
};

/** The name in the language where Slack takes it, else the one that is the same everywhere. */
function wordOf(spec: CommandSpec, language: keyof Localized): string {
  const local = spec.names[language];
  return WORD.test(local) ? local : spec.name;
}

/**
 * The slash commands besides the main one, in one language. Those that would be the main command, one of Slack's, or
 * one of the list before them are left out: the main command takes their names as its first word. Throws a
 * `RangeError` for a prefix that no command of Slack's may have.
 */
export function slashNames(
  commands: readonly CommandSpec[],
  prefix: string,
  language: keyof Localized,
): readonly SlashName[] {
  if (prefix !== '' && !WORD.test(prefix)) throw new RangeError(`not a prefix for Slack's commands: ${prefix}`);
  const taken = new Set([MAIN_COMMAND]);
  return commands.flatMap((spec): readonly SlashName[] => {
    const word = prefix + wordOf(spec, language);
    const command = `/${word}`;
    const isLegal = WORD.test(word) && command.length <= MANIFEST_LIMITS.command && !BUILT_IN.has(word);
    if (!isLegal || taken.has(command) || taken.size >= MANIFEST_LIMITS.commands) return [];
    taken.add(command);
    return [{ command, spec }];
  });
}
