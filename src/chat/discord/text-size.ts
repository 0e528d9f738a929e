/**
 * How large a text can get as Discord's Markdown, in UTF-16 units. Discord counts code points (its API is Python:
 * https://github.com/discord/discord-api-docs/issues/1315), of which there are never more.
 *
 * An upper bound from one look at each character, because whatever is fitted asks for it hundreds of times, also for
 * texts of 100 kB. `discordMarkdown` and `escapeText` never make more of a text than this. It never falls as a text
 * grows.
 */

/** Signs that are escaped, and those that pay for the two of `<url>`. */
const COSTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'\\*_~`<>[]()@'].map((sign) => [sign, 2])),
  '|': 4,
  ':': 3,
  '\t': 3,
  // A line pays for its mark, and for an empty line where a block begins.
  '\n': 3,
  '\r': 3,
};
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => COSTS[String.fromCharCode(code)] ?? 1);
const LINE_FEED = 10;
const BAR = 124;

/** A line of a table, which may be filled with spaces up to a code block's width (`MAX_TABLE_WIDTH` and its frame). */
const TABLE_LINE = 62;
/** What `http://` and the signs around it add to an address that was written without. */
const BARE_ADDRESS = 9;
/** The first line's own mark. */
export const START = 2;
/** A longer text breaks Discord's limits anyway: a rough bound is enough. */
const LARGE = 4_000;

function addresses(text: string): number {
  let count = 0;
  for (let at = text.indexOf('www.'); at !== -1; at = text.indexOf('www.', at + 4)) count += 1;
  return count;
}

/** An upper bound of the text's size, 0 for an empty one. */
export function textSize(text: string): number {
  if (text === '') return 0;
  if (text.length > LARGE) return text.length * (TABLE_LINE + 3);
  let total = START + addresses(text) * BARE_ADDRESS;
  let line = 0;
  let barred = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    line += ASCII[code] ?? 1;
    if (code === BAR) barred = true;
    if (code !== LINE_FEED) continue;
    total += barred ? Math.max(line, TABLE_LINE) : line;
    line = 0;
    barred = false;
  }
  return total + (barred ? Math.max(line, TABLE_LINE) : line);
}
