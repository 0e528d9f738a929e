import { act, type Reply } from './api.js';
import { byId, newKey, words } from './dom.js';
import { scrollToEnd, showFleeting } from './history.js';
import { closeUntouchedForms, pressCard } from './keys.js';
import { clearNotice, showNotice } from './notice.js';
import { closeSuggestions, isAtSuggestions, onSuggestionKey, startSuggestions, suggest } from './suggestions.js';

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

/** A text whose fate is unknown keeps its key: sent again, it is the same message and appears once. */
let unconfirmed: { readonly text: string; readonly key: string } | null = null;

function keyFor(text: string): string {
  if (unconfirmed?.text !== text) unconfirmed = { text, key: newKey() };
  return unconfirmed.key;
}

let sending = false;
/** Whether what was typed since is to follow: it was entered before the answer was there. */
let following = false;

/** What has arrived leaves the box; what was typed behind it in the meantime stays. */
function settle(sent: string): void {
  unconfirmed = null;
  clearNotice('unsent');
  if (!box.value.startsWith(sent)) return;
  const rest = box.value.slice(sent.length);
  setBox(rest.trim() === '' ? '' : rest);
  void suggest();
}

/** A form is to be filled in: the first field takes the focus, unless more was typed into the box in the meantime. */
function openForm(html: string): void {
  const opened = showFleeting(html);
  if (box.value === '') opened?.querySelector<HTMLElement>('input, textarea')?.focus();
}

function take(reply: Reply, sent: string): void {
  switch (reply.kind) {
    case 'kept':
      settle(sent);
      return;
    case 'unkept':
      settle(sent);
      showFleeting(reply.html);
      return;
    case 'form':
      settle(sent);
      openForm(reply.html);
      return;
    case 'refused':
      clearNotice('unsent');
      showFleeting(reply.html);
      return;
    case 'lost':
      showNotice('unsent', words.notSent);
      return;
    case 'stranger':
      showNotice('connection', words.cookiesNeeded);
  }
}

/** What was written leaves the box only when the server has it. */
async function post(written: string, text: string): Promise<void> {
  sending = true;
  form.setAttribute('aria-busy', 'true');
  closeSuggestions();
  closeUntouchedForms();
  scrollToEnd();
  const reply = await act('/api/line', { text }, keyFor(text));
  sending = false;
  form.removeAttribute('aria-busy');
  take(reply, written);
  const follows = following && unconfirmed === null;
  following = false;
  if (follows) send();
}

/** A slash alone asks for the commands. */
function send(): void {
  const text = box.value.trim();
  if (sending) following = true;
  else if (text === '/') void askCommands();
  else if (text !== '') void post(box.value, text);
}

async function askCommands(): Promise<void> {
  setBox('/');
  box.focus();
  await suggest();
}

function onInput(): void {
  fitHeight();
  if (box.value.trim() === '') clearNotice('unsent');
  void suggest();
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || onSuggestionKey(event) || pressCard(event)) return;
  // The suggestions may still be on their way.
  if (event.key === 'Escape') closeSuggestions();
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  if (!event.repeat) send();
}

export function startComposer(): void {
  startSuggestions({ set: setBox, send });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  // The button for sending leaves the focus, and with it a touch screen's keyboard, where it is.
  form.querySelector('.send')?.addEventListener('mousedown', (event) => event.preventDefault());
  box.addEventListener('input', onInput);
  box.addEventListener('keydown', onKey);
  form.addEventListener('focusout', () =>
    setTimeout(() => {
      if (!isAtSuggestions()) closeSuggestions();
    }, 150),
  );
  if (matchMedia('(pointer: fine)').matches) box.focus();
}
