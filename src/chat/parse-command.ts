import { bare, isCalled, type KnownValues } from './command-values.js';
import { fillOptions } from './fill-options.js';
import { quoteValue } from './line-pieces.js';
import type { CommandOption, CommandSpec, Localized } from './port.js';

/** The words about a line that is no command of the bot's. */
export type CommandWords = {
  readonly language: keyof Localized;
  readonly wrongChoice: (option: string, allowed: readonly string[]) => string;
  readonly notANumber: (option: string) => string;
  readonly tooMuch: (usage: string) => string;
};

export type ParsedCommand =
  /** An option that is left out is not among them: what is then to be done, the bot itself knows. */
  | { readonly ok: true; readonly options: Readonly<Record<string, string>> }
  /** What is wrong, in the person's words. */
  | { readonly ok: false; readonly problem: string };

/** "/explain <concept>", "/repasar [mazo]"; after another word than the slash where a platform has one. */
export function usageOf(spec: CommandSpec, language: keyof Localized, lead = '/'): string {
  const options = spec.options.map(({ names, required }) =>
    required ? `<${names[language]}>` : `[${names[language]}]`,
  );
  return [`${lead}${spec.names[language]}`, ...options].join(' ');
}

/** A line that runs a command with these options: as plain as it is read back, else each by its name and in quotes. */
export function lineOf(
  { names, options }: CommandSpec,
  given: Readonly<Record<string, string>>,
  language: keyof Localized,
  lead = '/',
): string {
  const set = options.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) return [];
    const label = option.choices.find((choice) => choice.value === value)?.label[language] ?? value;
    return [{ name: option.names[language], value: label, quoted: /\s/u.test(label) ? quoteValue(label) : label }];
  });
  const ways = [
    set.map(({ value }) => value),
    set.map(({ quoted }) => quoted),
    set.map(({ name, value }) => `${name}:${quoteValue(value)}`),
  ].map((parts) => parts.join(' '));
  const isSame = (filled: Readonly<Record<string, string>>) =>
    options.every(({ name }) => filled[name] === given[name]);
  const line = ways.find((way) => {
    const filled = fillOptions(options, way, new Map());
    return filled.kind === 'filled' && isSame(filled.options);
  });
  return [`${lead}${names[language]}`, line ?? ways.at(-1) ?? ''].filter((part) => part !== '').join(' ');
}

/** The command that a word means in any language. An exact name goes before a translation. */
export function findCommand(commands: readonly CommandSpec[], word: string): CommandSpec | undefined {
  const wanted = bare(word);
  return commands.find(({ name }) => bare(name) === wanted) ?? commands.find((command) => isCalled(command, wanted));
}

/**
 * The command's name and the rest of a line that begins with a slash, or `null` for any other line. Signs right after
 * the name ("/help!", "/review: docker") are none of it.
 */
export function splitCommand(line: string): { readonly name: string; readonly rest: string } | null {
  const match = /^\/([\p{L}\p{N}_-]{1,32})[!?.,:;…]*(?:\s+([\s\S]*))?$/u.exec(line.normalize('NFC').trim());
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** Why words are no value of an option. */
export function refusalOf({ type, names, choices }: CommandOption, words: CommandWords): string {
  const name = names[words.language];
  if (type === 'integer') return words.notANumber(name);
  return words.wrongChoice(
    name,
    choices.map(({ label }) => label[words.language]),
  );
}

/**
 * The options in the rest of a command's line. `name:value` and `name = value` name one, in any language and order.
 * What is left goes by place: choices and numbers, wherever they stand at an end; then free text in order, of which the
 * last takes all that follows, and each before it one word, a phrase in quotes, a value that is known, or what stands
 * before an equals sign.
 */
export function parseCommand(
  spec: CommandSpec,
  rest: string,
  words: CommandWords,
  lead = '/',
  known: KnownValues = new Map(),
): ParsedCommand {
  const filled = fillOptions(spec.options, rest, known);
  if (filled.kind === 'filled') return { ok: true, options: filled.options };
  if (filled.option === null) return { ok: false, problem: words.tooMuch(usageOf(spec, words.language, lead)) };
  return { ok: false, problem: refusalOf(filled.option, words) };
}
