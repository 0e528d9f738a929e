import { escapeMarkdown } from './escape-markdown.js';
import { FENCE, groups, splitCode, splitMarkdown } from './fit-markdown.js';
import { type Measure, shorten } from './fit-text.js';
import type { Block, Button, Control, View } from './port.js';

/** What one message of a platform holds. Sizes are in what `measure` counts, the others are numbers of things. */
export type ViewLimits = {
  readonly measure: Measure;
  readonly title: number;
  /** One block, as `blockSize` counts it. At least 40. */
  readonly block: number;
  /** All blocks, the title and the footer of one message together. At least `block`, `title` and `footer` together. */
  readonly total: number;
  readonly blocks: number;
  /** Fields in one block. */
  readonly fields: number;
  readonly fieldName: number;
  readonly fieldValue: number;
  readonly footer: number;
  /** Buttons and links together. */
  readonly buttons: number;
  readonly buttonLabel: number;
  readonly url: number;
  readonly selects: number;
  readonly options: number;
  /** A select's label and each option's. */
  readonly optionLabel: number;
  /** Things with buttons of their own. */
  readonly rows: number;
  /** What the platform counts beside all this, of a view that is one message, and how much of it is allowed. */
  readonly parts: { readonly of: (view: View) => number; readonly max: number };
  /** Messages that one view may become; what is beyond them is `rest`. */
  readonly pages: number;
};

/** Room for a list's mark, a fence's lines, a bar: what a renderer adds around the words. */
const MARK = 6;
const BAR = 24;

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function blockSize(block: Block, measure: Measure): number {
  switch (block.kind) {
    case 'text':
      return measure(block.markdown);
    case 'code':
      return measure(block.code) + FENCE;
    case 'list':
      return sum(block.items.map((item) => measure(item) + MARK));
    case 'fields':
      return sum(block.fields.map(({ name, value }) => measure(name) + measure(value) + MARK));
    case 'meters':
      return sum(block.meters.map(({ label, text }) => measure(label) + measure(text) + BAR));
    case 'headline':
      return measure(block.markdown) + MARK;
    case 'caption':
      return measure(block.text) + BAR;
    case 'rows':
      return sum(block.rows.map(({ markdown, bar }) => measure(markdown) + MARK + (bar === undefined ? 0 : BAR)));
  }
}

export function rowsOf(body: readonly Block[]): number {
  return sum(body.map((block) => (block.kind === 'rows' ? block.rows.length : 0)));
}

export function isSelect(control: Control): control is Extract<Control, { kind: 'select' }> {
  return control.kind === 'select';
}

export function controlFits(control: Control, limits: ViewLimits): boolean {
  const { measure } = limits;
  if (!isSelect(control)) {
    if (control.kind === 'link' && measure(control.url) > limits.url) return false;
    return measure(control.label) <= limits.buttonLabel;
  }
  const labels = [control.label, ...control.options.map(({ label }) => label)];
  return control.options.length <= limits.options && labels.every((label) => measure(label) <= limits.optionLabel);
}

function rowsFit({ rows }: Extract<Block, { kind: 'rows' }>, limits: ViewLimits): boolean {
  return rows.length <= limits.rows && rows.every(({ controls }) => controls.every((one) => controlFits(one, limits)));
}

export function blockFits(block: Block, limits: ViewLimits): boolean {
  if (blockSize(block, limits.measure) > limits.block) return false;
  if (limits.parts.of({ body: [block] }) > limits.parts.max) return false;
  if (block.kind === 'rows') return rowsFit(block, limits);
  if (block.kind !== 'fields') return true;
  return (
    block.fields.length <= limits.fields &&
    block.fields.every(
      ({ name, value }) => limits.measure(name) <= limits.fieldName && limits.measure(value) <= limits.fieldValue,
    )
  );
}

function splitList(block: Extract<Block, { kind: 'list' }>, limits: ViewLimits): readonly Block[] {
  const items = block.items.map((item, index) => ({ item, number: index + 1 }));
  const small = (part: readonly { item: string }[]) =>
    blockFits({ ...block, items: part.map(({ item }) => item) }, limits);
  return groups(items, small).flatMap((part): readonly Block[] => {
    const first = part[0];
    if (!small(part)) return splitMarkdown(part.map(({ item }) => item).join('\n\n'), limits);
    if (!block.ordered || first?.number === 1) return [{ ...block, items: part.map(({ item }) => item) }];
    const numbered = part.map(({ item, number }) => `${number}. ${item.replaceAll('\n', '\n   ')}`).join('\n');
    return splitMarkdown(numbered, limits);
  });
}

function splitFields(block: Extract<Block, { kind: 'fields' }>, limits: ViewLimits): readonly Block[] {
  const small = (fields: typeof block.fields) => blockFits({ kind: 'fields', fields }, limits);
  return groups(block.fields, small).flatMap((fields): readonly Block[] => {
    if (small(fields)) return [{ kind: 'fields', fields }];
    return fields.flatMap(({ name, value }) => splitMarkdown(`${name}:\n\n${value}`, limits));
  });
}

function splitMeters(block: Extract<Block, { kind: 'meters' }>, limits: ViewLimits): readonly Block[] {
  const small = (meters: typeof block.meters) => blockFits({ kind: 'meters', meters }, limits);
  return groups(block.meters, small).flatMap((meters): readonly Block[] => {
    if (small(meters)) return [{ kind: 'meters', meters }];
    return meters.flatMap(({ label, text }) => splitMarkdown(escapeMarkdown(`${label}: ${text}`), limits));
  });
}

/** A row whose words are too long becomes text, with its buttons below. */
function splitRows(block: Extract<Block, { kind: 'rows' }>, limits: ViewLimits): readonly Block[] {
  const small = (rows: typeof block.rows) => blockFits({ kind: 'rows', rows }, limits);
  const rows = block.rows.map((row) => ({ ...row, controls: row.controls.map((one) => shortButton(one, limits)) }));
  return groups(rows, small).flatMap((part): readonly Block[] => {
    if (small(part)) return [{ kind: 'rows', rows: part }];
    return part.flatMap(({ markdown, controls }): readonly Block[] => [
      ...splitMarkdown(markdown, limits),
      { kind: 'rows', rows: [{ markdown: '…', controls }] },
    ]);
  });
}

function shortButton(button: Button, { buttonLabel, measure }: ViewLimits): Button {
  return { ...button, label: shorten(button.label, buttonLabel, measure) };
}

/** The block in pieces that each fit. */
export function splitBlock(block: Block, limits: ViewLimits): readonly Block[] {
  if (blockFits(block, limits)) return [block];
  switch (block.kind) {
    case 'text':
      return splitMarkdown(block.markdown, limits);
    case 'code':
      return splitCode(block, limits);
    case 'list':
      return splitList(block, limits);
    case 'fields':
      return splitFields(block, limits);
    case 'meters':
      return splitMeters(block, limits);
    case 'headline':
      return splitMarkdown(block.markdown, limits);
    case 'caption':
      return splitMarkdown(escapeMarkdown(block.text), limits);
    case 'rows':
      return splitRows(block, limits);
  }
}
