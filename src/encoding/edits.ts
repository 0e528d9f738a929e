/** A place of a text and what is to stand there. */
export type Edit = { readonly start: number; readonly end: number; readonly decoded: string };

/** Edits in the order of the text, without overlaps. */
export type Edits = readonly Edit[];

export function applyEdits(text: string, edits: Edits): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, decoded } of edits) {
    pieces.push(text.slice(done, start), decoded);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** Where a character of the edited text comes from; `written` where an edit put it there. */
export type Origin = { readonly offset: number; readonly written: boolean };

/** Finds the origin of offsets in the edited text, each in the time of a binary search. */
export function tracerOf(edits: Edits): (offset: number) => Origin {
  let growth = 0;
  const placed = edits.map((edit) => {
    const at = edit.start + growth;
    growth += edit.decoded.length - (edit.end - edit.start);
    return { ...edit, at };
  });
  return (offset) => {
    let low = -1;
    let high = placed.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((placed[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const edit = placed[low];
    if (!edit) return { offset, written: false };
    const into = offset - edit.at;
    if (into < edit.decoded.length) return { offset: edit.start, written: true };
    return { offset: edit.end + into - edit.decoded.length, written: false };
  };
}
