import { defaultHandlers } from 'hast-util-to-mdast';

/** Elements of formulas; known elements of HTML, old ones included, are those with a handler. */
const MATHML =
  'math mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mfenced ' +
  'mstyle mspace mpadded mphantom merror mmultiscripts none semantics annotation annotation-xml';
const ELEMENTS: ReadonlySet<string> = new Set([...Object.keys(defaultHandlers), ...MATHML.split(' '), 'head', 'bdo']);
/** Elements that mean nothing when open and without attributes, and whose names people write in angle brackets. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    'address article audio body button canvas command content data dialog embed figure footer form frame header image ' +
    'input label link main map menu meter nav object option output param picture progress section select slot source ' +
    'summary template textarea time title track video'
  ).split(' '),
);

const OPENED = /<(\/?)(\p{L}[^\s<>/]*)([^<>]*)(>?)/gu;
const CLOSED = /<\/(\p{L}[^\s<>/]*)\s*>/gu;
/** Elements that other programs add: Word's `o:p`, a page's custom elements. */
const BROUGHT_ALONG = /^(?:[ovwmx]|st\d+|svg):|^[a-z][a-z0-9]*-[a-z0-9-]+$/iu;
const PHP = /<(?=\?(?:php|=))/giu;

/** Whether a tag is a word in angle brackets, as in `List<String>`, `<Esc>` and `x<y and y>z`. */
function isWord(name: string, rest: string, isClosing: boolean, closed: ReadonlySet<string>): boolean {
  const folded = name.toLowerCase();
  const attributes = rest.replace(/\/\s*$/u, '').trim();
  const isPair = closed.has(folded) || isClosing;
  if (!ELEMENTS.has(folded)) return !BROUGHT_ALONG.test(name);
  if (name.length === 1 && attributes !== '' && !attributes.includes('=')) return true;
  if (attributes !== '' || isPair) return false;
  return PLACEHOLDERS.has(folded) || /^\p{Lu}.*\p{Ll}/u.test(name);
}

/** HTML in which words in angle brackets are escaped, since a browser would hide them. */
export function keepAngleWords(html: string): string {
  if (!html.includes('<')) return html;
  const closed = new Set([...html.matchAll(CLOSED)].map((match) => (match[1] ?? '').toLowerCase()));
  const lastEnd = html.lastIndexOf('>');
  return html
    .replace(PHP, '&lt;')
    .replace(OPENED, (tag, slash: string, name: string, rest: string, end: string, at: number) => {
      const isKnown = ELEMENTS.has(name.toLowerCase());
      const isText = end === '' && isKnown ? at > lastEnd : isWord(name, rest, slash !== '', closed);
      return isText ? `&lt;${tag.slice(1)}` : tag;
    });
}
