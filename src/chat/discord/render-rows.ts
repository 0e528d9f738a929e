import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { Block, Row } from '../port.js';
import { renderRow } from './render-block.js';
import { type IdMaker, renderButton } from './render-controls.js';

/** Discord takes no text without words. */
function textOf(row: Row): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: renderRow(row) || '…' };
}

function buttonsOf({ controls }: Row, idOf: IdMaker): readonly APIButtonComponent[] {
  return controls.flatMap((control) => {
    const id = idOf(control.action);
    return id === null ? [] : [renderButton(control, id)];
  });
}

function rowParts(row: Row, idOf: IdMaker): readonly APIComponentInContainer[] {
  const text = textOf(row);
  const [only, ...others] = buttonsOf(row, idOf);
  if (only === undefined) return [text];
  if (others.length === 0) return [{ type: ComponentType.Section, components: [text], accessory: only }];
  return [text, { type: ComponentType.ActionRow, components: [only, ...others] }];
}

/** Each row with its button beside it, or with several below it. */
export function renderRows(
  { rows }: Extract<Block, { kind: 'rows' }>,
  idOf: IdMaker,
): readonly APIComponentInContainer[] {
  return rows.flatMap((row) => rowParts(row, idOf));
}
