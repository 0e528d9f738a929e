/** The points of an answer that is a list: lines with a mark, or three and more short phrases between commas. */
export type Points = {
  readonly points: readonly string[];
  /** Lines of a list are surely points of their own; phrases between commas may be one thing. */
  readonly isList: boolean;
};

const MARKED = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(\S.*)$/u;
const JOINT = /\s*[,;]\s*(?:(?:y|e|o|u|ni|and|or)\s+)?|\s+(?:y|e|and)\s+/iu;
/** A phrase between commas has at most so many words. */
const LONGEST_PHRASE = 6;
const FEWEST_PHRASES = 3;

export function pointsOf(noted: string): Points | null {
  const lines = noted.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.flatMap((line) => MARKED.exec(line)?.[1] ?? []);
  if (marked.length >= 2 && marked.length >= lines.length - 1) return { points: marked, isList: true };
  if (lines.length !== 1 || /[.!?]\s+\S/u.test(noted.trim())) return null;
  const phrases = noted
    .replace(/^[^:\n]{1,40}:\s/u, '')
    .replace(/[.!?]\s*$/u, '')
    .split(JOINT)
    .filter((phrase) => phrase.trim() !== '');
  const isShort = phrases.every((phrase) => phrase.trim().split(/\s+/u).length <= LONGEST_PHRASE);
  return phrases.length >= FEWEST_PHRASES && isShort ? { points: phrases, isList: false } : null;
}
