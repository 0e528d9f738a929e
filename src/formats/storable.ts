/** Control characters except line breaks and tabs, and lone surrogates: not every database stores them. */
const UNSTORABLE = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/**
 * An untrusted text in a form that can be stored; every line break becomes `
 * `.
 */
export function storable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNSTORABLE, '');
}
