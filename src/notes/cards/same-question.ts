import { remembering } from '../../core/remembering.js';
import { fold, tidy } from '../../language/text.js';

/** What stands out in a question: the term that it asks for, in bold or as code. */
const SPAN = /`+([^`]+)`+|\*\*(.+?)\*\*/gu;
/** A word with a sign that tells it from others: `C++`, `C#`, `-v`, `$PATH`. */
const SIGNED =
  /(?<=^|[\s("«“¿*`])(?:-{1,2}\p{L}[\p{L}\p{N}-]*|\$\w+|[\p{L}\p{N}]+[+#*]{1,2}|[+#=<>&|^~%@/-]{1,3})(?=$|[\s)"»”?.,:;*`])/gu;
/** Case says something in short names and in names with capitals inside: `r` and `R`, `pH`, `mRNA`. */
const CASED = /^.{1,2}$|\p{Ll}\p{Lu}/u;

/** Questions with the same words, whatever signs and accents they are written with. */
export const questionKey = remembering(
  (front: string): string => tidy(fold(front).replace(/[^\p{L}\p{N}…]+/gu, ' ')) || front,
);

function exactly(word: string): string {
  const bare = word.replace(/^["'«“(]+|["'»”).,:;?]+$/gu, '');
  return CASED.test(bare) ? bare : bare.toLowerCase();
}

/** The terms of a question as they are written, but for the case of ordinary words. */
function termsOf(front: string): readonly string[] {
  return [...front.matchAll(SPAN)].map(([, code, bold = '']) =>
    code === undefined ? bold.normalize('NFC').split(/\s+/u).map(exactly).join(' ') : code,
  );
}

function signedIn(front: string): string {
  return [...front.replaceAll('**', '').matchAll(SIGNED)].map(([word]) => word).join(' ');
}

/**
 * Whether two questions of one key ask for the same: `docker run -p` is not `docker run -P`, C is not C++, and *papa* is not
 * *papá*. A question without a term that stands out is taken for one with it.
 */
export function asksSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (signedIn(a) !== signedIn(b)) return false;
  const [left, right] = [termsOf(a), termsOf(b)];
  return left.length !== right.length || left.every((term, index) => term === right[index]);
}
