const MAX_WORDS = 4;

/**
 * A nudge towards an answer: the first letter of each of its words ("i·········" for "inmutables"), or the first words
 * of a long one. Takes and gives plain text.
 */
export function hintFor(answer: string): string {
  const words = answer.split(/\s+/).filter((word) => word !== '');
  if (words.length > MAX_WORDS) return `${words.slice(0, 2).join(' ')} …`;
  return words.map(maskWord).join(' ');
}

function maskWord(word: string): string {
  const letters = [...word];
  return letters.map((letter, index) => (index === 0 || !/[\p{L}\p{N}]/u.test(letter) ? letter : '·')).join('');
}
