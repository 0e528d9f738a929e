import type { ViewLimits } from '../fit.js';
import type { Block, View } from '../port.js';

/**
 * Slack's documented limits, in UTF-16 code units unless a line says otherwise (Slack does not say what it counts, and
 * this is the largest of the candidates). Sources: docs.slack.dev/reference/block-kit, /surfaces/modals,
 * /reference/app-manifest.
 */
export const LIMITS = {
  /** Blocks of a message. */
  messageBlocks: 50,
  /** Blocks of a modal or a home tab. */
  viewBlocks: 100,
  /** The text beside the blocks, for notifications. Slack takes 40,000; a notification shows one line. */
  fallback: 3_000,
  header: 150,
  /** The text of a section. Slack takes 3,000; mrkdwn is escaped. */
  sectionText: 2_000,
  /** One text object of a context block. */
  contextText: 2_000,
  /** Elements of a context block. */
  contextElements: 10,
  /** Elements of an actions block: Slack takes 25, five make one row on a narrow screen. */
  row: 5,
  buttonText: 75,
  url: 3_000,
  placeholder: 150,
  /** Options of a select. */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Deepest indentation of a list, in levels below the first. */
  indent: 8,
  /** Title, submit and close of a modal. */
  modalTitle: 24,
  /** Also an input's hint. */
  inputLabel: 2_000,
  /** A text field's value. */
  inputValue: 3_000,
  privateMetadata: 3_000,
} as const;

/** The manifest's limits, in characters unless a line says otherwise. */
export const MANIFEST_LIMITS = {
  name: 35,
  description: 140,
  longDescription: { min: 174, max: 4_000 },
  botName: 80,
  /** Slash commands of an app. */
  commands: 50,
  /** With the leading slash. */
  command: 32,
  commandDescription: 2_000,
  usageHint: 1_000,
  /** Shortcuts of an app. */
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
} as const;

/** A row is a section, and its buttons a block of their own where there are several. */
function blockParts(block: Block): number {
  if (block.kind === 'headline') return 2;
  if (block.kind !== 'rows') return 1;
  return block.rows.reduce((sum, { controls }) => sum + (controls.length > 1 ? 2 : 1), 0);
}

/** An upper bound of the blocks that a view of one message takes. */
function partsOf({ body, controls = [] }: View): number {
  const selects = controls.filter(({ kind }) => kind === 'select').length;
  const buttons = controls.length - selects;
  const rows = buttons === 0 ? 0 : Math.min(buttons, Math.ceil(buttons / LIMITS.row) + selects);
  // The title, the footer, and links that can be no button.
  return 3 + body.reduce((sum, block) => sum + blockParts(block), 0) + selects + rows;
}

/**
 * One message. Slack refuses blocks with more than about 12,000 characters of text, containers counted in a way that
 * it does not tell; rendering adds at most half to what is counted here (see `rich-table.ts` and `meters.ts`).
 */
export const MESSAGE_LIMITS: ViewLimits = {
  measure: (text) => text.length,
  title: LIMITS.header,
  block: 3_000,
  total: 6_000,
  /** Leaves room for the header, the footer, and 25 buttons and 5 selects in at most 15 rows. */
  blocks: LIMITS.messageBlocks - 20,
  fields: 40,
  fieldName: 300,
  fieldValue: 2_000,
  footer: 1_000,
  buttons: 25,
  buttonLabel: LIMITS.buttonText,
  url: LIMITS.url,
  selects: 5,
  options: LIMITS.options,
  optionLabel: LIMITS.optionText,
  rows: 15,
  /** Blocks. */
  parts: { of: partsOf, max: LIMITS.messageBlocks },
  /** A `response_url` may be used five times; one use is left for a failure. */
  pages: 4,
};

/** A modal or a home tab: one page, so it holds more and ends with what fits. */
export const VIEW_LIMITS: ViewLimits = {
  ...MESSAGE_LIMITS,
  total: 12_000,
  blocks: 60,
  parts: { of: partsOf, max: LIMITS.viewBlocks },
  pages: 1,
};

/**
 * Between two views of an answer that is being made, in milliseconds: Slack takes about 50 changes of messages a minute
 * in a workspace (Tier 3, docs.slack.dev/apis/web-api/rate-limits).
 */
export const PROGRESS_MS = 3_000;
