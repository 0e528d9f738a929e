import type { Json } from './json.js';
import type { InputElement } from './schema/elements.js';
import type { Interactive } from './schema/interactive.js';
import { allOptions, type PlainOption } from './schema/options.js';

type Entered = string | undefined;
/** What Slack tells of chosen files, by block. */
export type FilesTold = Readonly<Record<string, readonly Json[]>>;

/** The option of that label or value. */
export function optionOf(element: Interactive['element'], wanted: string): PlainOption {
  if (element.type !== 'static_select') throw new Error(`a ${element.type} has no options of its own`);
  const found = allOptions(element).find(({ text, value }) => text.text === wanted || value === wanted);
  if (found === undefined) throw new Error(`no option "${wanted}"`);
  return found;
}

function stateOf(
  element: InputElement | Interactive['element'],
  entered: Entered,
  files: readonly Json[],
): Json | null {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input': {
      const value = entered ?? element.initial_value ?? '';
      return { type: element.type, value: value === '' ? null : value };
    }
    case 'static_select': {
      const chosen = entered === undefined ? (element.initial_option ?? null) : optionOf(element, entered);
      return { type: element.type, selected_option: chosen };
    }
    case 'radio_buttons': {
      const chosen = element.options.find(({ text, value }) => text.text === entered || value === entered);
      return { type: element.type, selected_option: chosen ?? element.initial_option ?? null };
    }
    case 'file_input':
      return { type: element.type, files };
    case 'button':
    case 'overflow':
      return null;
    default:
      return { type: element.type };
  }
}

/** `state.values` of a message or view: by block, then by action. `entered`: what stands in a block, by its id. */
export function stateValues(
  interactives: readonly Interactive[],
  entered: Readonly<Record<string, string>>,
  files: FilesTold = {},
): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const { blockId, actionId, element } of interactives) {
    const state = stateOf(element, entered[blockId], files[blockId] ?? []);
    if (state !== null) values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}
