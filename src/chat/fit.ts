import { escapeMarkdown } from './escape-markdown.js';
import { FENCE, groups, splitCode, splitMarkdown } from './fit-markdown.js';
import { type Measure, shorten } from './fit-text.js';
import { viewToPlainText } from './plain-text.js';
import type { Block, Control, View } from './port.js';

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
  /** Messages that one view may become; what is beyond them is `rest`. */
  readonly pages: number;
};

/** A view in messages that each fit. `rest` is what no page holds, as plain text: to be attached as a file. */
export type FittedView = { readonly pages: readonly [View, ...View[]]; readonly rest: string | null };

/** Room for a list's mark, a fence's lines, a bar: what a renderer adds around the words. */
const MARK = 6;
const BAR = 24;

function sum(numbers: readonly number[]): number {
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
  }
}

function pageSize(view: View, measure: Measure): number {
  return measure(view.title ?? '') + measure(view.footer ?? '') + sum(view.body.map((b) => blockSize(b, measure)));
}

function isSelect(control: Control): control is Extract<Control, { kind: 'select' }> {
  return control.kind === 'select';
}

function controlFits(control: Control, limits: ViewLimits): boolean {
  const { measure } = limits;
  if (!isSelect(control)) {
    if (control.kind === 'link' && measure(control.url) > limits.url) return false;
    return measure(control.label) <= limits.buttonLabel;
  }
  const labels = [control.label, ...control.options.map(({ label }) => label)];
  return control.options.length <= limits.options && labels.every((label) => measure(label) <= limits.optionLabel);
}

function blockFits(block: Block, limits: ViewLimits): boolean {
  if (blockSize(block, limits.measure) > limits.block) return false;
  if (block.kind !== 'fields') return true;
  return (
    block.fields.length <= limits.fields &&
    block.fields.every(
      ({ name, value }) => limits.measure(name) <= limits.fieldName && limits.measure(value) <= limits.fieldValue,
    )
  );
}

