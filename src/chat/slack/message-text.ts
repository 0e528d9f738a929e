import { outsideCode } from '../outside-code.js';
import { visibleText } from '../visible-text.js';

/** Marks that Slack puts into the text of messages: `<@U1>`, `<#C1|name>`, `<!here>`, `<https://x|label>`. */
const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** Names of people by their ids, as far as they are known. */
export type NamesById = ReadonlyMap<string, string>;

const NO_NAMES: NamesById = new Map();

function entities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A message's text as its writer meant it: marks as the words they show, entities as characters. */
export function messageText(text: string, names: NamesById = NO_NAMES): string {
  const shown = text.replace(MARK, (_whole, sign: string, id: string, label: string | undefined) => {
    const name = sign === '@' ? names.get(id) : undefined;
    if (name !== undefined) return `@${name}`;
    if (label !== undefined && label !== '') return sign === '#' ? `#${label}` : label;
    if (sign === '!') return `@${id.replace(/^subteam\^.*/, 'group')}`;
    return sign === '' ? id : `${sign}${id}`;
  });
  return entities(shown);
}

/** Slack's marks for what Markdown writes otherwise, where they stand as marks: not inside words. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**'],
  [/(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])/g, '~~$1~~'],
  [/^(\s*)[•◦▪]\s+/gm, '$1- '],
];

/** A message as Markdown, for what is kept of it. Code stays as it is. */
export function messageMarkdown(text: string, names: NamesById = NO_NAMES): string {
  const toMarkdown = (words: string) => MARKS.reduce((changed, [mark, to]) => changed.replace(mark, to), words);
  return outsideCode(messageText(text, names), toMarkdown);
}

/** Ids of the people whom a message names without saying how they are called. */
export function namelessIn(text: string): readonly string[] {
  const marks = [...text.matchAll(MARK)];
  return [...new Set(marks.flatMap(([, sign, id = '', label = '']) => (sign === '@' && label === '' ? [id] : [])))];
}

/** What was said to the bot without its own name in front or behind. */
export function withoutMention(text: string, botUserId: string | null): string {
  if (botUserId === null) return text.replace(/^\s*<@[A-Z0-9]+>/, '').trim();
  return text.replaceAll(`<@${botUserId}>`, ' ').replace(/\s+/g, ' ').trim();
}

/** People and channels without a name, and emoji that stand alone: Slack sends their ids and codes, which nobody wrote. */
const NO_WORD = /<[@#][A-Z0-9]+\|?>|(?<!\S):[a-z0-9_+'-]+:(?::skin-tone-[2-6]:)?(?![^\s.,;!?])/g;

/** What is looked up of what somebody typed: its words alone, or, where there are none, what the marks show. */
export function questionText(text: string): string {
  const words = visibleText(messageText(outsideCode(text, (part) => part.replaceAll(NO_WORD, ' '))));
  return words === '' ? visibleText(messageText(text)) : words;
}
