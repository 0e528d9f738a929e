/** What opens a quotation, with what may close it: straight and smart, of several languages and keyboards. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‘': '’‘',
  '’': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '＂': '＂',
};

/** A value without the quotation marks around the whole of it. One that has more of them inside stays as it is. */
export function unquoted(text: string): string {
  const first = text[0] ?? '';
  const last = text.at(-1) ?? '';
  const inner = text.slice(1, -1);
  const closing = QUOTES[first] ?? '';
  if (text.length < 3 || !closing.includes(last) || last === '') return text;
  const hasMore = [...inner].some((sign) => sign === first || closing.includes(sign));
  return hasMore || inner.trim() === '' ? text : inner.trim();
}
