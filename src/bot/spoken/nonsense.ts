/** Neighbours on a keyboard, as a hand that plays on it writes them. */
const ROWS = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm', '1234567890'].flatMap((row) => [row, [...row].reverse().join('')]);
const RUN = 4;
/** Consonants in a row, more than any word of either language or any name in computing has. */
const CONSONANTS = /[bcdfghjklmnpqrstvwxzñ]{6,}/u;
const SAME = /(\p{L})\1{3,}/u;
const SYLLABLES = /^(\p{L}{1,4})\1{2,}\p{L}{0,3}$/u;

function isPlayed(word: string): boolean {
  for (let at = 0; at + RUN <= word.length; at += 1) {
    if (ROWS.some((row) => row.includes(word.slice(at, at + RUN)))) return true;
  }
  return false;
}

/**
 * Whether folded words are none that anybody means: played on the keyboard, a letter held down, a sound repeated. No
 * word at all is nonsense too. Told so sparingly: an unknown name is a question.
 */
export function isNonsense(words: readonly string[]): boolean {
  return words.every((word) => {
    const isNumber = /^\d+$/u.test(word);
    return (
      !isNumber &&
      (!/[\p{L}\p{N}]/u.test(word) || isPlayed(word) || [CONSONANTS, SAME, SYLLABLES].some((odd) => odd.test(word)))
    );
  });
}
