/** Half of a character pair and all control characters but tab and line feed: databases refuse them. */
const UNWRITABLE = /\p{Surrogate}|[^\P{Cc}\t\n]/gu;
/** Marks that turn the direction of what follows them, over the end of a name too. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What somebody wrote, fit to be kept: line ends are `\n`, nothing that cannot be stored, no space around it. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNWRITABLE, '').trim();
}

/** The same on one line, for names. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(DIRECTION, '').replaceAll(/\s+/g, ' ').trim();
}
