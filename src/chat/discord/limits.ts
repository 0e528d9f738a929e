import type { ViewLimits } from '../fit.js';
import type { Block, Control, View } from '../port.js';
import { textSize } from './text-size.js';

/**
 * What Discord takes (https://docs.discord.com/developers/components/reference, …/interactions/application-commands).
 * Characters are code points there; we count UTF-16 units, of which there are never fewer.
 */
export const LIMITS = {
  /** Characters of all text displays of a message together. */
  messageText: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  /** Buttons in an action row; a select has a row of its own. */
  rowButtons: 5,
  /** Characters of a button's label. */
  buttonLabel: 80,
  /** Options of a select. */
  options: 25,
  /** Characters of an option's label. */
  optionLabel: 100,
  /** Characters of an option's value. */
  optionValue: 100,
  /** Characters of a button's address. */
  url: 512,
  /** Characters of a custom id; each id occurs once in a message. */
  customId: 100,
  /** Characters of a form's title. */
  formTitle: 45,
  /** Fields of a form. */
  formFields: 5,
  /** Characters of a field's label. */
  fieldLabel: 45,
  /** Characters of the line below a field's label. */
  fieldDescription: 100,
  /** Characters shown in an empty field. */
  placeholder: 100,
  /** Characters that a field holds. */
  fieldValue: 4_000,
  /** Characters of a command's and of an option's description. */
  description: 100,
  /** Characters of a command's name in the menu of a message. */
  menuName: 32,
  /** Fixed values of a command's option, and suggestions while somebody types. */
  choices: 25,
  /** Characters of a choice's label, and of its value. */
  choice: 100,
} as const;

/** Characters for the marks of title (`### `) and footer (`-# `), which nothing else counts. */
const MARKS = 16;
const TITLE = 240;
const FOOTER = 544;

/** The container, title, divider, footer and file, which every message may have. */
const FRAME = 5;

function rowParts(controls: number): number {
  return controls === 0 ? 1 : controls === 1 ? 3 : 2 + controls;
}

function blockParts(block: Block): number {
  if (block.kind !== 'rows') return 1;
  return block.rows.reduce((sum, { controls }) => sum + rowParts(controls.length), 0);
}

/** Rows of buttons at most: each select ends one and has its own. */
function controlParts(controls: readonly Control[]): number {
  const selects = controls.filter(({ kind }) => kind === 'select').length;
  const buttons = controls.length - selects;
  const rows = buttons === 0 ? 0 : Math.min(buttons, Math.ceil(buttons / LIMITS.rowButtons) + selects);
  return controls.length + selects + rows;
}

/** An upper bound of the components that a view of one message takes, nested ones included. */
function partsOf({ body, controls = [] }: View): number {
  return FRAME + body.reduce((sum, block) => sum + blockParts(block), 0) + controlParts(controls);
}

/**
 * One message of a view. Without rows, `blocks` and the controls are always within the components: 10 blocks, and at
 * most 24 for 10 buttons, 4 selects with a row each, and 6 rows of buttons around them. 39 of 40.
 */
export const MESSAGE_LIMITS: ViewLimits = {
  measure: textSize,
  /** Characters. */
  title: TITLE,
  /** Characters. */
  block: LIMITS.messageText - MARKS - TITLE - FOOTER,
  /** Characters. */
  total: LIMITS.messageText - MARKS,
  /** Text displays. */
  blocks: 10,
  /** Lines in one block; only its size bounds them. */
  fields: Number.POSITIVE_INFINITY,
  /** Characters; only the block's size bounds it. */
  fieldName: LIMITS.messageText,
  /** Characters; only the block's size bounds it. */
  fieldValue: LIMITS.messageText,
  /** Characters. */
  footer: FOOTER,
  /** Buttons and links of a message. */
  buttons: 10,
  /** Characters. */
  buttonLabel: LIMITS.buttonLabel,
  /** Characters. */
  url: LIMITS.url,
  /** Selects of a message. */
  selects: 4,
  /** Options of a select. */
  options: LIMITS.options,
  /** Characters. */
  optionLabel: LIMITS.optionLabel,
  /** Things with buttons of their own; what they need is in `parts`. */
  rows: 10,
  /** Components. */
  parts: { of: partsOf, max: LIMITS.components },
  /** Messages; what is beyond them is in a file. */
  pages: 3,
};

/** When it is shown that an answer to a message is being made, and how often anew: each time is good for ten seconds. */
export const TYPING = { afterMs: 1_000, everyMs: 8_000 } as const;

/** Between two views of an answer that is being made, in milliseconds: a webhook takes five requests in five seconds. */
export const PROGRESS_MS = 1_500;
