import type { Control } from '../port.js';

/** The actions of a review card that are pressed many times in a row, so the keyboard knows them. */
const SHOW = 'review.show';
const NEXT = 'review.resume';
const CHOOSE = 'review.choose';
const GRADE = 'review.grade';
const GRADES = 4;
const UNDO = ['review.undo', 'review.back'];

function acts(control: Control, action: string): boolean {
  return control.kind === 'button' && control.action.action === action;
}

/**
 * The keys of a card's buttons: `Enter` shows and goes on, `1` to `4` grade or choose, in their order, `z` undoes. Nothing for
 * any other button, and nothing for grades that are not four or answers that are more: a digit must mean the same on every
 * card.
 */
export function cardKeys(controls: readonly Control[]): ReadonlyMap<Control, string> {
  const grades = controls.filter((control) => acts(control, GRADE));
  const choices = controls.filter((control) => acts(control, CHOOSE));
  const shows = [SHOW, NEXT].flatMap((action) => controls.filter((control) => acts(control, action)));
  const undoes = controls.filter((control) => UNDO.some((action) => acts(control, action)));
  return new Map([
    ...(grades.length === GRADES ? grades.map((control, index) => [control, `${index + 1}`] as const) : []),
    ...(choices.length <= GRADES ? choices.map((control, index) => [control, `${index + 1}`] as const) : []),
    ...shows.slice(0, 1).map((control) => [control, 'Enter'] as const),
    ...undoes.slice(0, 1).map((control) => [control, 'z'] as const),
  ]);
}
