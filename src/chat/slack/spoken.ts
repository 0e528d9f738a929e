/** Marks that Slack puts into the text of messages: `<@U1>`, `<#C1|name>`, `<!here>`, `<https://x|label>`. */
const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** A message's text as its writer meant it: marks as the words they show, entities as characters. */
export function plainSpoken(text: string): string {
  const shown = text.replace(MARK, (_whole, sign: string, id: string, label: string | undefined) => {
    if (label !== undefined && label !== '') return sign === '#' ? `#${label}` : label;
    if (sign === '!') return `@${id.replace(/^subteam\^.*/, 'group')}`;
    return sign === '' ? id : `${sign}${id}`;
  });
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Slack's marks for what Markdown writes otherwise, where they stand as marks: not inside words. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**'],
  [/(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])/g, '~~$1~~'],
  [/^(\s*)[•◦▪]\s+/gm, '$1- '],
];

/** A message as Markdown, for what is kept of it. */
export function markdownSpoken(text: string): string {
  return MARKS.reduce((changed, [mark, to]) => changed.replace(mark, to), plainSpoken(text));
}

/** What was said to the bot without its own name in front or behind. */
export function withoutMention(text: string, botUserId: string | null): string {
  if (botUserId === null) return text.replace(/^\s*<@[A-Z0-9]+>/, '').trim();
  return text.replaceAll(`<@${botUserId}>`, ' ').replace(/\s+/g, ' ').trim();
}
