import { act, type Files, type Reply } from './api.js';
import { byId, entryOf, isWriting, newKey, words } from './dom.js';
import { awaitAnswer, focusInto, rememberPressed, showFleeting } from './history.js';
import { showNotice, showPassing } from './notice.js';

const log = byId('log', HTMLElement);

/** A press whose fate is unknown keeps its key: pressed again, it is the same press and counts once. */
const unconfirmed = new Map<string, string>();

async function actOnce(path: string, body: object, files: Files = {}): Promise<Reply> {
  const chosen = Object.entries(files).map(([field, { name, size, lastModified }]) => [
    field,
    name,
    size,
    lastModified,
  ]);
  const name = JSON.stringify([path, body, chosen]);
  const key = unconfirmed.get(name) ?? newKey();
  unconfirmed.set(name, key);
  const reply = await act(path, body, key, files);
  if (reply.kind !== 'lost') unconfirmed.delete(name);
  return reply;
}

function setBusy(entry: HTMLElement, busy: boolean): void {
  entry.toggleAttribute('aria-busy', busy);
  for (const control of entry.querySelectorAll<HTMLButtonElement | HTMLSelectElement>(
    ':is(.controls, .row-controls) :is(button, select)',
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
      const field = form?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
      if (!field || isWriting(document.activeElement)) return;
      field.focus();
      field.select();
      return;
    }
    case 'unkept':
    case 'refused':
      showFleeting(reply.html);
      return;
    case 'lost':
      showPassing(words.notPressed);
      return;
    case 'stranger':
      showNotice('connection', words.cookiesNeeded);
  }
}

/** A select that nothing was chosen in at first says what it is for again: the answer stands elsewhere. */
function askAgain(select: HTMLSelectElement): void {
  if (select.options[0]?.hidden) select.selectedIndex = 0;
}

/** One press at a time for each message: its buttons rest until the answer is there. */
async function press(control: HTMLElement, value: string | undefined): Promise<void> {
  const entry = entryOf(control);
  const ref = control.dataset.action;
  if (entry === null || ref === undefined || entry.hasAttribute('aria-busy')) return;
  rememberPressed(entry, control);
  // Pressed by a key from the box, the focus stays there.
  if (!isWriting(document.activeElement)) awaitAnswer();
  setBusy(entry, true);
  const reply = await actOnce('/api/press', {
    ref,
    entry: Number(entry.dataset.id ?? 0),
    ...(value === undefined ? {} : { value }),
  });
  setBusy(entry, false);
  if (control instanceof HTMLSelectElement) askAgain(control);
  const idle = document.activeElement === document.body;
  if (idle && entry.isConnected && reply.kind !== 'kept') control.focus({ preventScroll: true });
  showReply(reply, entry);
}

/** The focus goes to the message that the form was for. */
function close(form: HTMLFormElement): void {
  const focused = form.contains(document.activeElement);
  const entry = entryOf(form);
  form.remove();
  if (focused && entry !== null) focusInto(entry);
}

/** What was written, and the files that were chosen: a file field without any holds one without a name. */
function contentsOf(form: HTMLFormElement): { values: Record<string, string>; files: Files } {
  const parts = [...new FormData(form)];
  const values = parts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const files = parts.flatMap(([name, value]) => (value instanceof File && value.name !== '' ? [[name, value]] : []));
  return { values: Object.fromEntries(values), files: Object.fromEntries(files) };
}

/** Sent again while it is on its way, a file would go twice. */
async function submit(form: HTMLFormElement): Promise<void> {
  const ref = form.dataset.submit;
  if (ref === undefined || form.hasAttribute('aria-busy')) return;
  const { values, files } = contentsOf(form);
  awaitAnswer();
  form.setAttribute('aria-busy', 'true');
  const reply = await actOnce('/api/submit', { ref, entry: Number(form.dataset.entry), values }, files);
  form.removeAttribute('aria-busy');
  // What was typed stays in the form until the server has it.
  if (reply.kind === 'kept') close(form);
  else if (reply.kind === 'lost') showPassing(words.notPressed);
  else showReply(reply, entryOf(form));
}

/** On the keyboard, choices are passed on the way to another: only the one where the keys rest is meant. In milliseconds. */
const CHOICE_REST_MS = 900;
let keyedSelect: EventTarget | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;

function choose(select: HTMLSelectElement): void {
  clearTimeout(resting);
  const act = (): void => void press(select, select.value);
  if (keyedSelect === select) resting = setTimeout(act, CHOICE_REST_MS);
  else act();
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
}
