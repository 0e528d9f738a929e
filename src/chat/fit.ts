import { escapeMarkdown } from './escape-markdown.js';
import { blockFits, blockSize, controlFits, isSelect, rowsOf, splitBlock, sum, type ViewLimits } from './fit-blocks.js';
import { groups } from './fit-markdown.js';
import { type Measure, shorten } from './fit-text.js';
import { viewToPlainText } from './plain-text.js';
import type { Block, Control, View } from './port.js';

export { blockSize, type ViewLimits };

/** A view in messages that each fit. `rest` is what no page holds, as plain text: to be attached as a file. */
export type FittedView = { readonly pages: readonly [View, ...View[]]; readonly rest: string | null };

function pageSize(view: View, measure: Measure): number {
  return measure(view.title ?? '') + measure(view.footer ?? '') + sum(view.body.map((b) => blockSize(b, measure)));
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
    rowsOf(view.body) <= limits.rows &&
    limits.parts.of(view) <= limits.parts.max &&
    selects <= limits.selects &&
    controls.length - selects <= limits.buttons &&
    view.body.every((block) => blockFits(block, limits)) &&
    controls.every((control) => controlFits(control, limits))
  );
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
  return groups(
    blocks,
    (page) =>
      page.length <= limits.blocks &&
      rowsOf(page) <= limits.rows &&
      limits.parts.of({ title, body: page }) <= limits.parts.max &&
      size(page) + titleSize <= limits.total,
  );
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
