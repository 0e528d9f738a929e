import { controlsOf } from '../chat/controls-of.js';
import type { View } from '../chat/port.js';
import type { Language } from '../core/language.js';
import { button } from './controls.js';
import { say } from './messages/say.js';

/** Adds a help button to a view without controls, so that there is always a next step. */
export function withNextStep(language: Language, view: View): View {
  if (controlsOf(view).length > 0) return view;
  return { ...view, controls: [button(say(language, 'help.title'), 'help.show')] };
}