/** Whether a platform takes the view as one message. */
export function fits(view: View, limits: ViewLimits): boolean {
  const controls = view.controls ?? [];
  const selects = controls.filter(isSelect).length;
  return (
    limits.measure(view.title ?? '') <= limits.title &&
    limits.measure(view.footer ?? '') <= limits.footer &&
    pageSize(view, limits.measure) <= limits.total &&
    view.body.length <= limits.blocks &&
    selects <= limits.selects &&
    controls.length - selects <= limits.buttons &&
    view.body.every((block) => blockFits(block, limits)) &&
    controls.every((control) => controlFits(control, limits))
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

function splitBlock(block: Block, limits: ViewLimits): readonly Block[] {
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
  }
}

/** A select with too many options becomes several that follow each other. */
function splitOptions(control: Control, limits: ViewLimits): readonly Control[] {
  if (!isSelect(control) || control.options.length <= limits.options) return [control];
  let count = 0;
  return groups(control.options, (part) => part.length <= limits.options).map((options) => {
    const from = count + 1;
    count += options.length;
    return { ...control, label: `${control.label} (${from}–${count})`, options };
  });
}

/** The control with labels that fit, and in `full` the words that were shortened. */
function fitControl(control: Control, limits: ViewLimits): { control: Control | null; full: readonly string[] } {
  const { measure } = limits;
  if (control.kind === 'link' && measure(control.url) > limits.url) {
    return { control: null, full: [`${control.label}: ${control.url}`] };
  }
  const max = isSelect(control) ? limits.optionLabel : limits.buttonLabel;
  const label = shorten(control.label, max, measure);
  const full = label === control.label ? [] : [control.label];
  if (!isSelect(control)) return { control: { ...control, label }, full };
  const long = control.options.filter((option) => measure(option.label) > max).map((option) => option.label);
  const options = control.options.map((option) => ({ ...option, label: shorten(option.label, max, measure) }));
  return { control: { ...control, label, options }, full: [...full, ...long] };
}

function packBody(blocks: readonly Block[], title: string, limits: ViewLimits): readonly Block[][] {
  const titleSize = limits.measure(title);
  const size = (page: readonly Block[]) => sum(page.map((block) => blockSize(block, limits.measure)));
  return groups(blocks, (page) => page.length <= limits.blocks && size(page) + titleSize <= limits.total);
}

function packControls(controls: readonly Control[], limits: ViewLimits): readonly Control[][] {
  return groups(controls, (page) => {
    const selects = page.filter(isSelect).length;
    return selects <= limits.selects && page.length - selects <= limits.buttons;
  });
}

/** Body, title, footer and controls laid out on as many messages as they need: controls and footer come last. */
function layOut(view: View, limits: ViewLimits): readonly View[] {
  const { body, title, footer, controls = [], ...look } = view;
  const pages: View[] = packBody(body, title ?? '', limits).map((blocks) => ({ ...look, body: blocks }));
  if (pages.length === 0) pages.push({ ...look, body: [] });
  if (title !== undefined) pages[0] = { ...pages[0], title, body: pages[0]?.body ?? [] };

  const [first, ...others] = packControls(controls, limits);
  const last = pages.at(-1) ?? { ...look, body: [] };
  const end: View = { ...last, ...(footer === undefined ? {} : { footer }), ...(first ? { controls: first } : {}) };
  if (fits(end, limits)) pages[pages.length - 1] = end;
  else pages.push({ ...end, body: [], title: '…' });
  for (const more of others) pages.push({ ...look, title: '…', body: [], controls: more });
  return pages;
}

/**
 * The view in messages that each fit into the limits. What is too long for one is cut at a good border and goes on in
 * the next; what is shortened in a label stands in full in the body; what is beyond the last page is in `rest`. A
 * view that fits comes back as it is.
 */
export function fitView(view: View, limits: ViewLimits): FittedView {
  if (fits(view, limits)) return { pages: [view], rest: null };
  const { measure } = limits;
  const title = view.title === undefined ? undefined : shorten(view.title, limits.title, measure);
  const fitted = (view.controls ?? [])
    .flatMap((control) => splitOptions(control, limits))
    .map((control) => fitControl(control, limits));
  const longFooter = view.footer !== undefined && measure(view.footer) > limits.footer;
  const full = fitted.flatMap((each) => each.full);
  const body: readonly Block[] = [
    ...(title === view.title ? [] : [{ kind: 'text', markdown: escapeMarkdown(view.title ?? '') } as const]),
    ...view.body,
    ...(full.length > 0 ? [{ kind: 'list', items: full.map(escapeMarkdown) } as const] : []),
    ...(longFooter ? [{ kind: 'text', markdown: view.footer ?? '' } as const] : []),
  ];
  const all = layOut(
    {
      ...(view.tone === undefined ? {} : { tone: view.tone }),
      ...(title === undefined ? {} : { title }),
      body: body.flatMap((block) => splitBlock(block, limits)),
      controls: fitted.flatMap((each) => (each.control ? [each.control] : [])),
      ...(view.footer === undefined || longFooter ? {} : { footer: view.footer }),
    },
    limits,
  );
  return withinPages(all, limits);
}

/** Keeps the last page, which has the buttons, and turns what is between into `rest`. */
function withinPages(all: readonly View[], limits: ViewLimits): FittedView {
  const [first = { body: [] }, ...more] = all;
  if (all.length <= limits.pages) return { pages: [first, ...more], rest: null };
  const controlled = more.filter((page) => page.controls !== undefined);
  const plain = more.filter((page) => page.controls === undefined);
  const room = Math.max(0, limits.pages - 1 - controlled.length);
  const rest = plain.slice(room).map(viewToPlainText).join('\n\n');
  return { pages: [first, ...plain.slice(0, room), ...controlled], rest: rest === '' ? null : rest };
}
