import { ask } from './api.js';
import { byId, words } from './dom.js';
import { showPassing } from './notice.js';

const side = byId('side', HTMLElement);
const toggle = byId('people-toggle', HTMLButtonElement);
const form = byId('name-form', HTMLFormElement);
const input = byId('name', HTMLInputElement);
const status = byId('name-status', HTMLElement);

async function saveName(): Promise<void> {
  const answer = await ask<{ name?: string; problem?: string }>('/api/name', { name: input.value });
  if (answer === null) return showPassing(words.notPressed);
  if (answer.name !== undefined) input.value = answer.name;
  status.textContent = answer.problem ?? words.nameSaved;
}

function setOpen(open: boolean): void {
  side.classList.toggle('open', open);
  toggle.setAttribute('aria-expanded', String(open));
}

/** Closes the panel that a small screen shows on demand. `false` where it is not open, or not on demand. */
export function closeSide(): boolean {
  if (!side.classList.contains('open') || toggle.offsetParent === null) return false;
  const inside = side.contains(document.activeElement) || document.activeElement === document.body;
  setOpen(false);
  if (inside) toggle.focus();
  return true;
}

export function startSide(): void {
  toggle.addEventListener('click', () => setOpen(!side.classList.contains('open')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void saveName();
  });
}
