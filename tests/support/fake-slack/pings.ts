import { jsonObject } from './json.js';

/** A place in an outgoing body that would call somebody or point at a channel. */
export type Ping = { readonly method: string; readonly where: string; readonly text: string };

const MARKUP = /<(?:!channel|!here|!everyone|!subteam\^|@[A-Z0-9]|#[A-Z0-9])[^<>]*>/;
const BROADCASTS = /@(?:channel|here|everyone)\b/;
const RICH = new Set(['user', 'usergroup', 'broadcast', 'channel']);

type Found = Omit<Ping, 'method'>;

function inText(text: unknown, where: string): readonly Found[] {
  if (typeof text !== 'string') return [];
  const found = MARKUP.exec(text);
  return found ? [{ where, text: found[0] }] : [];
}

function inParts(parts: Iterable<readonly [string | number, unknown]>, where: string): readonly Found[] {
  return [...parts].flatMap(([key, part]) => pingsIn(part, `${where}/${key}`));
}

/** Everything in blocks or a view that pings: mrkdwn and Markdown with Slack's markup, and rich text's own elements. */
export function pingsIn(value: unknown, where: string): readonly Found[] {
  if (Array.isArray(value)) return inParts(value.entries(), where);
  const object = jsonObject.safeParse(value);
  if (!object.success) return [];
  const { type, text } = object.data;
  if (typeof type === 'string' && RICH.has(type)) return [{ where, text: JSON.stringify(value) }];
  const own = type === 'mrkdwn' || type === 'markdown' ? inText(text, `${where}/text`) : [];
  return [...own, ...inParts(Object.entries(object.data), where)];
}

/** Of a message's `text`, with the flags that make Slack look for names in it. */
export function pingsInText(
  text: string,
  flags: { readonly linkNames: boolean; readonly parse: string },
): readonly Found[] {
  const marked = inText(text, 'text');
  const named = flags.linkNames || flags.parse === 'full' ? BROADCASTS.exec(text) : null;
  return named ? [...marked, { where: 'text', text: named[0] }] : marked;
}
