/** The element with that id. Throws where the page lacks it: page and script come from the same version. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
}

/** The message that an element is in. */
export function entryOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('.entry');
}

/** Whether somebody is writing there: nothing may take the focus from it. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The element that HTML from the server describes. The server escapes all text in it. */
export function fromHtml(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  const first = template.content.firstElementChild;
  return first instanceof HTMLElement ? first : null;
}

/** The reader's own variety of the page's language: a Briton reads times in another way than an American. */
const { lang } = document.documentElement;
const locale = navigator.languages.find((tag) => tag.split('-')[0] === lang) ?? lang;

/** Times as the reader's clock shows them, with the day where it is another. */
export function showTimes(root: ParentNode): void {
  const today = new Date().toDateString();
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-time]')) {
    const at = new Date(time.dateTime);
    const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
    const day: Intl.DateTimeFormatOptions = at.toDateString() === today ? {} : { day: 'numeric', month: 'short' };
    time.textContent = new Intl.DateTimeFormat(locale, { ...day, ...clock }).format(at);
    time.title = at.toLocaleString(locale);
    time.removeAttribute('data-time');
  }
}

let requests = 0;

/** A name for a request, the same when it is sent again. */
export function newKey(): string {
  requests += 1;
  const random = crypto.getRandomValues(new Uint32Array(3));
  return `${[...random].map((part) => part.toString(36)).join('')}-${requests}`;
}

export type ClientWords = Readonly<
  Record<
    | 'working'
    | 'uploading'
    | 'reconnecting'
    | 'cookiesNeeded'
    | 'tooManyTabs'
    | 'notSent'
    | 'notPressed'
    | 'earlierAway'
    | 'nameSaved'
    | 'answering',
    string
  >
>;

/** The words that the server put into the page. */
export const words: ClientWords = JSON.parse(document.body.dataset.words ?? '{}');
