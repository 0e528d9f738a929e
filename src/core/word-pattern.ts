/** Words that stand for each other in a pattern; lists that are read from a file are read when they are first used. */
export type Alternatives = readonly string[] | (() => readonly string[]);

/** A regular expression that is made when it is first used. */
export type Pattern = () => RegExp;

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const ACCENTED = new Map([
  ['á', '[aá]'],
  ['é', '[eé]'],
  ['í', '[ií]'],
  ['ó', '[oó]'],
  ['ú', '[uú]'],
  ["'", "['’]"],
]);

/** Notes leave out accents, and their apostrophes are of either kind. */
function sourceOf(word: string): string {
  return word.replace(SPECIAL, '\\$&').replace(/[áéíóú']/g, (letter) => ACCENTED.get(letter) ?? letter);
}

/** The longest come first, so that it makes no difference in which order people add them. */
function anyOf(words: readonly string[]): string {
  // Nothing is a word of an empty list, not even no word.
  if (words.length === 0) return '(?!)';
  return `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(sourceOf)
    .join('|')})`;
}

/**
 * A template of a regular expression in which lists of words stand: `` pattern('iu')`^${GREETINGS}\b` ``. So what has to be
 * reviewed is short, and the words are where people can add to them. A string is a part of the expression itself.
 */
export function pattern(
  flags: string,
): (source: TemplateStringsArray, ...parts: readonly (Alternatives | string)[]) => Pattern {
  return ({ raw }, ...parts) => {
    let made: RegExp | undefined;
    return () => {
      made ??= new RegExp(
        raw.reduce((source, text, at) => source + partOf(parts[at - 1] ?? '') + text),
        flags,
      );
      return made;
    };
  };
}

function partOf(part: Alternatives | string): string {
  if (typeof part === 'string') return part;
  return anyOf(typeof part === 'function' ? part() : part);
}

/** The same words, each with a small or a capital first letter: for patterns in which capitals mean something. */
export function eitherCase(words: Alternatives): Alternatives {
  return () => {
    const list = typeof words === 'function' ? words() : words;
    return list.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
  };
}
