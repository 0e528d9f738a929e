import type { KnownValues } from '../command-values.js';
import { findCommand, parseCommand } from '../parse-command.js';
import type { CommandSpec } from '../port.js';
import { MAIN_COMMAND, type SlackWords } from './options.js';

export type ReadCommand =
  | { readonly kind: 'command'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** Plain words, in which the bot finds what is meant. */
  | { readonly kind: 'question'; readonly text: string }
  /** What is wrong, in the person's words. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What people write before a command's name. */
export const LEAD = `${MAIN_COMMAND} `;

type Reading = {
  readonly commands: readonly CommandSpec[];
  /** Put before the name of each slash command but the main one. */
  readonly prefix: string;
  readonly words: SlackWords;
  /** What the main command alone asks for. */
  readonly fallback: string;
  readonly known: (spec: CommandSpec, rest: string) => Promise<KnownValues>;
};

/**
 * The command that a slash command means: `/repaso explain layers`, or `/explain layers` with the prefix before the
 * name. What follows the main command and names none is said to the bot: `/repaso what is a layer?`.
 */
export async function readCommand(
  typed: { readonly command: string; readonly text: string },
  { commands, prefix, words, fallback, known }: Reading,
): Promise<ReadCommand> {
  const main = typed.command === MAIN_COMMAND;
  const text = typed.text.trim();
  const [first = ''] = text.split(/\s/, 1);
  const name = main ? first.replace(/^\//, '') : typed.command.slice(1 + prefix.length);
  const rest = main ? text.slice(first.length).trim() : text;
  if (main && first === '') return { kind: 'command', command: fallback, options: {} };
  const spec = findCommand(commands, name);
  if (spec === undefined) return { kind: 'question', text: main ? text : `/${name} ${rest}`.trim() };
  // "help me understand layers" is no help with too many words.
  if (main && spec.options.length === 0 && rest !== '') return { kind: 'question', text };
  const parsed = parseCommand(spec, rest, words, LEAD, await known(spec, rest));
  if (parsed.ok) return { kind: 'command', command: spec.name, options: parsed.options };
  return { kind: 'refused', problem: parsed.problem };
}
