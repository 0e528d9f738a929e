import { pattern } from '../core/word-pattern.js';
import { isAsked } from './asks.js';
import { isGrammar } from './function-words.js';
import { anyList } from './lists.js';
import { searchWords } from './search-words.js';

/** Where one question ends and another begins: behind its sign, on a line of its own, at a number or a bullet. */
const BREAK = /(?<=[?!…])\s+(?=[\p{L}\p{N}¿¡"“«*-])|(?<=\.)\s+(?=[\p{Lu}¿¡])|\s*\n+\s*/u;
const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)]|[a-h]\))\s+/u;
/** "what is X and how does it …": two questions in one sentence. */
const JOINT = pattern(
  'iu',
)`[,;]?\s+(?:${anyList('pair joints')}|&|but|pero|also|además)\s+(?=¿?\s*(?:${anyList('turned question openers')}|${anyList('question openers')})(?!\p{L}))`;

/**
 * The questions of a message, in their order: of one that asks once, the message itself. What stands between questions and
 * asks nothing is left out.
 */
export function questionsIn(text: string): readonly string[] {
  const parts = text
    .split(BREAK)
    .map((part) => part.replace(BULLET, '').trim())
    .filter((part) => part !== '');
  const asked = parts.filter(isWholeQuestion).flatMap(splitAtJoint);
  return asked.length > 1 ? asked : [text];
}

/** Whether a part asks something, be it of what the part before was about. */
function isWholeQuestion(part: string): boolean {
  return isAsked(part) && searchWords(part).length > 0;
}

function splitAtJoint(part: string): readonly string[] {
  const pieces = part.split(JOINT());
  const isSplit =
    pieces.length > 1 && pieces.every((piece) => isAsked(piece) && searchWords(piece).some(meansSomething));
  if (!isSplit) return [part];
  const last = pieces.length - 1;
  return pieces.map((piece, at) => (at < last && /\?\s*$/u.test(part) ? `${piece.trim()}?` : piece.trim()));
}

function meansSomething(word: string): boolean {
  return !isGrammar(word);
}
