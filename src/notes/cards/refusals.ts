import { isCount } from '../../language/any/sentences.js';
import type { Grammar } from '../../language/grammar.js';
import { countWords, fold, plainMarkdown, wholeWords } from '../../language/text.js';
import { type CardDraft, refusal, type Skipped } from './rule.js';
import { nounStems } from './topic.js';

export const GAP = '[…]';
export const MAX_BACK_WORDS = 60;
const MAX_FRONT_CHARS = 220;

type Guard = (draft: CardDraft, context: readonly string[], grammar: Grammar) => Skipped | null;

const backTooLong: Guard = ({ back }) => (countWords(back) > MAX_BACK_WORDS ? refusal('long-answer') : null);

const frontTooLong: Guard = ({ front }) => (front.length > MAX_FRONT_CHARS ? refusal('long-question') : null);

const empty: Guard = ({ front, back }) =>
  countWords(front) === 0 || (countWords(back) === 0 && !/[`$]|!\[/u.test(back)) ? refusal('no-words') : null;

/** A question gives its answer away when it holds every word of it that carries meaning. */
const givenAway: Guard = ({ kind, front, back }, _context, grammar) => {
  const asked = new Set(nounStems(plainMarkdown(front), grammar));
  const answered = nounStems(plainMarkdown(back), grammar);
  const counts = wholeWords(back).some((word) => isCount(word) && !wholeWords(front).includes(word));
  const told = answered.length > 0 && !counts && answered.every((stem) => asked.has(stem));
  const says =
    answered.length === 0 && kind !== 'cloze' && wholeWords(back).every((word) => fold(front).includes(word));
  return told || says ? refusal('given-away') : null;
};

/** The headings stand beside the card when it is asked, so a gap must not hide their words. */
const gapInHeading: Guard = ({ kind, back }, context, grammar) => {
  if (kind !== 'cloze') return null;
  const shown = new Set(nounStems(context.join(' '), grammar));
  const hidden = nounStems(plainMarkdown(back), grammar);
  return hidden.length > 0 && hidden.every((stem) => shown.has(stem)) ? refusal('given-away') : null;
};

/** An answer that only opens a list which is not in it. */
const hangs: Guard = ({ back }) => (/(?:[:;,]|…|\.\.\.)\s*$/u.test(back) ? refusal('introduction') : null);

/** An answer that asks is no answer. */
const asksBack: Guard = ({ back }) => (/\?\s*["”»')]*$/u.test(back) ? refusal('question') : null);

const damaged: Guard = ({ front, back }) => (/\uFFFD/u.test(front + back) ? refusal('damaged') : null);

/** A backslash before a mark says nothing inside code, so both ways to count have to be odd. */
function isCutInCode(side: string): boolean {
  return [/`+/gu, /(?<!\\)`+/gu].every((mark) => (side.match(mark)?.length ?? 0) % 2 === 1);
}

const halfCode: Guard = ({ front, back }) => (isCutInCode(front) || isCutInCode(back) ? refusal('half-code') : null);

/** The same of a formula: a mark is left when whole ones and code are taken out. `$5` is money, `$HOME` and `$_` are words. */
function isCutInMaths(side: string): boolean {
  return /(?<!\\)\$(?!\d|[A-Za-z_]\w|[({_?!#*@-])/u.test(
    side.replace(/`[^`]*`/gu, '').replace(/\$\$?[^$\n]+\$\$?/gu, ''),
  );
}

const halfMaths: Guard = ({ front, back }) => (isCutInMaths(front) || isCutInMaths(back) ? refusal('half-code') : null);

/** What somebody wrote as a card is one, unless there is nothing on a side of it. */
const emptySide: Guard = ({ kind, front, back }) =>
  front.trim() === '' || back.trim() === '' || (kind === 'cloze' && countWords(front) === 0)
    ? refusal('no-words')
    : null;

const AUTHORED_GUARDS: readonly Guard[] = [emptySide, damaged];

const GUARDS: readonly Guard[] = [
  halfMaths,
  empty,
  damaged,
  halfCode,
  hangs,
  asksBack,
  backTooLong,
  frontTooLong,
  givenAway,
  gapInHeading,
];

/** Why a draft is no good card, or `null`. */
export function refusalOf(draft: CardDraft, context: readonly string[], grammar: Grammar): Skipped | null {
  for (const guard of draft.isAuthored ? AUTHORED_GUARDS : GUARDS) {
    const refused = guard(draft, context, grammar);
    if (refused) return refused;
  }
  return null;
}
