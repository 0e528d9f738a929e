import { findCommand, parseCommand } from '../parse-command.js';
import type { CommandSpec } from '../port.js';
import { MAIN_COMMAND, type SlackWords } from './options.js';

export type ReadCommand =
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** What is wrong, in the person's words. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What people write before a command's name. */
export const LEAD = `${MAIN_COMMAND} `;

/**
 * The command that a slash command means: `/repaso explain layers`, or `/explain layers` with the prefix before the
 * name. `/repaso` alone asks for `fallback`. Where an option is left out, the bot itself says what there is to choose.
 */
export function readCommand(
  commands: readonly CommandSpec[],
  typed: { readonly command: string; readonly text: string },
  prefix: string,
  words: SlackWords,
  fallback: string,
): ReadCommand {
  const main = typed.command === MAIN_COMMAND;
  const text = typed.text.trim();
  const [first = ''] = text.split(/\s/, 1);
  const name = main ? first.replace(/^\//, '') : typed.command.slice(1 + prefix.length);
  const rest = main ? text.slice(first.length).trim() : text;
  if (main && first === '') return { kind: 'command', command: fallback, options: {} };
  const spec = findCommand(commands, name);
  if (spec === undefined) return { kind: 'command', command: name.slice(0, 60), options: {} };
  const parsed = parseCommand(spec, rest, words, LEAD);
  if (parsed.ok) return { kind: 'command', command: spec.name, options: parsed.options };
  if (parsed.missing !== null) return { kind: 'command', command: spec.name, options: {} };
  return { kind: 'refused', problem: parsed.problem };
}

/** A message to the bot that is nothing but a command's name, such as "review" or "ayuda". */
export function spokenCommand(commands: readonly CommandSpec[], text: string): string | null {
  const word = text.trim().replace(/^\//, '');
  return /^\S{1,32}$/u.test(word) ? (findCommand(commands, word)?.name ?? null) : null;
}
