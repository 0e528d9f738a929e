import type { Component } from './body.js';

/** Where a component stands in its message or form. */
export type Placed = { readonly component: Component; readonly path: readonly (string | number)[] };

/** Every component with those inside it, in the order in which they are shown. */
export function placed(components: readonly Component[], before: Placed['path'] = []): readonly Placed[] {
  return components.flatMap((component, n) => placedFrom(component, [...before, n]));
}

function placedFrom(component: Component, path: Placed['path']): readonly Placed[] {
  const { components, accessory, component: labelled } = component;
  return [
    { component, path },
    ...placed(components ?? [], [...path, 'components']),
    ...(accessory ? placedFrom(accessory, [...path, 'accessory']) : []),
    ...(labelled ? placedFrom(labelled, [...path, 'component']) : []),
  ];
}

export function flatten(components: readonly Component[]): readonly Component[] {
  return placed(components).map(({ component }) => component);
}

/** Numbers of https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  lastSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

/** A menu of any sort: of strings, users, roles, mentionables or channels. */
export function isSelect({ type }: Component): boolean {
  return type === TYPE.stringSelect || (type > TYPE.textInput && type <= TYPE.lastSelect);
}

export const BUTTON_STYLE = { link: 5, premium: 6 } as const;
