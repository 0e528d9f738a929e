import type { Control } from '../port.js';

/** The actions of a review card that are pressed many times in a row, so the keyboard knows them. */
const SHOW = 'review.show';
const GRADE = 'review.grade';
const GRADES = 4;
const UNDO = ['review.undo', 'review.back'];

function acts(control: Control, action: string): boolean {
  return control.kind === 'button' && control.action.action === action;
}

/**
 * The keys of a card's buttons: `Enter` shows, `1` to `4` grade, in their order, `z` undoes. Nothing for any other button, and
 * nothing for grades that are not four: a digit must mean the same on every card.
 */
export function cardKeys(controls: readonly Control[]): ReadonlyMap<Control, string> {
  const grades = controls.filter((control) => acts(control, GRADE));
  const shows = controls.filter((control) => acts(control, SHOW));
  const undoes = controls.filter((control) => UNDO.some((action) => acts(control, action)));
  return new Map([
    ...(grades.length === GRADES ? grades.map((control, index) => [control, `${index + 1}`] as const) : []),
    ...shows.slice(0, 1).map((control) => [control, 'Enter'] as const),
    ...undoes.slice(0, 1).map((control) => [control, 'z'] as const),
  ]);
}
