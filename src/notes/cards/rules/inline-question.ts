import { isQuestion } from '../../../language/any/titles.js';
import { proseSentences } from '../../../language/sentences.js';
import { countWords } from '../../../language/text.js';
import type { Mark } from '../../read/inline.js';
import type { Rule } from '../rule.js';
import { writtenDraft } from './authored.js';

const SIGN = /(?<!:):{2,3}(?!:)/gu;
/** `std::vector`, `AWS::EC2::Instance`: names of code rather than sides of a card. */
const CODE_NAME = /^[a-z_][\w.]*$/u;

type Sides = { readonly front: string; readonly back: string; readonly isReversed: boolean };

/** The two sides of a line around its one `::` or `:::` outside code and formulas. */
function sidesOf(text: string, marks: readonly Mark[]): Sides | null {
  const signs = [...text.matchAll(SIGN)].filter(
    ({ index }) =>
      !marks.some(({ kind, start, end }) => (kind === 'code' || kind === 'math') && start <= index && index < end),
  );
  const [sign] = signs;
  if (!sign || signs.length > 1) return null;
  const end = sign.index + sign[0].length;
  const [before, after] = [text.slice(0, sign.index), text.slice(end)];
  const [front, back] = [before.trim(), after.trim()];
  const isAttached = before === front && after === back;
  if (isAttached && CODE_NAME.test(front) && /^[a-z_]/u.test(back)) return null;
  return { front, back, isReversed: sign[0].length === 3 };
}

/** `Question::answer` on one line, as Obsidian's flashcards are written; `:::` is asked both ways. */
export const inlineQuestion: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { text, marks, line } = place.entry.inline;
  if (text.includes('{{c')) return null;
  const sides = sidesOf(text, marks);
  if (!sides || countWords(sides.front) === 0 || countWords(sides.back) + (/[`$]/u.test(sides.back) ? 1 : 0) === 0)
    return null;
  if (!isQuestion(sides.front) && proseSentences(sides.front).length !== 1) return null;
  return [writtenDraft(sides, place, line, sides.isReversed ? 'reversed' : 'basic')];
};
