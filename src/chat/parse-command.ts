import type { CommandOption, CommandSpec, Localized } from './port.js';

/** What a person is told about a line that is no command as the bot knows it. */
export type CommandWords = {
  readonly language: keyof Localized;
  readonly missingOption: (usage: string, option: string) => string;
  readonly wrongChoice: (option: string, allowed: readonly string[]) => string;
  readonly notANumber: (option: string) => string;
  readonly tooMuch: (usage: string) => string;
};

export type ParsedCommand =
  | { readonly ok: true; readonly options: Readonly<Record<string, string>> }
  /** What is wrong, in the person's words; `missing` names an option that was left out. */
  | { readonly ok: false; readonly problem: string; readonly missing: CommandOption | null };

/** "/explain <concept>", "/repasar [mazo]"; after another word than the slash where a platform has one. */
export function usageOf(spec: CommandSpec, language: keyof Localized, lead = '/'): string {
  const options = spec.options.map(({ names, required }) =>
    required ? `<${names[language]}>` : `[${names[language]}]`,
  );
  return [`${lead}${spec.names[language]}`, ...options].join(' ');
}

/** People leave accents and capitals out. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isCalled({ name, names }: CommandSpec | CommandOption, word: string): boolean {
  return [name, ...Object.values(names)].some((known) => bare(known) === bare(word));
}

/** The command that a word means in any language. An exact name goes before a translation. */
export function findCommand(commands: readonly CommandSpec[], word: string): CommandSpec | undefined {
  const wanted = bare(word);
  return commands.find(({ name }) => bare(name) === wanted) ?? commands.find((command) => isCalled(command, wanted));
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

function refusal(option: CommandOption, words: CommandWords): string {
  const name = option.names[words.language];
  if (option.type === 'integer') return words.notANumber(name);
  return words.wrongChoice(
    name,
    option.choices.map(({ label }) => label[words.language]),
  );
}

/**
 * The options in the rest of a command's line: `name:value` for any of them, else in order, each word to the first
 * open option that can take it. An option of free text takes all that follows.
 */
export function parseCommand(spec: CommandSpec, rest: string, words: CommandWords, lead = '/'): ParsedCommand {
  const usage = usageOf(spec, words.language, lead);
  const refuse = (problem: string) => ({ ok: false, problem, missing: null }) as const;
  const given = new Map<string, string>();
  let left = rest;
  while (left !== '') {
    const [word = ''] = left.split(/\s+/, 1);
    const colon = word.indexOf(':');
    const called = word.slice(0, Math.max(0, colon)).toLowerCase();
    const named = called === '' ? undefined : spec.options.find((candidate) => isCalled(candidate, called));
    const open = spec.options.filter(({ name }) => !given.has(name));
    const option = named ?? open.find((candidate) => accept(candidate, word) !== null);
    if (option === undefined) {
      const [first] = open;
      return refuse(first === undefined ? words.tooMuch(usage) : refusal(first, words));
    }
    const text = named === undefined ? left : left.slice(colon + 1);
    const taken = isFree(option) ? text : (text.split(/\s+/, 1)[0] ?? '');
    const value = accept(option, taken.trim());
    if (value === null) return refuse(refusal(option, words));
    given.set(option.name, value);
    left = text.slice(taken.length).trim();
  }
  const missing = spec.options.find(({ name, required }) => required && !given.get(name));
  if (missing) return { ok: false, problem: words.missingOption(usage, missing.names[words.language]), missing };
  return { ok: true, options: Object.fromEntries(given) };
}
