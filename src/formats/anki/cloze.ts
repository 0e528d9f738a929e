import { MAX_GAPS } from '../limits.js';

/** One gap number of a sentence, as a card: its gaps are shown as `[…]`, all others are filled. */
type ClozeCard = { readonly front: string; readonly back: string; readonly hint?: string };

type Piece = string | Gap;
type Gap = { readonly numbers: readonly number[]; readonly pieces: Piece[] };

const GAP = '[…]';
/** Anki itself stops at 8. */
const MAX_DEPTH = 8;
const TOKEN = /\{\{c(\d+(?:,\d+)*)::|\}\}/gu;
/** Separates the answers of gaps that share a number. */
const BETWEEN = '; ';

/** Splits the sentence into text and gaps, which may contain gaps. A gap that is never closed is text. */
function parse(text: string): Gap {
  const root: Gap = { numbers: [], pieces: [] };
  const open: Gap[] = [root];
  let from = 0;
  const put = (piece: Piece): void => {
    if (piece !== '') open.at(-1)?.pieces.push(piece);
  };
  for (const match of text.matchAll(TOKEN)) {
    put(text.slice(from, match.index));
    from = match.index + match[0].length;
    const closed = match[1] === undefined && open.length > 1 ? open.pop() : undefined;
    if (closed !== undefined) put(closed);
    else if (match[1] === undefined || open.length > MAX_DEPTH) put(match[0]);
    else open.push({ numbers: match[1].split(',').map(Number), pieces: [] });
  }
  put(text.slice(from));
  while (open.length > 1) {
    const unclosed = open.pop();
    if (unclosed === undefined) break;
    put(`{{c${unclosed.numbers.join(',')}::`);
    for (const piece of unclosed.pieces) put(piece);
  }
  return root;
}

/** A gap's answer and its hint, separated by the last `::` of its own text. */
function answerOf(gap: Gap): { pieces: readonly Piece[]; hint: string | null } {
  const at = gap.pieces.findLastIndex((piece) => typeof piece === 'string' && piece.includes('::'));
  const piece = gap.pieces[at];
  if (typeof piece !== 'string') return { pieces: gap.pieces, hint: null };
  const cut = piece.lastIndexOf('::');
  const hint = filled([piece.slice(cut + 2), ...gap.pieces.slice(at + 1)]);
  return { pieces: [...gap.pieces.slice(0, at), piece.slice(0, cut)], hint };
}

/** The text with every gap filled. */
function filled(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : filled(answerOf(piece).pieces))).join('');
}

function numbersOf(gap: Gap): readonly number[] {
  return gap.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [...piece.numbers, ...numbersOf(piece)]));
}

function cardOf(root: Gap, number: number): ClozeCard {
  const answers: string[] = [];
  const hints: string[] = [];
  const show = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const { pieces: inside, hint } = answerOf(piece);
        if (!piece.numbers.includes(number)) return show(inside);
        answers.push(filled(inside).trim());
        if (hint !== null && hint.trim() !== '') hints.push(hint.trim());
        return GAP;
      })
      .join('');
  const front = show(root.pieces);
  const hint = joined(hints.slice(0, MAX_GAPS).join(BETWEEN));
  const back = joined(answers.slice(0, MAX_GAPS).join(BETWEEN));
  return { front: joined(front), back, ...(hint === '' ? {} : { hint }) };
}

/** A card for each number of a text with `{{c1::gaps::and hints}}`, by its number. */
export function clozeCards(text: string): ReadonlyMap<number, ClozeCard> {
  const root = parse(text);
  const numbers = [...new Set(numbersOf(root))].filter((number) => number >= 1).slice(0, MAX_GAPS);
  return new Map(numbers.map((number) => [number, cardOf(root, number)]));
}

/** An empty comment separates two braces or colons of a gap's own text; Anki shows nothing for it. */
const APART = '<!-- -->';
/** Stands for the comment during the conversion to Markdown; a private-use character that no text contains. */
const APART_MARK = '\u{E002}';

function quoted(text: string): string {
  return text.replace(/\}(?=\})/gu, `}${APART}`).replace(/:(?=:)/gu, `:${APART}`);
}

/** HTML whose comments between braces and colons survive the conversion to Markdown; `clozeCards` removes them. */
export function markedApart(html: string): string {
  return html.replaceAll(APART_MARK, '').replace(/(?<=[}:])<!-- -->(?=[}:])/gu, APART_MARK);
}

function joined(text: string): string {
  return text.replaceAll(APART_MARK, '');
}

/**
 * The text of a note with the gaps of `front` filled, each as gap 1; `null` where front and back do not fit together.
 *
 * @param front HTML with `[…]`
 * @param back HTML; for several gaps, with their answers one after the other
 */
export function clozeText(front: string, back: string, hint: string | undefined): string | null {
  const parts = front.split(GAP);
  const gaps = parts.length - 1;
  const answers = gaps === 1 ? [back] : back.split(BETWEEN);
  if (gaps < 1 || answers.length !== gaps || gaps > MAX_GAPS) return null;
  const help = hint === undefined ? '' : `::${quoted(hint)}`;
  return parts
    .map((part, index) => (index === 0 ? part : `{{c1::${quoted(answers[index - 1] ?? '')}${help}}}${part}`))
    .join('');
}
