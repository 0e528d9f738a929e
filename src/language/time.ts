/** A sentence without the words that say when, and those words. */
export type Timed = { readonly when: string; readonly before: string; readonly after: string };

const { raw } = String;
export const YEAR = raw`(?:1\d|20)\d\d(?!\d)`;
const SHORT_YEAR = raw`(?:1\d|20)\d\d`;
const ERA = raw`[ad]\.\s?C\.|BCE?|AD|CE`;
const ERAS = raw`(?:${ERA})`;
/** A year stands for what happened in it; any other bare number is an amount. */
export const YEAR_TERM = new RegExp(raw`^(?:${SHORT_YEAR}|\d{1,4}\s${ERAS})(?:\s?[-–]\s?(?:1\d|20)?\d\d)?$`, 'u');

/** Makes one pattern of the ways to say a time, and finds the first that stands in a sentence. */
export function timesIn(ways: readonly string[]): (sentence: string) => Timed | null {
  const times = new RegExp(raw`(?<![\p{L}\p{N}])(?:${ways.join('|')})(?:\s${ERAS})?(?![\p{L}\p{N}-])`, 'iu');
  return (sentence) => {
    const found = times.exec(sentence);
    if (!found) return null;
    const { 0: when, index } = found;
    return { when, before: sentence.slice(0, index).trimEnd(), after: sentence.slice(index + when.length) };
  };
}
