/** Control characters but for new lines and tabs, and halves of a character: no database takes them all. */
const UNSTORABLE = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** A stranger's text as it can be stored: every line end is `\n`. */
export function storable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNSTORABLE, '');
}
