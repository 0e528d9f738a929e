import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { fitView } from '../fit.js';
import { splitText } from '../fit-text.js';
import { markdownToPlainText } from '../plain-text.js';
import type { Tone, View } from '../port.js';
import { escapeText } from './escape.js';
import { MESSAGE_LIMITS } from './limits.js';
import { renderBlock, renderFooter, renderTitle } from './render-block.js';
import { renderControls, uniqueIds } from './render-controls.js';
import { renderRows } from './render-rows.js';
import { showableView } from './showable-view.js';

/** `text` is what it says, or what is said in its place where `bytes` hold something else. */
export type AttachedFile = { readonly name: string; readonly text: string; readonly bytes?: Uint8Array };

/** A message as Discord's API takes it, but for `files`, which go beside the body. */
export type RenderedMessage = {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly AttachedFile[];
  readonly allowed_mentions: { readonly parse: [] };
};

export type RenderOptions = {
  /** The guild's id in a direct message, where the platform does not tell it; otherwise `null`. */
  readonly scope: string | null;
  /** Name of the file with what no message holds. */
  readonly restName?: string;
};

/** Quiet enough to be beside every message. */
const ACCENTS: Readonly<Record<Tone, number>> = {
  neutral: 0x6d83a8,
  success: 0x5b9a74,
  warning: 0xc9a14a,
  danger: 0xb8605c,
};

/** The name of a file that Discord keeps as it is, so that `attachment://` finds it. */
function fileName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\w.-]+/g, '-')
      .replace(/^[.-]+/, '') || 'rest.txt'
  );
}

function texts(contents: readonly string[]): readonly APIComponentInContainer[] {
  return contents
    .filter((content) => content.trim() !== '')
    .map((content) => ({ type: ComponentType.TextDisplay, content }));
}

const DIVIDER = { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small } as const;

/** What one message shows, from top to bottom. */
function partsOf(page: View, scope: string | null, files: readonly AttachedFile[]): readonly APIComponentInContainer[] {
  const idOf = uniqueIds(scope);
  const above = [
    ...texts([renderTitle(page.title ?? '')]),
    ...page.body.flatMap((block) => (block.kind === 'rows' ? renderRows(block, idOf) : texts([renderBlock(block)]))),
  ];
  const footer = texts([renderFooter(page.footer ?? '')]);
  return [
    ...above,
    ...files.map(({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const),
    ...(above.length > 0 && footer.length > 0 ? [DIVIDER] : []),
    ...footer,
    ...renderControls(page.controls ?? [], idOf),
  ];
}

/** A view that shows nothing still has to be a message. */
const NOTHING: APIComponentInContainer = { type: ComponentType.TextDisplay, content: '…' };

/** The message after which the file goes on: `fitView` takes the rest from before the last ones, which have controls. */
function placeOfFile(pages: readonly View[]): number {
  return Math.max(
    0,
    pages.findLastIndex(({ body, controls }) => body.length > 0 && controls === undefined),
  );
}

function viewFile({ file }: View): readonly AttachedFile[] {
  return file === undefined
    ? []
    : [{ name: fileName(file.name), text: markdownToPlainText(file.orElse), bytes: file.bytes }];
}

/**
 * A view as the messages that it takes, each within Discord's limits, nobody pinged. Its own file is at the first; what
 * no message holds is a text file at the one after which it goes on. Throws a `RangeError` for an action that cannot be encoded.
 */
export function renderView(view: View, options: RenderOptions): readonly RenderedMessage[] {
  const { pages, rest } = fitView(showableView(view), MESSAGE_LIMITS);
  const file = { name: fileName(options.restName ?? ''), text: rest ?? '' };
  const place = rest === null ? null : placeOfFile(pages);
  const messages = pages.map((page, index) => {
    const files = [...(index === 0 ? viewFile(view) : []), ...(index === place ? [file] : [])];
    return { page, files, parts: partsOf(page, options.scope, files) };
  });
  const shown = messages.filter(({ parts }) => parts.length > 0);
  return (shown.length > 0 ? shown : messages.slice(0, 1)).map(({ page, parts, files }) =>
    messageOf(page, parts, files),
  );
}

function messageOf(
  { tone = 'neutral' }: Pick<View, 'tone'>,
  parts: readonly APIComponentInContainer[],
  files: RenderedMessage['files'],
): RenderedMessage {
  const components = parts.length > 0 ? [...parts] : [NOTHING];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: ACCENTS[tone], components }],
    files,
    allowed_mentions: { parse: [] },
  };
}

/** The same message for a place that takes no file. */
export function withoutFiles(message: RenderedMessage): RenderedMessage {
  const components = message.components.map((component) => {
    if (component.type !== ComponentType.Container) return component;
    const kept = component.components.filter(({ type }) => type !== ComponentType.File);
    return { ...component, components: kept.length > 0 ? kept : [NOTHING] };
  });
  return { ...message, components, files: [] };
}

/** Plain text on as many messages as it takes. */
export function renderText(text: string): readonly RenderedMessage[] {
  const room = MESSAGE_LIMITS.block;
  const size = (piece: string) => escapeText(piece).length;
  return splitText(text, room, size).map((piece) =>
    messageOf({}, [{ type: ComponentType.TextDisplay, content: escapeText(piece) }], []),
  );
}
