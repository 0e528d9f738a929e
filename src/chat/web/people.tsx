import type { Child } from 'hono/jsx';
import { LIMITS } from './limits.js';
import type { PresenceChange, Present } from './presence.js';
import { Avatar, type Reader } from './render-entry.js';
import type { RoomWords } from './words.js';

function Someone({ id, name, you }: Present & { readonly you: string | null }): Child {
  return (
    <li data-person={id} data-name={name}>
      <Avatar id={id} name={name} />
      <span class="person-name">{name}</span>
      {you === null ? null : <span class="you">{you}</span>}
    </li>
  );
}

/** Who is here, the reader marked. */
export function People({ present, reader }: { present: readonly Present[]; reader: Reader }): Child {
  const { words } = reader;
  const beyond = present.length - LIMITS.names;
  return (
    <>
      <p class="people-count">{words.peopleCount(present.length)}</p>
      <ul class="people-list" data-most={LIMITS.names}>
        {present.slice(0, LIMITS.names).map(({ id, name }) => (
          <Someone id={id} name={name} you={id === reader.id ? words.you : null} />
        ))}
        {beyond > 0 ? <li data-beyond>+{beyond}</li> : null}
      </ul>
    </>
  );
}

type Drawn<Thing extends object> = WeakMap<Thing, Map<RoomWords, Promise<string>>>;

function once<Thing extends object>(
  known: Drawn<Thing>,
  thing: Thing,
  words: RoomWords,
  draw: () => Promise<string>,
): Promise<string> {
  const texts = known.get(thing) ?? new Map<RoomWords, Promise<string>>();
  known.set(thing, texts);
  const text = texts.get(words) ?? draw();
  texts.set(words, text);
  return text;
}

/** The list as it stands, by the words of those who are not named in it: for all of them it is the same. */
const lists: Drawn<readonly Present[]> = new WeakMap();

export async function peopleHtml(present: readonly Present[], reader: Reader): Promise<string> {
  const drawList = async (): Promise<string> => String(await (<People present={present} reader={reader} />));
  if (present.slice(0, LIMITS.names).some(({ id }) => id === reader.id)) return drawList();
  return once(lists, present, reader.words, drawList);
}

/** So many are named to everybody even where the list is full: one of those in it may have another name. */
const FEW = 3;

async function draw({ here, gone, total }: PresenceChange, words: RoomWords): Promise<string> {
  // A full list has no place for those who come: then many of them are a number.
  const shown = total > LIMITS.names && here.length > FEW ? [] : here.slice(0, LIMITS.names);
  const drawn = shown.map(async ({ id, name }) => {
    const html = String(await (<Someone id={id} name={name} you={null} />));
    return { id, name, html };
  });
  return JSON.stringify({ here: await Promise.all(drawn), gone, total, count: words.peopleCount(total) });
}

const drawn: Drawn<PresenceChange> = new WeakMap();

/** A change as the page takes it: the same text for all who read one language, however many they are. */
export function changeJson(change: PresenceChange, words: RoomWords): Promise<string> {
  return once(drawn, change, words, () => draw(change, words));
}
