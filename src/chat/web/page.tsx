import type { Child } from 'hono/jsx';
import { LIMITS } from './limits.js';
import { People } from './people.js';
import type { Present } from './presence.js';
import { Entry, type Reader } from './render-entry.js';
import type { LoggedEntry } from './room-log.js';
import type { RoomWords } from './words.js';

export type PageFacts = {
  readonly visitor: Reader & { readonly name: string };
  readonly words: RoomWords;
  readonly entries: readonly LoggedEntry[];
  /** The revision that the entries stand at; `null` where the log could not be read. */
  readonly revision: number | null;
  /** Whether there are older entries. */
  readonly more: boolean;
  readonly present: readonly Present[];
  /** Version of the page's files, part of their address. */
  readonly assets: string;
};

export async function entriesHtml(entries: readonly LoggedEntry[], reader: Reader): Promise<string> {
  const parts = entries.map(async (entry) => String(await (<Entry entry={entry} reader={reader} />)));
  return (await Promise.all(parts)).join('');
}

function History({ facts }: { facts: PageFacts }): Child {
  const { words, entries, visitor, more } = facts;
  return (
    <div class="history" id="history">
      <div class="history-inner">
        <button type="button" class="earlier" id="earlier" hidden={!more}>
          {words.earlier}
        </button>
        <p class="beginning" id="beginning" hidden={more}>
          {words.beginning}
        </p>
        <div
          role="log"
          aria-label={words.conversation}
          aria-live="polite"
          aria-relevant="additions"
          class="log"
          id="log"
        >
          {entries.map((entry) => (
            <Entry entry={entry} reader={visitor} />
          ))}
        </div>
        <p class="working" id="working" hidden>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span id="working-text">{words.client.working}</span>
        </p>
      </div>
    </div>
  );
}

function Composer({ words }: { words: RoomWords }): Child {
  return (
    <form class="composer" id="composer" autocomplete="off">
      <div class="suggestions" id="suggestions" role="listbox" aria-label={words.suggestions} tabindex={0} hidden />
      <p class="visually-hidden" role="status" id="suggestion-count" />
      <div class="box">
        <label class="visually-hidden" for="message">
          {words.message}
        </label>
        <textarea
          id="message"
          name="message"
          rows={1}
          placeholder={words.placeholder}
          enterkeyhint="send"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls="suggestions"
        />
        <button type="submit" class="button primary send">
          <span>{words.send}</span>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M12 19V5M6 11l6-6 6 6" />
          </svg>
        </button>
      </div>
      <p class="hint" id="keys-hint">
        {words.keysHint}
      </p>
    </form>
  );
}

function Side({ facts }: { facts: PageFacts }): Child {
  const { words, visitor, present } = facts;
  return (
    <aside class="side" id="side" aria-label={words.people}>
      <h2>{words.people}</h2>
      <div id="people">
        <People present={present} reader={visitor} />
      </div>
      <form class="name-form" id="name-form">
        <label for="name">{words.yourName}</label>
        <div class="name-row">
          <input id="name" name="name" value={visitor.name} maxlength={LIMITS.name} required autocomplete="off" />
          <button type="submit" class="button plain">
            {words.saveName}
          </button>
        </div>
        <p class="name-status" id="name-status" role="status" />
      </form>
      <p class="room-note">{words.roomNote}</p>
    </aside>
  );
}

/** The words and facts that the page's scripts need, as data: a script in the page would not be allowed to run. */
function clientData({ words, revision }: PageFacts): Record<string, string> {
  return { 'data-words': JSON.stringify(words.client), 'data-revision': revision === null ? '' : String(revision) };
}

export function Page({ facts }: { facts: PageFacts }): Child {
  const { words, assets, present } = facts;
  const file = (name: string) => `/assets/${assets}/${name}`;
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${words.botName} · ${words.roomName}`}</title>
        <link rel="icon" type="image/svg+xml" href={file('favicon.svg')} />
        <link rel="stylesheet" href={file('room.css')} />
        <script type="module" src={file('main.js')} />
      </head>
      <body {...clientData(facts)}>
        <a class="skip" href="#message">
          {words.skip}
        </a>
        <header class="bar">
          <img src={file('favicon.svg')} alt="" width="28" height="28" />
          <h1>{words.botName}</h1>
          <span class="badge">{words.roomName}</span>
          <button type="button" class="people-toggle" id="people-toggle" aria-expanded="false" aria-controls="side">
            <span id="people-number">{words.peopleCount(present.length)}</span>
          </button>
        </header>
        <div class="notice" id="notice" role="status" />
        <noscript>
          <div class="notice">
            <p>{words.noScript}</p>
          </div>
        </noscript>
        <div class="room">
          <main class="main">
            <History facts={facts} />
            <button type="button" class="new-below" id="new-below" hidden>
              {words.newBelow}
            </button>
            <Composer words={words} />
          </main>
          <Side facts={facts} />
        </div>
      </body>
    </html>
  );
}

export async function pageHtml(facts: PageFacts): Promise<string> {
  return `<!doctype html>${String(await (<Page facts={facts} />))}`;
}
