/** Words of which any may match in a pattern; a list that comes from a file is read on first use. */
type Alternatives = readonly string[] | (() => readonly string[]);

/** A regular expression that is compiled when it is first used. */
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

/** A pattern for a word: notes may omit accents, and use either kind of apostrophe. */
function sourceOf(word: string): string {
  return word.replace(SPECIAL, '\\$&').replace(/[áéíóú']/g, (letter) => ACCENTED.get(letter) ?? letter);
}

/** The longest word comes first, so that the order of the list does not matter. */
function anyOf(words: readonly string[]): string {
  // An empty list matches nothing, not even the empty string.
  if (words.length === 0) return '(?!)';
  return `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(sourceOf)
    .join('|')})`;
}

/**
 * A template for a regular expression with lists of words in it: `` pattern('iu')`^${GREETINGS}\b` ``. The expression stays
 * short enough to be reviewed, and people can add words to the lists. A string is inserted as a part of the expression.
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

/** The same words with a lower-case or a capital first letter, for patterns that are case-sensitive. */
export function eitherCase(words: Alternatives): Alternatives {
  return () => {
    const list = typeof words === 'function' ? words() : words;
    return list.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
  };
}
