import { outsideCode } from '../outside-code.js';
import { unquoted } from '../unquoted.js';
import { visibleText } from '../visible-text.js';

/**
 * What Discord's clients write for people, channels, emoji, dates and commands
 * (https://docs.discord.com/developers/reference#message-formatting): people see names, programs get ids.
 */
const KINDS = [
  String.raw`(?<kind>@[!&]?|#)(?<id>\d{1,20})`,
  String.raw`a?:(?<emoji>\w{1,64}):\d{1,20}`,
  String.raw`t:(?<time>-?\d{1,12})(?::[a-zA-Z])?`,
  String.raw`\/(?<command>[^<>:/]{1,100}):\d{1,20}`,
  String.raw`id:(?<page>[\w:-]{1,64})`,
];
const MARK = new RegExp(`<(?:${KINDS.join('|')})>`, 'g');
/** A command chosen from the list comes first where it is meant as one. */
const LEADING_COMMAND = /^\s*<\/([^<>:/]{1,100}):\d{1,20}>/;

/** Names for what a mark knows by its id; `null` where it is not known. */
export type MarkNames = {
  readonly user: (id: string) => string | null;
  readonly role: (id: string) => string | null;
  readonly channel: (id: string) => string | null;
};

const NO_NAMES: MarkNames = { user: () => null, role: () => null, channel: () => null };

type Groups = { readonly [name: string]: string | undefined };

/** Later dates are not meant as dates: the year 9999, in seconds from 1970. */
const FAR_S = 253_000_000_000;

/** Everybody sees a date in a time zone of their own; without one it is written in UTC. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1_000);
  const isOfUse = Math.abs(seconds) < FAR_S;
  return isOfUse ? `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
}

function named(sign: string, name: string | null): string {
  return name === null ? '' : sign + name;
}

/** What a client shows in place of a mark; nothing for what nobody knows the name of. */
function shown({ kind, id = '', emoji, time, command, page }: Groups, names: MarkNames): string {
  if (emoji !== undefined) return `:${emoji}:`;
  if (time !== undefined) return dateOf(Number(time));
  if (command !== undefined) return `/${command}`;
  if (page !== undefined) return `#${page}`;
  if (kind === '#') return named('#', names.channel(id));
  return named('@', kind === '@&' ? names.role(id) : names.user(id));
}

function replaceMarks(text: string, by: (groups: Groups) => string): string {
  return outsideCode(text, (words) =>
    words.replaceAll(MARK, (...match) => {
      const groups: Groups = match.at(-1);
      return by(groups);
    }),
  );
}

/** A message as people see it, for what is kept of it. Code stays as it is. */
export function shownText(text: string, names: MarkNames): string {
  return replaceMarks(text, (groups) => shown(groups, names) || nameless(groups)).trim();
}

/** Somebody without a name is still somebody: "see @Ana and @…" reads better than "see @Ana and". */
function nameless({ kind }: Groups): string {
  return kind === undefined ? '' : `${kind[0]}…`;
}

/**
 * What is looked up of a value of a command: its words. Marks, quotation marks around the whole of it and what nobody
 * sees are none; where there is nothing else, the names in the marks are the words.
 */
export function optionText(value: string): string {
  return wordsOf(value) ?? visibleText(replaceMarks(value, (groups) => groups.emoji ?? shown(groups, NO_NAMES)));
}

/** The same of words said to the bot, where a command from the list may lead them, and an emoji alone is said too. */
export function messageText(said: string): string {
  const text = said.replace(LEADING_COMMAND, '/$1');
  return wordsOf(text) ?? visibleText(replaceMarks(text, (groups) => shown(groups, NO_NAMES)));
}

/** The words beside the marks, or `null` where there are none. */
function wordsOf(text: string): string | null {
  const words = visibleText(replaceMarks(text, () => ' '));
  return words === '' ? null : unquoted(words);
}
