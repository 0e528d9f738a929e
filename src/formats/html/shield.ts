/** Hides pieces of a text from a conversion that would change them, and puts them back. */
type Shield = {
  /** The text with a mark for each match, which stands for the result of `as`; on `null` the match stays. */
  readonly hide: (text: string, pattern: RegExp, as: (match: string) => string | null) => string;
  readonly show: (text: string) => string;
};

/** Two characters of the private use area, which no text contains. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';
const MARKS = /[\u{E000}\u{E001}]/gu;
const MARK = /\u{E000}(\d+)\u{E001}/gu;

/** A shield for one text. */
export function createShield(): Shield {
  const hidden: string[] = [];
  return {
    hide: (text, pattern, as) => {
      const own = hidden.length === 0 ? text.replace(MARKS, '') : text;
      return own.replace(pattern, (match) => {
        const shown = as(match);
        if (shown === null) return match;
        hidden.push(shown);
        return `${OPEN}${hidden.length - 1}${CLOSE}`;
      });
    },
    show: (text) => text.replace(MARK, (_, index: string) => hidden[Number(index)] ?? ''),
  };
}
