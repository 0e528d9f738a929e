import { byId } from './dom.js';

const log = byId('log', HTMLElement);

/** Why a file does not fit, in the words that the server put beside the field; empty where it does. */
function problemOf({ accept, dataset }: HTMLInputElement, file: File | undefined): string {
  if (file === undefined) return '';
  if (file.size > Number(dataset.maxBytes)) return dataset.tooLarge ?? '';
  const fits = accept === '' || accept.split(',').some((end) => file.name.toLowerCase().endsWith(end));
  return fits ? '' : (dataset.wrongKind ?? '');
}

/** Says it at once, and keeps the form from being sent: an upload that must fail is not worth a wait. */
function check(input: HTMLInputElement): void {
  const problem = problemOf(input, input.files?.[0]);
  input.setCustomValidity(problem);
  input.setAttribute('aria-invalid', String(problem !== ''));
  const alert = document.getElementById(`${input.id}-problem`);
  if (alert === null) return;
  alert.textContent = problem;
  alert.hidden = problem === '';
}

/** The file field that something dropped there is for: the one under it, else the first of the form. */
function fieldAt(target: EventTarget | null): HTMLInputElement | null {
  if (!(target instanceof Element)) return null;
  const place = target.closest('.field:has(input[type="file"])') ?? target.closest('form[data-submit]');
  return place?.querySelector<HTMLInputElement>('input[type="file"]') ?? null;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** A browser would leave the page for a file that is dropped beside a field, and all that was written with it. */
function onDragOver(event: DragEvent): void {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = fieldAt(event.target) === null ? 'none' : 'copy';
}

function onDrop(event: DragEvent): void {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  const input = fieldAt(event.target);
  const [file] = event.dataTransfer?.files ?? [];
  if (input === null || file === undefined) return;
  const one = new DataTransfer();
  one.items.add(file);
  input.files = one.files;
  check(input);
}

export function startFiles(): void {
  log.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') check(target);
  });
  document.addEventListener('dragover', onDragOver);
  document.addEventListener('drop', onDrop);
}
