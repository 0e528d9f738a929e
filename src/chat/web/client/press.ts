import { act, type Reply } from './api.js';
import { byId, newKey, words } from './dom.js';
import { awaitAnswer, focusInto, rememberPressed, showFleeting, stopWorking } from './history.js';
import { showNotice } from './notice.js';

const log = byId('log', HTMLElement);
const box = byId('message', HTMLTextAreaElement);

function entryOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('.entry');
}

/** A press whose fate is unknown keeps its key: pressed again, it is the same press and counts once. */
const unconfirmed = new Map<string, string>();

async function actOnce(path: string, body: object): Promise<Reply> {
  const name = JSON.stringify([path, body]);
  const key = unconfirmed.get(name) ?? newKey();
  unconfirmed.set(name, key);
  const reply = await act(path, body, key);
  if (reply.kind !== 'lost') unconfirmed.delete(name);
  return reply;
}

function setBusy(entry: HTMLElement, busy: boolean): void {
  entry.toggleAttribute('aria-busy', busy);
  for (const control of entry.querySelectorAll<HTMLButtonElement | HTMLSelectElement>(
    '.controls button, .controls select',
  )) {
    control.disabled = busy;
  }
}

function showReply(reply: Reply, entry: HTMLElement | null): void {
  switch (reply.kind) {
    case 'kept':
      return;
    case 'form': {
      const form = showFleeting(reply.html, entry);
      form?.querySelector<HTMLInputElement>('input, textarea')?.select();
      return;
    }
    case 'unkept':
    case 'refused':
      showFleeting(reply.html);
      return;
    case 'lost':
      showNotice(words.notPressed);
      return;
    case 'stranger':
      showNotice(words.cookiesNeeded, true);
  }
}

/** One press at a time for each message: its buttons rest until the answer is there. */
async function press(control: HTMLElement, value: string | undefined): Promise<void> {
  const entry = entryOf(control);
  const ref = control.dataset.action;
  if (entry === null || ref === undefined || entry.hasAttribute('aria-busy')) return;
  rememberPressed(entry, control);
  awaitAnswer();
  setBusy(entry, true);
  const reply = await actOnce('/api/press', {
    ref,
    entry: Number(entry.dataset.id ?? 0),
    ...(value === undefined ? {} : { value }),
  });
  stopWorking();
  setBusy(entry, false);
  if (entry.isConnected && reply.kind !== 'kept') control.focus({ preventScroll: true });
  showReply(reply, entry);
}

async function submit(form: HTMLFormElement): Promise<void> {
  const ref = form.dataset.submit;
  if (ref === undefined) return;
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  awaitAnswer();
  const reply = await actOnce('/api/submit', { ref, entry: Number(form.dataset.entry), values });
  stopWorking();
  // What was typed stays in the form until the server has it.
  if (reply.kind === 'kept') form.remove();
  else if (reply.kind === 'lost') showNotice(words.notSent);
  else showReply(reply, entryOf(form));
}

/** By the keyboard a choice is passed on the way to another one: only where the keys rest is it meant. In milliseconds. */
const CHOICE_REST_MS = 900;
let keyedSelect: EventTarget | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;

function choose(select: HTMLSelectElement): void {
  clearTimeout(resting);
  const act = (): void => void press(select, select.value);
  if (keyedSelect === select) resting = setTimeout(act, CHOICE_REST_MS);
  else act();
}

/** So many grades there are; a card with fewer buttons offers none of them. */
const GRADES = 4;

function lastEntryWithButtons(): HTMLElement | null {
  const entries = [...log.querySelectorAll<HTMLElement>('.entry.bot[data-id]')];
  return entries.findLast((entry) => entry.querySelector('.controls button') !== null) ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/** Digits press the buttons of the card in focus, or of the newest one; the slash goes to the box; Escape too. */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && event.target !== box) {
    const form = event.target instanceof Element ? event.target.closest('form[data-submit]') : null;
    if (form !== null) form.remove();
    box.focus();
    return;
  }
  if (isTyping(event.target)) return;
  if (event.key === '/') {
    event.preventDefault();
    box.focus();
    if (box.value !== '') return;
    box.value = '/';
    box.dispatchEvent(new Event('input'));
    return;
  }
  const here = event.target instanceof Element ? entryOf(event.target) : null;
  const entry = here ?? lastEntryWithButtons();
  if (entry === null) return;
  if (event.key === ' ' && event.target === document.body) {
    event.preventDefault();
    focusInto(entry);
    entry.querySelector<HTMLElement>('.controls .primary')?.click();
    return;
  }
  if (!/^[1-9]$/.test(event.key)) return;
  const buttons = entry.querySelectorAll<HTMLButtonElement>('.controls button[data-action]');
  const button = buttons[Number(event.key) - 1];
  // A card with few buttons is a question: a grade pressed once too often must not land on one of them.
  if (button === undefined || buttons.length < GRADES) return;
  event.preventDefault();
  button.focus({ preventScroll: true });
  button.click();
}

export function startPresses(): void {
  log.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (target === null) return;
    if (target.dataset.cancel !== undefined) {
      target.closest('form')?.remove();
      return;
    }
    if (target.dataset.action !== undefined) void press(target, undefined);
  });
  log.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) choose(event.target);
  });
  log.addEventListener('keydown', (event) => {
    keyedSelect = event.target;
  });
  log.addEventListener('pointerdown', () => {
    keyedSelect = null;
  });
  log.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void submit(event.target);
  });
  document.addEventListener('keydown', onKey);
}
