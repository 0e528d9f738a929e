import type { Component } from './body.js';
import { isSelect, TYPE } from './component-tree.js';
import { cleanFileName, referencedName } from './file-names.js';
import type { StoredFile } from './store.js';

/** The same without what is not there: the platform leaves such fields out. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** The file that a component shows, if it is one of the message. */
export function fileOf(url: string, files: readonly StoredFile[]): StoredFile | undefined {
  const name = referencedName(url);
  return name === null ? undefined : files.find(({ filename }) => cleanFileName(filename) === name);
}

function mediaPayload(url: string, files: readonly StoredFile[]) {
  const file = fileOf(url, files);
  if (file === undefined) return { id: '0', url, proxy_url: url, width: 0, height: 0 };
  return { id: file.id, url: file.url, proxy_url: file.url, content_type: file.contentType, attachment_id: file.id };
}

function filePayload({ file, spoiler }: Component, files: readonly StoredFile[]) {
  const stored = fileOf(file?.url ?? '', files);
  return {
    file: mediaPayload(file?.url ?? '', files),
    name: stored?.filename ?? null,
    size: stored?.bytes.length ?? null,
    spoiler: spoiler ?? false,
  };
}

function controlPayload(component: Component): Record<string, unknown> {
  const { custom_id, style, label, disabled, url, sku_id, emoji, placeholder, options } = component;
  const range = isSelect(component)
    ? { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }
    : {};
  return present({
    custom_id,
    style,
    label,
    disabled,
    url,
    sku_id,
    placeholder,
    ...range,
    emoji: emoji ? present(emoji) : null,
    options: options?.map((option) => present({ ...option, emoji: option.emoji ? present(option.emoji) : null })),
  });
}

function ownFields(component: Component, files: readonly StoredFile[]): Record<string, unknown> {
  switch (component.type) {
    case TYPE.text:
      return { content: component.content };
    case TYPE.separator:
      return { divider: component.divider ?? true, spacing: component.spacing ?? 1 };
    case TYPE.container:
      return { accent_color: component.accent_color ?? null, spoiler: component.spoiler ?? false };
    case TYPE.file:
      return filePayload(component, files);
    case TYPE.thumbnail:
      return {
        media: mediaPayload(component.media?.url ?? '', files),
        description: component.description ?? null,
        spoiler: component.spoiler ?? false,
      };
    case TYPE.gallery:
      return {
        items: (component.items ?? []).map(({ media, description, spoiler }) => ({
          media: mediaPayload(media.url, files),
          description: description ?? null,
          spoiler: spoiler ?? false,
        })),
      };
    default:
      return controlPayload(component);
  }
}

/** A component as the platform writes it. */
export function componentPayload(component: Component, files: readonly StoredFile[]): Record<string, unknown> {
  const { type, id, components, accessory } = component;
  return {
    type,
    id: id ?? 0,
    ...ownFields(component, files),
    ...(components ? { components: components.map((inner) => componentPayload(inner, files)) } : {}),
    ...(accessory ? { accessory: componentPayload(accessory, files) } : {}),
  };
}

/** The same components, each with an id: those that have none get the next free number. */
export function withIds(components: readonly Component[], taken: ReadonlySet<number>): readonly Component[] {
  let last = 0;
  function nextFree(): number {
    do last += 1;
    while (taken.has(last));
    return last;
  }
  function numbered(component: Component): Component {
    const id = component.id || nextFree();
    return {
      ...component,
      id,
      ...(component.components ? { components: component.components.map(numbered) } : {}),
      ...(component.accessory ? { accessory: numbered(component.accessory) } : {}),
    };
  }
  return components.map(numbered);
}
