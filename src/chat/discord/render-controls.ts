import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ActionRef, Control } from '../port.js';
import { repeatedId, scopedId } from './custom-id.js';
import { cleanLine } from './escape.js';
import { LIMITS } from './limits.js';

type ControlOf<K extends Control['kind']> = Extract<Control, { kind: K }>;

/** Gives each control of a message a custom id that no other has; `null` where there is no room for one. */
export type IdMaker = (ref: ActionRef) => string | null;

export type ControlRow = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** Discord takes no control without words. */
function labelOf(text: string): string {
  return cleanLine(text) || '…';
}

export function renderButton({ label, style }: ControlOf<'button'>, id: string): APIButtonComponent {
  return { type: ComponentType.Button, style: STYLES[style ?? 'plain'], label: labelOf(label), custom_id: id };
}

function select({ label, options }: ControlOf<'select'>, id: string): APIStringSelectComponent {
  const chosen = options.findIndex(({ selected }) => selected);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: labelOf(label),
    options: options.map((option, index) => ({
      label: labelOf(option.label),
      value: option.value,
      ...(index === chosen ? { default: true } : {}),
    })),
  };
}

/** Gives each custom id of a message a second, third … form when it comes again. */
export function uniqueIds(scope: string | null): IdMaker {
  const counts = new Map<string, number>();
  return (ref) => {
    const id = scopedId(ref, scope);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : repeatedId(id, count);
  };
}

/**
 * The controls in rows, in their order: buttons that follow each other share rows of five, a select has its own. The
 * same action twice in a message keeps both controls.
 */
export function renderControls(controls: readonly Control[], idOf: IdMaker): readonly ControlRow[] {
  const rows: ControlRow[] = [];
  const addButton = (component: APIButtonComponent): void => {
    const last = rows.at(-1);
    const open = last?.components[0]?.type === ComponentType.Button && last.components.length < LIMITS.rowButtons;
    if (last && open) last.components.push(component);
    else rows.push({ type: ComponentType.ActionRow, components: [component] });
  };
  for (const control of controls) {
    if (control.kind === 'link') {
      const { label, url } = control;
      addButton({ type: ComponentType.Button, style: ButtonStyle.Link, label: labelOf(label), url });
      continue;
    }
    const id = idOf(control.action);
    if (id === null) continue;
    if (control.kind === 'button') addButton(renderButton(control, id));
    else rows.push({ type: ComponentType.ActionRow, components: [select(control, id)] });
  }
  return rows;
}
