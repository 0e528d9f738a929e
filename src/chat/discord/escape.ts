/**
 * Plain text in Discord's Markdown. What means something was read off the client's own rules: a backslash takes the
 * meaning from any sign but letters, digits and white space; inside code there are no backslashes.
 */

const ZERO_WIDTH_SPACE = '\u200b';

/** Half of a character pair and all control characters but tab and line feed: Discord refuses them or shows boxes. */
const UNSHOWABLE = /\p{Surrogate}|[^\P{Cc}\t\n]/gu;

/** Text as it can be sent: line ends are `\n`, nothing that no screen shows. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSHOWABLE, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

/**
 * What would mean something to Discord, in this order: the mark of a heading, list, quote or subtext; an address; the
 * colon of an emoji's name or of a game's address; a name that calls everyone; the signs of inline markup.
 */
const MEANINGFUL = new RegExp(
  [
    String.raw`(?<mark>^[^\S\n]*(?:#{1,3}|-#?|\+|>{1,3}|\d+\.)(?=\s|$))`,
    String.raw`(?<url>https?:\/\/[^\s<]*)`,
    String.raw`(?<colon>:(?=[^\s:]+:)|(?<=steam):(?=\/\/))`,
    '@(?=everyone|here|silent)',
    String.raw`[\\*_~\`|[]|<(?! )|(?<=\])\(`,
  ].join('|'),
  'gim',
);

/** Ends a sentence rather than an address. */
const TRAILING = /[.,:;"'!?*_~|`\])>]+$/;
/** An address that shows and leads the same between `<` and `>`, whatever markup surrounds it. */
const SHOWABLE_URL = /^(?!.*~~)[^*|`\\<>[\]\s]+$/s;

/** An address that can be pressed and shows as it is, or `null` if it has signs that mean something here. */
export function bareUrl(url: string): string | null {
  return SHOWABLE_URL.test(url) ? `<${url}>` : null;
}

function escapeUrl(run: string): string {
  const tail = run.endsWith(')') && run.includes('(') ? '' : (TRAILING.exec(run)?.[0] ?? '');
  const url = run.slice(0, run.length - tail.length);
  const shown = bareUrl(url);
  if (shown !== null && !url.endsWith('//')) return shown + escapeText(tail);
  // Without its colon it is no longer an address, and all of its characters can be escaped.
  const [scheme = '', ...rest] = run.split(':');
  return `${scheme}\\:${escapeText(rest.join(':'))}`;
}

/** Plain text that shows exactly as it is: none of it calls anybody, is markup or becomes a picture. */
export function escapeText(text: string): string {
  return text.replaceAll(MEANINGFUL, (match: string, mark?: string, url?: string) => {
    if (mark !== undefined) return mark.replace(/(?=[^\s\d])/, '\\');
    if (url !== undefined) return escapeUrl(url);
    return match === '@' ? match + ZERO_WIDTH_SPACE : `\\${match}`;
  });
}

/** A line that Discord would strip of the signs at its end if it were a heading. */
export function headingText(line: string): string {
  return line.endsWith('#') ? line + ZERO_WIDTH_SPACE : line;
}

/** Two pieces of markup side by side; where their signs would run into one another, something invisible is between. */
export function besides(before: string, after: string): string {
  const last = before.at(-1);
  const touching = last !== undefined && /[*~`]/.test(last) && after.startsWith(last);
  return touching ? before + ZERO_WIDTH_SPACE + after : before + after;
}

/** Code in a line. Between its backticks nothing means anything, and there must be as many as nowhere inside. */
export function codeSpan(code: string): string {
  const runs = new Set([...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = runs.has(1) ? '``' : '`';
  const safe = fence === '``' ? code.replaceAll(/(?<!`)``(?!`)/g, `\`${ZERO_WIDTH_SPACE}\``) : code;
  const padded = safe.startsWith('`') || safe.endsWith('`') ? ` ${safe} ` : safe;
  return fence + padded + fence;
}

/** Names of languages that Discord knows are short; a longer one would not fit what a code block is counted as. */
const LANGUAGE = /^[a-z0-9_+\-.#]{1,10}$/i;

/**
 * Code on lines of its own, or nothing for no code. A fence has three backticks in Discord, never more: three inside
 * the code are parted by something invisible.
 */
export function codeBlock(code: string, language = ''): string {
  if (code.trim() === '') return '';
  const safe = code.replaceAll(/``(?=`)/g, `\`\`${ZERO_WIDTH_SPACE}`);
  return `\`\`\`${LANGUAGE.test(language) ? language.toLowerCase() : ''}\n${safe}\n\`\`\``;
}

/**
 * A list's item, its further lines as deep as its mark is wide: Discord takes just so many spaces from them. An empty
 * line keeps one, because two line ends in an item would end its code blocks.
 */
export function listItem(mark: string, text: string): string {
  return mark + text.replaceAll(/\n(?=\n)/g, '\n ').replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

/** Text of several lines for a list's item: before markup Discord drops a line end that has nothing behind it. */
export function keepLines(text: string): string {
  return text.replaceAll('\n', `\n${ZERO_WIDTH_SPACE}`);
}
