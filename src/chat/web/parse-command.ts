import type { CommandOption, CommandSpec } from '../port.js';
import type { RoomWords } from './words.js';

export type ParsedCommand =
  | { readonly ok: true; readonly options: Readonly<Record<string, string>> }
  /** What is wrong, in the visitor's words. */
  | { readonly ok: false; readonly problem: string };

/** "/explain <concept>", "/review [deck]". */
export function usageOf(spec: CommandSpec): string {
  const options = spec.options.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`));
  return [`/${spec.name}`, ...options].join(' ');
}

/** The command's name and the rest of a line that begins with a slash, or `null` for any other line. */
export function splitCommand(line: string): { readonly name: string; readonly rest: string } | null {
  const match = /^\/([\p{L}\p{N}_-]{1,32})(?:\s+([\s\S]*))?$/u.exec(line.trim());
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

function isFree(option: CommandOption): boolean {
  return option.type === 'string' && option.choices.length === 0;
}

/** The value that a word means for an option, or `null` where it means none. */
function accept(option: CommandOption, word: string): string | null {
  if (option.type === 'integer') return /^-?\d{1,9}$/.test(word) ? word : null;
  if (option.choices.length === 0) return word;
  const wanted = word.toLowerCase();
  const found = option.choices.find(({ value, label }) =>
    [value, ...Object.values(label)].some((name) => name.toLowerCase() === wanted),
  );
  return found?.value ?? null;
}

function refusal(option: CommandOption, words: RoomWords): string {
  if (option.type === 'integer') return words.notANumber(option.name);
  return words.wrongChoice(
    option.name,
    option.choices.map(({ value }) => value),
  );
}

/**
 * The options in the rest of a command's line: `name:value` for any of them, else in order, each word to the first
 * open option that can take it. An option of free text takes all that follows.
 */
export function parseCommand(spec: CommandSpec, rest: string, words: RoomWords): ParsedCommand {
  const given = new Map<string, string>();
  let left = rest;
  while (left !== '') {
    const [word = ''] = left.split(/\s+/, 1);
    const colon = word.indexOf(':');
    const named = colon > 0 ? spec.options.find(({ name }) => name === word.slice(0, colon).toLowerCase()) : undefined;
    const open = spec.options.filter(({ name }) => !given.has(name));
    const option = named ?? open.find((candidate) => accept(candidate, word) !== null);
    if (option === undefined) {
      const [first] = open;
      return { ok: false, problem: first === undefined ? words.tooMuch(usageOf(spec)) : refusal(first, words) };
    }
    const text = named === undefined ? left : left.slice(colon + 1);
    const taken = isFree(option) ? text : (text.split(/\s+/, 1)[0] ?? '');
    const value = accept(option, taken.trim());
    if (value === null) return { ok: false, problem: refusal(option, words) };
    given.set(option.name, value);
    left = text.slice(taken.length).trim();
  }
  const missing = spec.options.find(({ name, required }) => required && !given.get(name));
  if (missing) return { ok: false, problem: words.missingOption(usageOf(spec), missing.name) };
  return { ok: true, options: Object.fromEntries(given) };
}
