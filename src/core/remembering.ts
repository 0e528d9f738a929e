/** Longer texts are asked about once, and would be kept for nothing. */
const LONGEST = 4_000;

/**
 * A pure function that keeps its last answers: while one line is read, several rules ask the same of it. What it gives is
 * shared, so nobody may change it.
 *
 * @param most at least the last so many answers are kept, and at most twice as many
 */
export function remembering<Asked, Answer>(work: (asked: Asked) => Answer, most = 250): (asked: Asked) => Answer {
  let recent = new Map<Asked, Answer>();
  let before = new Map<Asked, Answer>();
  return (asked) => {
    if (typeof asked === 'string' && asked.length > LONGEST) return work(asked);
    const known = recent.get(asked);
    if (known !== undefined) return known;
    const answer = before.get(asked) ?? work(asked);
    if (recent.size >= most) [before, recent] = [recent, new Map<Asked, Answer>()];
    recent.set(asked, answer);
    return answer;
  };
}
