/** The elements of HTML that notes are written with, and old ones that pages bring along. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ' +
    'ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript object ol optgroup option ' +
    'output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong ' +
    'style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);
/** Elements that only change how text looks: one without its end is a slip, not a word. */
const LOOKS: ReadonlySet<string> = new Set(
  'b big br del em font i ins kbd mark s small span strike strong sub sup tt u wbr'.split(' '),
);
/** Attributes that have no value. */
const BARE_ATTRIBUTE =
  /^(?:open|hidden|disabled|checked|controls|async|defer|required|selected|autoplay|loop|muted)$/iu;
/** `<o:p>`: what word processors bring along. */
const BROUGHT_ALONG = /^(?:[ovwmx]|st\d+|svg):/iu;
const TAG = /^<(\/?)([a-z][^\s<>/]*)([^<>]*?)\/?>$/isu;
const COMMENT = /^<!--|^<!\[CDATA/u;

export type HtmlTag = { readonly name: string; readonly isClosing: boolean; readonly isBare: boolean };

/** A tag by its name in lower case; `null` for what is none. */
export function tagIn(html: string): HtmlTag | null {
  const [, slash, name, rest = ''] = TAG.exec(html) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), isClosing: slash === '/', isBare: rest.trim() === '' };
}

function hasAttributes(rest: string): boolean {
  return (
    rest.includes('=') ||
    rest
      .trim()
      .split(/\s+/u)
      .every((word) => BARE_ATTRIBUTE.test(word))
  );
}

/**
 * Whether a tag is text that its author wrote in angle brackets, `<Esc>`, `List<String>`, `<name of the file>`, and no mark
 * of HTML.
 *
 * @param isPaired whether its end stands in the same line
 * @param isAttached whether a word ends right before it
 */
export function isAngleWord(html: string, isPaired: boolean, isAttached: boolean): boolean {
  if (COMMENT.test(html)) return false;
  const [, slash = '', name = '', rest = ''] = TAG.exec(html) ?? [];
  if (name === '') return true;
  const isWordy = rest.trim() !== '';
  if (!ELEMENTS.has(name.toLowerCase())) return !BROUGHT_ALONG.test(name) && !rest.includes('=');
  if (isWordy) return !hasAttributes(rest);
  if (slash !== '' || isPaired) return false;
  const isType = isAttached && /^\p{Lu}/u.test(name);
  return isType || /^\p{Lu}.*\p{Ll}/u.test(name) || !LOOKS.has(name.toLowerCase());
}

/** Whether a block of HTML is nothing but such words: its author wrote text. */
export function isAngleText(html: string): boolean {
  const tags = html.match(/<[^<>]*>/gu) ?? [];
  return tags.length > 0 && tags.every((tag) => TAG.test(tag) && isAngleWord(tag, true, false));
}
