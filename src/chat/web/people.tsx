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

export async function peopleHtml(present: readonly Present[], reader: Reader): Promise<string> {
  return String(await (<People present={present} reader={reader} />));
}

async function draw({ here, gone, total }: PresenceChange, words: RoomWords): Promise<string> {
  // A list shows no more than so many names, whoever came.
  const drawn = here.slice(0, LIMITS.names).map(async ({ id, name }) => {
    const html = String(await (<Someone id={id} name={name} you={null} />));
    return { id, name, html };
  });
  return JSON.stringify({ here: await Promise.all(drawn), gone, total, count: words.peopleCount(total) });
}

const drawn = new WeakMap<PresenceChange, Map<RoomWords, Promise<string>>>();

/** A change as the page takes it: the same text for all who read one language, however many they are. */
export function changeJson(change: PresenceChange, words: RoomWords): Promise<string> {
  const known = drawn.get(change) ?? new Map<RoomWords, Promise<string>>();
  drawn.set(change, known);
  const text = known.get(words) ?? draw(change, words);
  known.set(words, text);
  return text;
}
