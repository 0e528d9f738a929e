/** A range of a text and its replacement. */
export type TextEdit = { readonly start: number; readonly end: number; readonly decoded: string };

/** Edits in the order of the text, without overlaps. */
export type TextEdits = readonly TextEdit[];

export function applyTextEdits(text: string, edits: TextEdits): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, decoded } of edits) {
    parts.push(text.slice(done, start), decoded);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Where a character of the edited text comes from; `isEdited` where an edit wrote it. */
export type TextOrigin = { readonly offset: number; readonly isEdited: boolean };

/** Finds the origin of offsets in the edited text by binary search. */
export function createTracer(edits: TextEdits): (offset: number) => TextOrigin {
  let growth = 0;
  const shifted = edits.map((edit) => {
    const at = edit.start + growth;
    growth += edit.decoded.length - (edit.end - edit.start);
    return { ...edit, at };
  });
  return (offset) => {
    let low = -1;
    let high = shifted.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((shifted[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const edit = shifted[low];
    if (!edit) return { offset, isEdited: false };
    const into = offset - edit.at;
    if (into < edit.decoded.length) return { offset: edit.start, isEdited: true };
    return { offset: edit.end + into - edit.decoded.length, isEdited: false };
  };
}
