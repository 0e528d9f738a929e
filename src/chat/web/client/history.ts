import { byId, fromHtml, isWriting, showTimes, words } from './dom.js';
import { showPassing } from './notice.js';

const history = byId('history', HTMLElement);
const log = byId('log', HTMLElement);
const earlier = byId('earlier', HTMLButtonElement);
const beginning = byId('beginning', HTMLElement);
const newBelow = byId('new-below', HTMLButtonElement);

/** Pixels from the end within which a reader counts as being at it. */
const NEAR_END = 120;

export function atEnd(): boolean {
  return history.scrollHeight - history.scrollTop - history.clientHeight < NEAR_END;
}

export function scrollToEnd(): void {
  history.scrollTop = history.scrollHeight;
  newBelow.hidden = true;
}

/** To the end; a message that is taller than the room shows its beginning, where reading starts. */
function reveal(entry: Element): void {
  scrollToEnd();
  if (entry.getBoundingClientRect().height > history.clientHeight) entry.scrollIntoView({ block: 'start' });
}

function idOf(element: Element): number {
  return Number(element instanceof HTMLElement ? element.dataset.id : 0);
}

/** The first message with a greater id: a message that comes late still stands in its place. */
function placeFor(id: number): Element | null {
  const entries = [...log.querySelectorAll('.entry[data-id]')];
  const at = entries.findLastIndex((entry) => idOf(entry) < id);
  return entries[at + 1] ?? null;
}

/** The message whose button was pressed last: when it changes, the focus stays with it. */
let pressed: string | null = null;
/** The name of the choice that was made in it, if it was one: the focus then stays at that choice. */
let chosen: string | null = null;

export function rememberPressed(entry: Element, control: HTMLElement): void {
  pressed = entry.id;
  chosen = control instanceof HTMLSelectElement ? (control.dataset.action ?? null) : null;
}

/** The message itself, where no button is to be pressed by a mere Enter: a grade is a choice. */
function itself(entry: Element): HTMLElement | null {
  if (!(entry instanceof HTMLElement) || entry.querySelector('[data-key="1"]') === null) return null;
  entry.tabIndex = -1;
  return entry;
}

/** The next thing to press in a message: what goes on, its main button, else its first. No mere Enter chooses an answer. */
export function focusInto(entry: Element): void {
  const same = chosen === null ? null : entry.querySelector<HTMLElement>(`select[data-action="${CSS.escape(chosen)}"]`);
  const onward = entry.querySelector<HTMLElement>('.controls [data-key="Enter"]');
  const main = onward ?? entry.querySelector<HTMLElement>('.controls .primary');
  const next = same ?? main ?? itself(entry) ?? entry.querySelector<HTMLElement>('.controls button');
  next?.focus({ preventScroll: true });
}

function remove(selector: '.fleeting' | '.form'): void {
  for (const found of log.querySelectorAll(selector)) found.remove();
}

/** A word that is not in the log gives way to what came after it, not to the line that it answers. */
function removeFleetingBefore(entry: HTMLElement): void {
  for (const found of log.querySelectorAll<HTMLElement>('.fleeting')) {
    if (isNewer(entry, found)) found.remove();
  }
}

/** By the log's revision that the word was said at; where it tells none, by the server's clock. */
function isNewer(entry: HTMLElement, word: HTMLElement): boolean {
  const { after } = word.dataset;
  if (after !== undefined) return revisionOf(entry) > Number(after);
  const [entryAt, wordAt] = [entry, word].map((each) => each.querySelector('time')?.dateTime ?? '');
  return (entryAt ?? '') > (wordAt ?? '');
}

function revisionOf(element: Element): number {
  return Number(element instanceof HTMLElement ? element.dataset.revision : 0);
}

/** Whether the answer that is awaited is a new message, which then takes the focus from the button that asked. */
let awaiting = false;

/** An answer that comes later than this no longer takes the focus: the person has moved on. */
const AWAITED_MS = 10_000;
let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Only a button can ask so. What is typed leaves the focus in the box, where the next words may be on their way. */
export function awaitAnswer(): void {
  awaiting = true;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    awaiting = false;
  }, AWAITED_MS);
}

