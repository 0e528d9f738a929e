import { fold } from '../core/text.js';

/** A command, a flag, a path, code or a bare number: its pieces are compared one by one, to the letter. */
export type ExactAnswer = {
  readonly verdict: 'correct' | 'partial' | 'wrong';
  readonly said: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
};

const FENCE = /^```[^\n]*\n([\s\S]*?)\n?```$/u;
const CODE = /^`([^`\n]+)`[.;]?$/u;
/** "docker ps -a": small words and a flag, a path, a sign of the shell. */
const COMMAND = /^[\p{Ll}\d][\p{Ll}\d_.+-]*(?:\s+\S+)*\s(?:-{1,2}\p{L}|[$|>&/~.]|\S*[:=/])/u;
const FLAG = /^-{1,2}[\p{L}\d][\p{L}\d-]*(?:[ =]\S+)?$/u;
const NUMBER = /^[~≈]?[-+]?\d+(?:[.,:/]\d+)*\s?(?:%|°?\p{L}{1,3}\/?\p{L}{0,3})?$/u;
const NAME = /^(?=.*[\d_./@:$\\-])[^\s]+$/u;
const PLACEHOLDER = /^(?:<[^>]+>|\[[^\]]+\]|\{[^}]+\}|[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ\d_-]{2,}|\.\.\.|…)$/u;
const SHORT_FLAGS = /^-(\p{L}{2,4})$/u;

/** What is exact in an answer of the notes, or `null` where it is prose. */
export function exactPart(noted: string): string | null {
  const text = noted.trim();
  const code = FENCE.exec(text)?.[1] ?? CODE.exec(text)?.[1];
  if (code !== undefined) return code.trim();
  const isCommand = COMMAND.test(text) && !/[.!?]$/u.test(text) && !/^\p{Lu}/u.test(text);
  return isCommand || FLAG.test(text) || NUMBER.test(text) || (NAME.test(text) && !/^\p{L}+-\p{L}+$/u.test(text))
    ? text
    : null;
}

/** Compares code: white space and the order of flags make no difference; every letter of a flag, a port or a name does. */
export function compareExactly(noted: string, given: string): ExactAnswer {
  const wanted = piecesOf(noted);
  const typed = piecesOf(given);
  const isCommand = wanted.length > 1 || noted.startsWith('-');
  const left = [...typed];
  const said: string[] = [];
  const missing: string[] = [];
  for (const piece of wanted) {
    const at = left.findIndex((each) => isSame(piece, each, isCommand));
    if (at < 0) missing.push(piece);
    else {
      said.push(piece);
      left.splice(at, 1);
    }
  }
  const isOtherCode = left.some((piece) => isCode(piece) || (isCommand && typed.length - left.length < said.length));
  if (missing.length === 0)
    return { verdict: isOtherCode ? 'partial' : 'correct', said, missing, extra: isOtherCode ? left : [] };
  const isHalf = said.length > 0 && !isOtherCode && left.length === 0;
  return { verdict: isHalf ? 'partial' : 'wrong', said, missing, extra: left };
}

function isCode(piece: string): boolean {
  return /^-|[\d/$|>&=:]/u.test(piece);
}

/** Quotes and the marks of code around it are no part of it; flags that stand together are taken apart: `-it` is `-i -t`. */
function piecesOf(code: string): readonly string[] {
  const bare = code
    .replace(FENCE, '$1')
    .replaceAll('`', ' ')
    .replace(/[“”«»"']/gu, '')
    .replace(/(?<=\p{L}|\d)[.;,](?=\s|$)/gu, '');
  const spaced = bare.replace(/(\d)\s+(?=(?:%|°|[kmgt]?i?b|ms|s|h|min|km|cm|mm|m|kg|g|mg|hz|ghz|mhz)\b)/giu, '$1');
  return spaced
    .trim()
    .split(/\s+/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const flags = SHORT_FLAGS.exec(piece)?.[1];
      return flags === undefined ? [piece] : [...flags].map((flag) => `-${flag}`);
    });
}

/** Small and capital letters differ in flags and names of code; what is all letters may be typed either way. */
function isSame(wanted: string, typed: string, isCommand: boolean): boolean {
  if (wanted === typed) return true;
  if (isCommand && PLACEHOLDER.test(wanted)) return !typed.startsWith('-');
  if (wanted.startsWith('-') || typed.startsWith('-')) return false;
  const isNumber = /^\d/u.test(wanted);
  if (isNumber) return wanted.replace(',', '.') === typed.replace(',', '.') || fold(wanted) === fold(typed);
  return fold(wanted) === fold(typed) && (/^\p{L}+$/u.test(wanted) || wanted.length > 3);
}
