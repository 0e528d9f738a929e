/**
 * What Discord's client shows of a text: its rules in small, as tags around what they change. Written after the rules
 * of the web client (an extension of Khan Academy's simple-markdown). Knows enough to catch an escape that is missing.
 */

type State = { readonly inQuote: boolean; readonly depth: number; readonly inLink: boolean };
type Rule = {
  readonly lineStart?: true;
  readonly notInList?: true;
  readonly pattern: RegExp;
  readonly show: (m: RegExpExecArray, s: State) => string;
};

const inner = (text: string | undefined, state: State): string => shownInside(text ?? '', state);
const tag = (name: string, content: string): string => `‹${name}›${content}‹/${name}›`;

/** Names that the client knows, as far as the tests use them: it takes no others. */
const EMOJI = /^:(smile|tada|\+1|100|a|b|x):/;

const PICTURE = /\p{Extended_Pictographic}|:\/\/\w\w/u;

/** An item's siblings may be one space deeper; what is deeper by more is its own. */
function list(match: RegExpExecArray, state: State): string {
  const source = match[0].replace(/\n{2,}$/, '\n');
  const [mark = '', indent = ''] = /^( *)(?:[*-]|\d+\.) +/.exec(source) ?? [];
  const bullet = ` {${indent.length},${indent.length + 1}}(?:[*-]|\\d+\\.) `;
  const item = new RegExp(`${bullet}+[^\\n]*(?:\\n(?!${bullet})[^\\n]*)*(?:\\n|$)`, 'gm');
  const items = (source.match(item) ?? []).map((text) => {
    const content = text.replace(/^ *(?:[*-]|\d+\.) +/, '').replaceAll(new RegExp(`^ {1,${mark.length}}`, 'gm'), '');
    // The client reads such an item as paragraphs, which tears code blocks apart.
    const torn = content.includes('\n\n') ? tag('torn', '') : '';
    return torn + tag('li', shownInside(content.replace(/ *\n$/, ''), { ...state, depth: state.depth + 1 }));
  });
  const ordered = (match[2] ?? '').length > 1;
  return tag(ordered ? `ol ${Math.max(1, Number(match[2]))}` : 'ul', items.join(''));
}

/** In the client's order. */
const RULES: readonly Rule[] = [
  {
    lineStart: true,
    notInList: true,
    pattern: /^ *(#{1,3})(?:\s+)([^\n]+?)#*\s*(?:\n|$)/,
    show: (m, s) => `${tag(`h${m[1]?.length}`, inner(m[2], s))}\n`,
  },
  {
    pattern: /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i,
    show: (m) => tag(`pre ${m[1] ?? ''}`, m[2] ?? ''),
  },
  {
    lineStart: true,
    pattern: /^( *>>> +([\s\S]*))|^( *>(?!>>) +[^\n]*(\n *>(?!>>) +[^\n]*)*\n?)/,
    show: (m, s) => {
      if (s.inQuote) return m[0];
      const text = /^ *>>> ?/.test(m[0]) ? m[0].replace(/^ *>>> ?/, '') : m[0].replaceAll(/^ *> ?/gm, '');
      return tag('quote', inner(text, { ...s, inQuote: true }));
    },
  },
  { lineStart: true, pattern: /^( *)([*-]|\d+\.) .+?(?:\n(?! )(?!\1(?:[*-]|\d+\.) )|$)/s, show: list },
  { lineStart: true, pattern: /^ *-# +((?!-#)[^\n]+)(?:\n|$)/, show: (m, s) => `${tag('small', inner(m[1], s))}\n` },
  { pattern: /^\\([^0-9A-Za-z\s])/, show: (m) => m[1] ?? '' },
  { pattern: /^<([^: >]+:\/[^ >]+)>/, show: (m) => tag('url', m[1] ?? '') },
  { pattern: /^<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>/, show: (m) => tag('mail', m[1] ?? '') },
  {
    pattern: /^<((?:(?:tel|sms):\+?|\+)(?:(?:[0-9]|\([0-9]+\)))(?:[- ./]?(?:[0-9]|\([0-9]+\)))+)>/,
    show: (m) => tag('tel', m[1] ?? ''),
  },
  { pattern: /^((?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s])/, show: (m) => tag('url', m[1] ?? '') },
  {
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/,
    show: (m, s) => {
      if (s.inLink || PICTURE.test(m[1] ?? '') || !/^https?:\/\//.test(m[2] ?? '')) return m[0];
      return tag(`a ${m[2]}`, inner(m[1], { ...s, inLink: true }));
    },
  },
  { pattern: /^~~([\s\S]+?)~~(?!_)/, show: (m, s) => tag('s', inner(m[1], s)) },
  { pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, show: (m) => tag('code', (m[2] ?? '').replace(/^ (?= *`)|(` *) $/g, '$1')) },
  { pattern: /^(?:<@[!&]?(\d+)>|@(?:everyone|here)|<#(\d+)>)/, show: (m) => tag('mention', m[0]) },
  { pattern: /^<(?:\/[-\w ]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/, show: (m) => tag('special', m[0]) },
  { pattern: EMOJI, show: (m) => tag('emoji', m[1] ?? '') },
  { pattern: /^\|\|([\s\S]+?)\|\|/, show: (m, s) => tag('spoiler', inner(m[1], s)) },
];

const STRONG = /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/;
const UNDERLINE = /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/;
const EM =
  /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/;

/** The longest of the three counts, as in the client; of equal ones the last. */
function emphasis(source: string, state: State): { size: number; text: string } | null {
  const found = [
    { name: 'u', match: UNDERLINE.exec(source) },
    { name: 'b', match: STRONG.exec(source) },
    { name: 'i', match: EM.exec(source) },
  ].flatMap(({ name, match }) => (match ? [{ name, size: match[0].length, content: match[2] ?? match[1] ?? '' }] : []));
  const best = found.reduce<(typeof found)[number] | null>(
    (top, each) => (top && top.size > each.size ? top : each),
    null,
  );
  return best && { size: best.size, text: tag(best.name, inner(best.content, state)) };
}

const TEXT = /^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|[0-9]+\.|$)/;

function shownInside(source: string, state: State): string {
  let rest = source;
  let shown = '';
  let before = '';
  while (rest !== '') {
    const atStart = /^$|\n *$/.test(before);
    const rule = RULES.find(
      ({ lineStart, notInList, pattern }) =>
        (!lineStart || (atStart && state.depth <= 10)) && !(notInList && state.depth > 0) && pattern.test(rest),
    );
    const marked = rule ? null : emphasis(rest, state);
    const match = rule?.pattern.exec(rest) ?? TEXT.exec(rest);
    const size = marked?.size ?? match?.[0].length ?? 1;
    const captured = rest.slice(0, size);
    const text = state.depth > 0 ? captured.replace(/\n+\s*$/, '') : captured;
    shown += marked?.text ?? (rule && match ? rule.show(match, state) : text);
    before = captured;
    rest = rest.slice(size);
  }
  return shown;
}

/** The text with tags like `‹b›` for what the client makes of it, without what cannot be seen. */
export function shownByClient(markdown: string): string {
  return shownInside(markdown, { inQuote: false, depth: 0, inLink: false }).replaceAll('\u200b', '');
}

/** The same without tags. */
export function textShownByClient(markdown: string): string {
  return shownByClient(markdown).replaceAll(/‹[^›]*›/g, '');
}
