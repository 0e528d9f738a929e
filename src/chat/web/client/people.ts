import { byId, fromHtml } from './dom.js';

const people = byId('people', HTMLElement);
const number = byId('people-number', HTMLElement);

/** Who came or took another name, who left, and how many there are now. */
type Change = {
  readonly here: readonly { readonly id: string; readonly name: string; readonly html: string }[];
  readonly gone: readonly string[];
  readonly total: number;
  readonly count: string;
};

function tellNumber(): void {
  number.textContent = people.querySelector('.people-count')?.textContent ?? '';
}

/** The whole list, as the server draws it. */
export function showPeople(html: string): void {
  people.innerHTML = html;
  tellNumber();
}

function shownIn(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li[data-person]')];
}

/** Puts somebody where their name belongs; the mark of oneself stays with who one is. */
function put(list: Element, { id, name, html }: Change['here'][number], most: number): void {
  const fresh = fromHtml(html);
  const known = shownIn(list).find((each) => each.dataset.person === id);
  if (fresh === null) return;
  const own = known?.querySelector('.you');
  if (own) fresh.append(own);
  known?.remove();
  const shown = shownIn(list);
  if (shown.length >= most) return;
  const next = shown.find((each) => (each.dataset.name ?? '').localeCompare(name) > 0);
  list.insertBefore(fresh, next ?? list.querySelector('[data-beyond]'));
}

/** Changes what has changed; doing it twice changes nothing. */
export function changePeople({ here, gone, total, count }: Change): void {
  const list = people.querySelector<HTMLElement>('.people-list');
  const words = people.querySelector('.people-count');
  if (list === null || words === null) return;
  for (const each of shownIn(list)) if (gone.includes(each.dataset.person ?? '')) each.remove();
  for (const one of here) put(list, one, Number(list.dataset.most));
  const beyond = total - shownIn(list).length;
  list.querySelector('[data-beyond]')?.remove();
  if (beyond > 0) {
    const rest = document.createElement('li');
    rest.dataset.beyond = '';
    rest.textContent = `+${beyond}`;
    list.append(rest);
  }
  words.textContent = count;
  tellNumber();
}
