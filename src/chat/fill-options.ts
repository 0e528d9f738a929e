import { bare, isFree, type KnownValues, readValue } from './command-values.js';
import { countFirst, fillFree } from './fill-free.js';
import { type LinePiece, namedSegments, textOfPieces } from './line-pieces.js';
import type { CommandOption } from './port.js';

export type FilledOptions =
  | { readonly kind: 'filled'; readonly options: Readonly<Record<string, string>> }
  /** The option that the text is no value of; `null` where no option is left for it. */
  | { readonly kind: 'unread'; readonly option: CommandOption | null };

/** What people write between a free text and a choice: "docker as csv", "docker en formato csv", "csv of docker". */
const BEFORE_CHOICE = /^(?:as|in|into|to|como|en|a|format|formato)$/u;
const AFTER_CHOICE = /^(?:of|for|from|de|del|para)$/u;

/** Reads what follows a command's name; `parseCommand` says how. Never throws. */
export function fillOptions(options: readonly CommandOption[], line: string, known: KnownValues): FilledOptions {
  const given = new Map<string, string>();
  const { before, named } = namedSegments(options, line);
  const isNamed = (option: CommandOption) => named.some((segment) => segment.option === option);
  const open = () => options.filter((option) => !given.has(option.name) && !isNamed(option));
  const isFollowed = (option: CommandOption) => named.at(-1)?.option !== option;
  const free = options.filter(isFree);
  /**
   * The last free text takes all that follows its name, unless it is in quotes and another is still to come; one before
   * it does so where the others are named too.
   */
  const takesRest = (option: CommandOption, [first]: readonly LinePiece[]) =>
    !open().some(isFree) || (option === free.at(-1) && first?.quoted === null);
  const left = [...before];

  for (const { option, pieces } of named) {
    const isLast = isFree(option) && takesRest(option, pieces);
    const rest = isLast ? takeChoices(line, pieces, open(), option, known, given) : pieces;
    const taken = isLast ? rest.length : isFree(option) ? countFirst(line, rest, option, null, known) : 1;
    const value = readValue(option, namedValue(line, rest.slice(0, taken), isFollowed(option)));
    if (value === null) return { kind: 'unread', option };
    given.set(option.name, value);
    left.push(...rest.slice(taken));
  }

  const [first] = open().filter(isFree);
  const texts = first === undefined ? left : takeChoices(line, left, open(), first, known, given);
  if (first !== undefined) return fillTexts(line, texts, open(), known, given);
  for (const piece of left) {
    const text = textOfPieces(line, [piece]);
    const option = open().find((candidate) => readValue(candidate, text) !== null);
    if (option === undefined) return { kind: 'unread', option: open()[0] ?? null };
    given.set(option.name, readValue(option, text) ?? '');
  }
  return filledWith(given);
}

/** "deck: docker, format: csv": the comma parts the two. */
function namedValue(line: string, pieces: readonly LinePiece[], isFollowed: boolean): string {
  const text = textOfPieces(line, pieces);
  const isQuoted = pieces.length === 1 && pieces[0]?.quoted !== null;
  return isFollowed && !isQuoted ? text.replace(/(?<=.)[,;]$/u, '') : text;
}

function filledWith(given: ReadonlyMap<string, string>): FilledOptions {
  return { kind: 'filled', options: Object.fromEntries(given) };
}

/** Gives the open options of free text what is left; a choice that does not exist, behind a known value, is a problem. */
function fillTexts(
  line: string,
  texts: readonly LinePiece[],
  open: readonly CommandOption[],
  known: KnownValues,
  given: Map<string, string>,
): FilledOptions {
  const free = open.filter(isFree);
  for (const [name, value] of fillFree(line, texts, free, known)) given.set(name, value);
  const last = free.at(-1);
  const choice = open.find(({ choices }) => choices.length > 0);
  const isWrong = last !== undefined && choice !== undefined && beginsKnown(given.get(last.name) ?? '', last, known);
  return isWrong ? { kind: 'unread', option: choice } : filledWith(given);
}

/** Whether a text is a known value with something after it, and not the beginning of a longer one. */
function beginsKnown(text: string, { name }: CommandOption, known: KnownValues): boolean {
  const values = (known.get(name) ?? []).map(bare);
  const typed = bare(text);
  if (values.some((value) => value.startsWith(typed))) return false;
  return values.some((value) => typed.startsWith(`${value} `));
}

/**
 * Takes choices and numbers from the ends of what is left, where a free text stands in the middle: a choice from either
 * end, a number from the end that is its own. What is a known value as a whole is left whole.
 */
function takeChoices(
  line: string,
  pieces: readonly LinePiece[],
  open: readonly CommandOption[],
  text: CommandOption,
  known: KnownValues,
  given: Map<string, string>,
): readonly LinePiece[] {
  const whole = bare(textOfPieces(line, pieces));
  if (pieces.length > 1 && (known.get(text.name) ?? []).some((value) => bare(value) === whole)) return pieces;
  const named = !open.includes(text);
  const take = (piece: LinePiece | undefined, from: 'front' | 'back'): boolean => {
    if (piece === undefined || piece.quoted !== null) return false;
    const option = open.find((candidate) => {
      if (given.has(candidate.name) || isFree(candidate) || readValue(candidate, piece.raw) === null) return false;
      const isOwnEnd = from === 'front' ? open.indexOf(candidate) < open.indexOf(text) : true;
      return candidate.type !== 'integer' || isOwnEnd;
    });
    if (option !== undefined) given.set(option.name, readValue(option, piece.raw) ?? '');
    return option !== undefined;
  };
  let rest = pieces;
  while (!named && take(rest[0], 'front')) rest = withoutJoint(rest.slice(1), AFTER_CHOICE, 0);
  while (rest.length > (named ? 1 : 0) && take(rest.at(-1), 'back')) {
    rest = withoutJoint(rest.slice(0, -1), BEFORE_CHOICE, -1);
  }
  return rest;
}

/** Without the small words that join a text and a choice, as long as something is left. */
function withoutJoint(pieces: readonly LinePiece[], joint: RegExp, at: 0 | -1): readonly LinePiece[] {
  const word = pieces.at(at);
  if (pieces.length < 2 || word === undefined || !joint.test(bare(word.raw))) return pieces;
  return withoutJoint(at === 0 ? pieces.slice(1) : pieces.slice(0, -1), joint, at);
}