function insert(entry: HTMLElement): void {
  // What is not in the log stays at the end, next to the box: a form that a command opened, until it is sent or left,
  // and a word of the server.
  const before = placeFor(idOf(entry)) ?? log.querySelector(':scope > .form, :scope > .fleeting');
  const follow = atEnd() || entry.classList.contains('mine');
  log.insertBefore(entry, before);
  if (before?.matches('.entry[data-id]')) return;
  if (follow) reveal(entry);
  else newBelow.hidden = false;
}

/** An open form stays with its message, and so does what was typed into it. `true` where somebody is at it. */
function keepForm(old: Element, entry: HTMLElement): boolean {
  const form = old.querySelector('.form');
  const field = document.activeElement;
  if (form === null) return false;
  const writing = form.contains(field);
  entry.querySelector('.entry-body')?.append(form);
  if (writing && field instanceof HTMLElement) field.focus({ preventScroll: true });
  return writing;
}

function replace(old: Element, entry: HTMLElement): void {
  const follow = atEnd();
  const focused =
    old.contains(document.activeElement) || (pressed === old.id && document.activeElement === document.body);
  old.before(entry);
  const writing = keepForm(old, entry);
  old.remove();
  if (focused && !writing) focusInto(entry);
  if (pressed === old.id) awaiting = false;
  if (follow) reveal(entry);
}

/** Whether a message is among those that are not loaded yet: it comes with them, and has its place there. */
function isEarlier(entry: HTMLElement): boolean {
  const first = log.querySelector('.entry[data-id]');
  return !earlier.hidden && first !== null && idOf(entry) < idOf(first);
}

const box = byId('message', HTMLTextAreaElement);
const usual = box.placeholder;

/** The box says what becomes of what is typed: while a card waits, it is its answer. */
function hintBox(): void {
  const own = [...log.querySelectorAll('.entry.private, .entry.mine')].at(-1);
  box.placeholder = own?.querySelector('.card[data-awaits]') ? words.answering : usual;
}

/** A message as the log has it now: a new one is put in its place, a known one is changed. */
export function showEntry(html: string): void {
  const entry = fromHtml(html);
  if (entry === null) return;
  showTimes(entry);
  // A message of others leaves what is open for this person alone as it is.
  if (entry.matches('.mine, .private')) removeFleetingBefore(entry);
  const old = document.getElementById(entry.id);
  if (old !== null) {
    if (revisionOf(entry) > revisionOf(old)) replace(old, entry);
    return;
  }
  if (isEarlier(entry)) return;
  insert(entry);
  if (awaiting && entry.matches('.bot.private')) {
    awaiting = false;
    if (!isWriting(document.activeElement)) focusInto(entry);
  }
}

/** A word of the server that is not in the log, at the end; or a form, below the message that asked for it. */
export function showFleeting(html: string, below: Element | null = null): HTMLElement | null {
  const element = fromHtml(html);
  if (element === null) return null;
  showTimes(element);
  remove('.fleeting');
  if (element.classList.contains('form')) remove('.form');
  if (below === null) log.append(element);
  else below.querySelector('.entry-body')?.append(element);
  element.scrollIntoView({ block: 'nearest' });
  return element;
}

async function loadEarlier(): Promise<void> {
  const first = log.querySelector('.entry[data-id]');
  earlier.disabled = true;
  try {
    const response = await fetch(`/earlier?before=${first === null ? Number.MAX_SAFE_INTEGER : idOf(first)}`);
    const { html, more }: { html: string; more: boolean } = await response.json();
    const height = history.scrollHeight;
    const template = document.createElement('template');
    template.innerHTML = html;
    showTimes(template.content);
    log.prepend(template.content);
    history.scrollTop += history.scrollHeight - height;
    earlier.hidden = !more;
    beginning.hidden = more;
  } catch {
    showPassing(words.earlierAway);
  } finally {
    earlier.disabled = false;
  }
}

export function startHistory(): void {
  showTimes(log);
  hintBox();
  new MutationObserver(hintBox).observe(log, { childList: true });
  scrollToEnd();
  earlier.addEventListener('click', loadEarlier);
  newBelow.addEventListener('click', scrollToEnd);
  history.addEventListener('scroll', () => {
    if (atEnd()) newBelow.hidden = true;
  });
}
