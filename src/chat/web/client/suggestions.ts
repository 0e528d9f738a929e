import { ask } from './api.js';
import { byId } from './dom.js';

type Suggestion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly complete: boolean;
};
type Answer = { readonly items: readonly Suggestion[]; readonly count?: string };

const box = byId('message', HTMLTextAreaElement);
const list = byId('suggestions', HTMLElement);
const count = byId('suggestion-count', HTMLElement);

/** Puts a text into the box; and sends what is in it. Given by the composer. */
type Box = { readonly set: (text: string) => void; readonly send: () => void };

let composer: Box = { set() {}, send() {} };

export function startSuggestions(given: Box): void {
  composer = given;
}

let items: readonly Suggestion[] = [];
let chosen = -1;
let asked = 0;

export function closeSuggestions(): void {
  asked += 1;
  items = [];
  chosen = -1;
  list.hidden = true;
  list.replaceChildren();
  box.removeAttribute('aria-activedescendant');
  count.textContent = '';
}

function choose(index: number): void {
  chosen = index;
  for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
  const option = list.children[index];
  if (option === undefined) box.removeAttribute('aria-activedescendant');
  else {
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

function optionFor(item: Suggestion, index: number): HTMLElement {
  const option = document.createElement('div');
  option.role = 'option';
  option.id = `suggestion-${index}`;
  option.className = 'suggestion';
  option.setAttribute('aria-selected', 'false');
  const label = document.createElement('span');
  label.className = 'suggestion-label';
  label.textContent = item.label;
  const detail = document.createElement('span');
  detail.className = 'suggestion-detail';
  detail.textContent = item.detail;
  option.append(label, detail);
  option.addEventListener('mousedown', (event) => {
    event.preventDefault();
    take(item);
  });
  return option;
}

/** Puts a suggestion into the box; one that is a whole command is sent, one that is not asks for more. */
function take(item: Suggestion): void {
  composer.set(item.insert);
  closeSuggestions();
  box.focus();
  if (item.complete && !item.insert.endsWith(' ')) composer.send();
  else void suggest();
}

/** Whether the focus is where suggestions are of use. */
export function isAtSuggestions(): boolean {
  return document.activeElement === box || document.activeElement === list;
}

/** Only the answer to the latest question is shown: an earlier one may come later. */
export async function suggest(): Promise<void> {
  asked += 1;
  const mine = asked;
  if (!/^[/@]/.test(box.value)) return closeSuggestions();
  const answer = await ask<Answer>('/api/suggest', { text: box.value });
  if (mine !== asked) return;
  items = answer?.items ?? [];
  list.replaceChildren(...items.map(optionFor));
  list.hidden = items.length === 0;
  count.textContent = answer?.count ?? '';
  choose(-1);
}

/** The keys that belong to the list while it is open. `true` where the key has done its work. */
export function onSuggestionKey(event: KeyboardEvent): boolean {
  if (items.length === 0) return false;
  switch (event.key) {
    case 'ArrowDown':
      choose((chosen + 1) % items.length);
      break;
    case 'ArrowUp':
      choose((chosen + items.length - (chosen < 0 ? 0 : 1)) % items.length);
      break;
    case 'Escape':
      closeSuggestions();
      break;
    case 'Tab': {
      const item = items[Math.max(0, chosen)];
      if (item === undefined || event.shiftKey) return false;
      composer.set(item.insert);
      void suggest();
      break;
    }
    case 'Enter': {
      const item = items[chosen];
      if (item === undefined) return false;
      take(item);
      break;
    }
    default:
      return false;
  }
  event.preventDefault();
  return true;
}
