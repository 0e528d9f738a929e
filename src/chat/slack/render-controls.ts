import type { ActionsBlock, Button, RichTextBlock, StaticSelect } from '@slack/types';
import type { Control } from '../port.js';
import { actionId, linkId } from './action-id.js';
import { LIMITS } from './limits.js';
import { plain } from './plain.js';
import { words } from './rich-inline.js';
import { section } from './rich-parts.js';

type Select = Extract<Control, { kind: 'select' }>;
type Press = Exclude<Control, Select>;

export function renderButton(control: Press, n: number): Button {
  const text = plain(control.label, LIMITS.buttonText);
  if (control.kind === 'link') return { type: 'button', text, url: control.url, action_id: linkId(n) };
  const { style } = control;
  const look = style === undefined || style === 'plain' ? {} : { style };
  return { type: 'button', text, action_id: actionId(n, control.action), ...look };
}

function renderOption({ label, value }: Select['options'][number]) {
  if (value === '' || value.length > LIMITS.optionValue) {
    throw new RangeError(`an option's value has 1 to ${LIMITS.optionValue} characters: ${value}`);
  }
  return { text: plain(label, LIMITS.optionText), value };
}

function renderSelect(control: Select, n: number): StaticSelect {
  const options = control.options.map(renderOption);
  const selected = options[control.options.findIndex((option) => option.selected)];
  return {
    type: 'static_select',
    action_id: actionId(n, control.action),
    placeholder: plain(control.label, LIMITS.placeholder),
    options,
    ...(selected === undefined ? {} : { initial_option: selected }),
  };
}

/** Slack refuses a whole message for one button with another address than these. */
function isOpenable(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function renderElement(control: Control, n: number): Button | StaticSelect | null {
  if (control.kind === 'select') return control.options.length === 0 ? null : renderSelect(control, n);
  if (control.kind === 'link' && !isOpenable(control.url)) return null;
  return renderButton(control, n);
}

function inRows(elements: readonly (Button | StaticSelect)[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (const element of elements) {
    const last = rows.at(-1)?.elements ?? [];
    const joins = element.type === 'button' && last[0]?.type === 'button' && last.length < LIMITS.row;
    if (joins) last.push(element);
    else rows.push({ type: 'actions', elements: [element] });
  }
  return rows;
}

/** Addresses that no button can have, to be read. */
function deadLinks(controls: readonly Control[]): RichTextBlock[] {
  const lines = controls.flatMap((control) =>
    control.kind === 'link' && !isOpenable(control.url) ? [`${control.label}: ${control.url}`] : [],
  );
  return lines.length === 0 ? [] : [{ type: 'rich_text', elements: [section(words(lines.join('\n')))] }];
}

/**
 * Controls in their order: buttons in rows of five, each select on its own. Action ids count on from `from`.
 * Throws a `RangeError` for a select whose values Slack would refuse, a mistake in our own code.
 */
export function renderControls(controls: readonly Control[], from: number): (ActionsBlock | RichTextBlock)[] {
  const elements = controls.flatMap((control, index) => renderElement(control, from + index) ?? []);
  return [...deadLinks(controls), ...inRows(elements)];
}
