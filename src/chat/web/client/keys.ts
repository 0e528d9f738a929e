import { byId, entryOf, isWriting } from './dom.js';
import { closeSide } from './side.js';
import { closeSuggestions } from './suggestions.js';

const log = byId('log', HTMLElement);
const box = byId('message', HTMLTextAreaElement);
const hint = byId('keys-hint', HTMLElement);

function withKeys(entry: HTMLElement | null | undefined): HTMLElement | null {
  return entry?.querySelector('[data-key]') ? entry : null;
}

/** The newest message to this person alone, where it is a review card: its keys work from the empty box. */
function newestCard(): HTMLElement | null {
  return withKeys([...log.querySelectorAll<HTMLElement>('.entry.bot.private[data-id]')].at(-1));
}

/** In the box, `z` may begin an answer to a card that waits for one. */
function mayBeginAnswer(card: HTMLElement, { target }: KeyboardEvent): boolean {
  return target === box && card.querySelector('[data-key="Enter"]') !== null;
}

/** 1 to 4 are the grades or the answers, z undoes; Enter and the space go on, or press the button that matters most. */
function buttonFor(card: HTMLElement, event: KeyboardEvent): HTMLButtonElement | null {
  const { key, shiftKey } = event;
  if (key.toLowerCase() === 'z') {
    return mayBeginAnswer(card, event) ? null : card.querySelector<HTMLButtonElement>('button[data-key="z"]');
  }
  if (/^[1-4]$/.test(key)) return card.querySelector<HTMLButtonElement>(`button[data-key="${key}"]`);
  const goesOn = (key === 'Enter' || key === ' ') && !shiftKey;
  if (!goesOn) return null;
  const next = card.querySelector<HTMLButtonElement>('button[data-key="Enter"]');
  return next ?? card.querySelector<HTMLButtonElement>('button.primary[data-key]');
}

function isShortcut(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
}

/** The key that a card has taken, until it is released: held down, it neither presses again nor writes. */
let held: string | null = null;

/**
 * Gives a key to a review card, while nothing is written. `true` where it was the card's, which has its keys also
 * while its buttons rest.
 */
export function pressCard(event: KeyboardEvent, card: HTMLElement | null = newestCard()): boolean {
  if (isShortcut(event)) return false;
  if (event.repeat && event.key === held) {
    event.preventDefault();
    return true;
  }
  held = null;
  if (card === null || box.value.trim() !== '') return false;
  const button = buttonFor(card, event);
  if (button === null) return false;
  event.preventDefault();
  held = event.key;
  if (event.repeat) return true;
  card.scrollIntoView({ block: 'nearest' });
  button.click();
  return true;
}

/** A letter, a digit, a sign, or the accent that begins a letter. */
function writes({ key }: KeyboardEvent): boolean {
  return [...key].length === 1 || key === 'Dead';
}

function isTouched(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue);
}

/** Somebody who goes on without having written into a form is done with it. */
export function closeUntouchedForms(): void {
  for (const form of log.querySelectorAll<HTMLFormElement>('form[data-submit]')) if (!isTouched(form)) form.remove();
}

/** Closes what is open: the people, then a form in which nothing is written. The focus goes back to the box. */
function onEscape(target: EventTarget | null): void {
  if (closeSide() || target === box) return;
  closeSuggestions();
  const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-submit]') : null;
  if (form !== null && !isTouched(form)) form.remove();
  box.focus();
}

/** Enter and the space belong to what is in focus: a button, a link, something that opens. */
function onPressingKey(event: KeyboardEvent): void {
  if (event.target === document.body) pressCard(event);
  // Held down, one press would go on through all that follows.
  else if (event.repeat && event.target instanceof HTMLButtonElement) event.preventDefault();
}

/** A key that writes something, and is no key of a card, is written into the box. */
function onWritingKey(event: KeyboardEvent): void {
  const here = event.target instanceof Element ? withKeys(entryOf(event.target)) : null;
  if (pressCard(event, here ?? newestCard())) return;
  if (writes(event)) box.focus();
}

/** Keys outside the fields. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing || isShortcut(event)) return;
  if (key === 'Escape') onEscape(target);
  else if (isWriting(target) || target instanceof HTMLSelectElement) return;
  else if (key === 'Enter' || key === ' ') onPressingKey(event);
  else onWritingKey(event);
}

function tellKeys(): void {
  hint.classList.toggle('on', newestCard() !== null);
}

export function startKeys(): void {
  document.addEventListener('keydown', onKey);
  new MutationObserver(tellKeys).observe(log, { childList: true });
  tellKeys();
}
