import type { ActionsBlock, Button, RichTextBlock, StaticSelect } from '@slack/types';
import type { Control } from '../port.js';
import { actionId, linkId } from './action-id.js';
import { LIMITS } from './limits.js';
import { plain } from './plain.js';
import { words } from './rich-inline.js';
import { section } from './rich-parts.js';

type Select = Extract<Control, { kind: 'select' }>;
type Press = Exclude<Control, Select>;

function renderButton(control: Press, n: number): Button {
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

function renderControl(control: Control, n: number): ActionsBlock | RichTextBlock | null {
  if (control.kind === 'select') {
    if (control.options.length === 0) return null;
    return { type: 'actions', elements: [renderSelect(control, n)] };
  }
  if (control.kind === 'button' || isOpenable(control.url)) {
    return { type: 'actions', elements: [renderButton(control, n)] };
  }
  return { type: 'rich_text', elements: [section(words(`${control.label}: ${control.url}`))] };
}

function isRow(block: ActionsBlock | RichTextBlock | undefined): block is ActionsBlock {
  return block?.type === 'actions' && block.elements.every(({ type }) => type === 'button');
}

/**
 * Controls in their order: buttons in rows of five, each select on its own. Action ids count on from `from`.
 * Throws a `RangeError` for a select whose values Slack would refuse, a mistake in our own code.
 */
export function renderControls(controls: readonly Control[], from: number): (ActionsBlock | RichTextBlock)[] {
  const blocks: (ActionsBlock | RichTextBlock)[] = [];
  controls.forEach((control, index) => {
    const block = renderControl(control, from + index);
    const last = blocks.at(-1);
    if (block === null) return;
    if (isRow(block) && isRow(last) && last.elements.length < LIMITS.row) last.elements.push(...block.elements);
    else blocks.push(block);
  });
  return blocks;
}
