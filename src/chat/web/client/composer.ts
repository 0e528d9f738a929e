import { act } from './api.js';
import { byId, newKey, words } from './dom.js';
import { awaitAnswer, scrollToEnd, showFleeting, stopWorking } from './history.js';
import { showNotice } from './notice.js';
import { closeSuggestions, onSuggestionKey, startSuggestions, suggest } from './suggestions.js';

const form = byId('composer', HTMLFormElement);
const box = byId('message', HTMLTextAreaElement);

/** The box grows with what is written, up to this many pixels. */
const MAX_HEIGHT = 180;

function fitHeight(): void {
  box.style.removeProperty('height');
  box.style.setProperty('height', `${Math.min(MAX_HEIGHT, box.scrollHeight)}px`);
}

function setBox(text: string): void {
  box.value = text;
  fitHeight();
}

/** What was typed while the answer was on its way stays. */
function clear(sent: string): void {
  unconfirmed = null;
  if (box.value.trim() === sent) setBox('');
}

/** A text whose fate is unknown keeps its key: sent again, it is the same message and stands once. */
let unconfirmed: { readonly text: string; readonly key: string } | null = null;

function keyFor(text: string): string {
  if (unconfirmed?.text !== text) unconfirmed = { text, key: newKey() };
  return unconfirmed.key;
}

let sending = false;

/** What was written leaves the box only when the server has it. */
async function send(): Promise<void> {
  const text = box.value.trim();
  if (text === '' || sending) return;
  sending = true;
  form.setAttribute('aria-busy', 'true');
  closeSuggestions();
  if (text.startsWith('/')) awaitAnswer();
  scrollToEnd();
  const reply = await act('/api/line', { text }, keyFor(text));
  sending = false;
  form.removeAttribute('aria-busy');
  stopWorking();
  switch (reply.kind) {
    case 'kept':
      return clear(text);
    case 'unkept':
      clear(text);
      showFleeting(reply.html);
      return;
    case 'form':
    case 'refused':
      showFleeting(reply.html);
      return;
    case 'lost':
      return showNotice(words.notSent);
    case 'stranger':
      return showNotice(words.cookiesNeeded, true);
  }
}

export function startComposer(): void {
  startSuggestions({ set: setBox, send: () => void send() });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  box.addEventListener('input', () => {
    fitHeight();
    void suggest();
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || onSuggestionKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  });
  box.addEventListener('blur', () =>
    setTimeout(() => {
      if (document.activeElement !== box) closeSuggestions();
    }, 150),
  );
  if (matchMedia('(pointer: fine)').matches) box.focus();
}
