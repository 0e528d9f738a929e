import { ask } from './api.js';
import { byId, words } from './dom.js';
import { showNotice } from './notice.js';

const side = byId('side', HTMLElement);
const toggle = byId('people-toggle', HTMLButtonElement);
const form = byId('name-form', HTMLFormElement);
const input = byId('name', HTMLInputElement);
const status = byId('name-status', HTMLElement);

async function saveName(): Promise<void> {
  const answer = await ask<{ name?: string; problem?: string }>('/api/name', { name: input.value });
  if (answer === null) return showNotice(words.notPressed);
  if (answer.name !== undefined) input.value = answer.name;
  status.textContent = answer.problem ?? words.nameSaved;
}

export function startSide(): void {
  toggle.addEventListener('click', () => {
    const open = side.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void saveName();
  });
}
