import type { CommandOption, CommandSpec } from './port.js';

/** Values of free options that the bot knows, by option: they hold together without quotes. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;

/** Without accents and capitals, which people leave out. */
export function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a word is a command's or an option's name in any language. */
export function isCalled({ name, names }: CommandSpec | CommandOption, word: string): boolean {
  return [name, ...Object.values(names)].some((known) => bare(known) === bare(word));
}

/** Whether an option takes any text. */
export function isFree(option: CommandOption): boolean {
  return option.type === 'string' && option.choices.length === 0;
}

/** The value that words mean for an option, or `null` where they mean none. */
export function readValue(option: CommandOption, words: string): string | null {
  if (option.type === 'integer') return /^-?\d{1,9}$/.test(words) ? words : null;
  if (option.choices.length === 0) return words;
  const wanted = bare(words);
  const found = option.choices.find(({ value, label }) =>
    [value, ...Object.values(label)].some((name) => bare(name) === wanted),
  );
  return found?.value ?? null;
}
