/**
 * The optimal string alignment distance (Damerau–Levenshtein with neighbours that change places, no letter edited
 * twice), or `limit + 1` where it is larger than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  const tooMany = limit + 1;
  if (Math.abs(left.length - right.length) > limit) return tooMany;
  // Equal beginnings and ends cost nothing, and most compared words share nearly all of their letters.
  const start = commonStart(left, right);
  const end = commonEnd(left, right, start);
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length === 0 || b.length === 0) return Math.min(Math.max(a.length, b.length), tooMany);
  if (limit === 1) return isOneEdit(a, b) ? 1 : tooMany;
  return alignedDistance(a, b, limit);
}

export function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

function commonEnd(left: string, right: string, start: number): number {
  const longest = Math.min(left.length, right.length) - start;
  let length = 0;
  while (length < longest && left[left.length - 1 - length] === right[right.length - 1 - length]) length += 1;
  return length;
}

/** Whether two words that differ at both ends are one letter, or one change of places, apart. */
function isOneEdit(a: string, b: string): boolean {
  if (a.length === 1 && b.length === 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

function alignedDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : replaced;
      const cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced, swapped);
      if (cost < least) least = cost;
      current.push(cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** How many edits a word or phrase of this length may have and still be a typo: none in the shortest. */
export function allowedEdits(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  if (length < 9) return 2;
  return length < 24 ? 3 : 4;
}
