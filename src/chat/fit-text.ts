/** The size of a text as the platform counts it, for example after its own escaping. Longer texts are not smaller. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Far more than the longest emoji sequence, so that counting from here finds the same borders as from the start. */
const WINDOW = 120;

/** The last border between two characters as people see them at or before `index`, or `index` if there is none. */
function wholeCharacters(text: string, index: number): number {
  const from = Math.max(0, index - WINDOW);
  const borders = [...graphemes.segment(text.slice(from, index + WINDOW))].map((part) => from + part.index);
  const border = borders.filter((at) => at <= index && at > from).at(-1);
  if (border !== undefined) return border;
  const code = text.charCodeAt(index);
  const splitsPair = code >= 0xdc00 && code <= 0xdfff && index > 1;
  return splitsPair ? index - 1 : index;
}

/** How many code units of `text` fit into `max`; at least one character, so that cutting always ends. */
function prefixLength(text: string, max: number, measure: Measure): number {
  let fits = 0;
  let tooLong = text.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(text.slice(0, middle)) <= max) fits = middle;
    else tooLong = middle;
  }
  if (fits === text.length) return fits;
  return Math.max(wholeCharacters(text, fits), (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

/** Where to cut, best first: after a paragraph, a line, a sentence, a word. */
const BORDERS = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g] as const;

/** The end of the last match in `text`, if it leaves the piece at least `least` long. */
function lastBorder(text: string, least: number): number | null {
  for (const border of BORDERS) {
    const match = [...text.matchAll(border)].at(-1);
    if (match && match.index + match[0].length >= least) return match.index + match[0].length;
  }
  return null;
}

/**
 * Cuts `text` into pieces that each measure at most `max`, at the best border near each end. Only white space at the
 * cuts is lost. `max` must have room for one character.
 */
export function splitText(text: string, max: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (measure(rest) > max) {
    const most = prefixLength(rest, max, measure);
    const cut = most < rest.length ? (lastBorder(rest.slice(0, most), most / 2) ?? most) : most;
    const piece = rest.slice(0, cut);
    pieces.push(piece.trimEnd());
    // After a whole line the next one keeps its indentation, which means something in code and lists.
    rest = piece.endsWith('\n') ? rest.slice(cut).replace(/^\s*\n/, '') : rest.slice(cut).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '');
}

/** `text` if it fits, otherwise its beginning and an ellipsis. */
export function shorten(text: string, max: number, measure: Measure): string {
  if (measure(text) <= max) return text;
  const room = max - measure('…');
  if (room < 1) return '…';
  const most = prefixLength(text, room, measure);
  const kept = text.slice(0, most).trimEnd();
  return measure(`${kept}…`) <= max ? `${kept}…` : '…';
}
