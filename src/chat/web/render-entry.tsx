import type { Child } from 'hono/jsx';
import type { View } from '../port.js';
import { Card } from './render-view.js';
import type { LoggedEntry, RoomEntry } from './room-log.js';
import type { RoomWords } from './words.js';

/** For whom a message is drawn. */
export type Reader = { readonly id: string; readonly words: RoomWords };

/** One of as many colours as the style sheet has, always the same for a person. */
const COLOURS = 8;

function colourOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % COLOURS;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '?', second] = words;
  return [first, second ?? '']
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

export function Avatar({ id, name }: { id: string; name: string }): Child {
  return (
    <span class={`avatar colour-${colourOf(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function BotAvatar(): Child {
  return (
    <span class="avatar bot" aria-hidden="true">
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M5 5h9a3 3 0 0 1 3 3v11H8a3 3 0 0 1-3-3z" />
        <path d="M9 9.5h4M9 13h4" />
      </svg>
    </span>
  );
}

function Content({ entry, reader }: { entry: RoomEntry; reader: Reader }): Child {
  if (entry.content.kind === 'line') return <p class="line">{entry.content.text}</p>;
  const { view, file = null } = entry.content;
  return <Card view={view} file={file} words={reader.words} />;
}

function Head({ entry, reader }: { entry: RoomEntry; reader: Reader }): Child {
  const { author, onlyFor } = entry;
  const { words } = reader;
  const at = new Date(entry.at).toISOString();
  return (
    <header class="entry-head">
      <span class="author">{author.kind === 'bot' ? words.botName : author.name}</span>
      <time datetime={at} data-time="" />
      {onlyFor === null ? null : <span class="only-you">{words.onlyYou}</span>}
    </header>
  );
}

function EntryBody({ entry, reader }: { entry: RoomEntry; reader: Reader }): Child {
  const { author } = entry;
  return (
    <>
      {author.kind === 'bot' ? <BotAvatar /> : <Avatar id={author.id} name={author.name} />}
      <div class="entry-body">
        <Head entry={entry} reader={reader} />
        <Content entry={entry} reader={reader} />
      </div>
    </>
  );
}

function classOf(entry: RoomEntry, reader: Reader): string {
  const mine = entry.author.kind === 'person' && entry.author.id === reader.id;
  return ['entry', entry.author.kind, mine ? 'mine' : '', entry.onlyFor === null ? '' : 'private'].join(' ').trim();
}

/** A message of the log. */
export function Entry({ entry, reader }: { entry: LoggedEntry; reader: Reader }): Child {
  return (
    <article class={classOf(entry, reader)} id={`entry-${entry.id}`} data-id={entry.id} data-revision={entry.revision}>
      <EntryBody entry={entry} reader={reader} />
    </article>
  );
}

type Fleeting = {
  readonly view: Omit<View, 'file'>;
  readonly reader: Reader;
  readonly at: number;
  readonly note: string | null;
  /** The last change of the log before it, where that is known. */
  readonly after: number | null;
};

/** A word to the asker alone that is gone with the page. */
function FleetingEntry({ view, reader, at, note, after }: Fleeting): Child {
  const entry: RoomEntry = { author: { kind: 'bot' }, onlyFor: reader.id, content: { kind: 'view', view }, at };
  return (
    <article class={`${classOf(entry, reader)} fleeting`} data-after={after ?? undefined}>
      <EntryBody entry={entry} reader={reader} />
      {note === null ? null : <p class="unkept-note">{note}</p>}
    </article>
  );
}

export async function entryHtml(entry: LoggedEntry, reader: Reader): Promise<string> {
  return String(await (<Entry entry={entry} reader={reader} />));
}

export async function fleetingHtml(fleeting: Fleeting): Promise<string> {
  return String(await (<FleetingEntry {...fleeting} />));
}
