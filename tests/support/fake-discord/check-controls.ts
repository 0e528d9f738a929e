import type { Problem } from './api-error.js';
import type { Component } from './body.js';
import { BUTTON_STYLE, isSelect, type Placed, TYPE } from './component-tree.js';

/** What is said against one component, as [field, code, words]. */
export type Complaint = readonly [field: string | null, code: string, message: string];

export function at({ path }: Placed, complaints: readonly Complaint[]): readonly Problem[] {
  return complaints.map(([field, code, message]) => ({
    path: field === null ? path : [...path, field],
    code,
    message,
  }));
}

const isEmpty = (value: string | null | undefined): boolean => value === null || value === undefined || value === '';
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

function emojiComplaints({ emoji }: Component): readonly Complaint[] {
  if (!emoji || !isEmpty(emoji.id) || PICTURE.test(emoji.name ?? '')) return [];
  return [['emoji', 'COMPONENT_INVALID_EMOJI', 'Invalid emoji']];
}

function linkComplaints(button: Component): readonly Complaint[] {
  return [
    ...(isEmpty(button.url) ? [['url', 'COMPONENT_BUTTON_URL_REQUIRED', 'A link button needs a url'] as const] : []),
    ...(isEmpty(button.custom_id)
      ? []
      : [['custom_id', 'COMPONENT_CUSTOM_ID_AND_URL', 'A link button cannot have a custom id'] as const]),
  ];
}

function actingComplaints(button: Component): readonly Complaint[] {
  return [
    ...(isEmpty(button.custom_id) ? [['custom_id', 'BASE_TYPE_REQUIRED', 'A custom id required'] as const] : []),
    ...(isEmpty(button.url)
      ? []
      : [['url', 'COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified'] as const]),
  ];
}

function buttonComplaints(button: Component): readonly Complaint[] {
  if (button.style === BUTTON_STYLE.premium)
    return isEmpty(button.sku_id) ? [['sku_id', 'BASE_TYPE_REQUIRED', 'A SKU id required']] : [];
  const nameless = isEmpty(button.label) && !button.emoji;
  return [
    ...(nameless ? [['label', 'BUTTON_COMPONENT_INVALID_LABEL', 'A button needs a label or an emoji'] as const] : []),
    ...(button.style === BUTTON_STYLE.link ? linkComplaints(button) : actingComplaints(button)),
    ...emojiComplaints(button),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, n) => values.indexOf(value) !== n);
}

function selectComplaints(select: Component): readonly Complaint[] {
  const options = select.options ?? [];
  const [min, max] = [select.min_values ?? 1, select.max_values ?? 1];
  const chosen = options.filter((option) => option.default).length;
  return [
    ...repeated(options.map(({ value }) => value)).map(
      (value) => ['options', 'COMPONENT_SELECT_OPTION_VALUE_DUPLICATED', `"${value}" is there twice`] as const,
    ),
    ...(min > max ? [['min_values', 'BASE_TYPE_MAX', 'Cannot be more than max_values'] as const] : []),
    ...(chosen > max
      ? [['options', 'COMPONENT_SELECT_TOO_MANY_DEFAULTS', 'More are chosen than can be'] as const]
      : []),
  ];
}

function rowComplaints({ components }: Component): readonly Complaint[] {
  const inside = components ?? [];
  const selects = inside.filter(isSelect);
  if (selects.length === 0 || inside.length === 1) return [];
  return [['components', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select fills its row']];
}

/** What is wrong with a button, a menu or a row by itself, beyond what the official schemas say. */
export function controlProblems(place: Placed): readonly Problem[] {
  const { component } = place;
  if (component.type === TYPE.button) return at(place, buttonComplaints(component));
  if (component.type === TYPE.row) return at(place, rowComplaints(component));
  if (component.type === TYPE.stringSelect) {
    const emojis = (component.options ?? []).flatMap((option) =>
      emojiComplaints({ ...component, emoji: option.emoji }),
    );
    return at(place, [...selectComplaints(component), ...emojis]);
  }
  return [];
}

/** Problems of ids that are there twice. */
export function duplicateProblems(places: readonly Placed[]): readonly Problem[] {
  const seen = new Set<string | number>();
  return places.flatMap((place) => {
    const { custom_id, id } = place.component;
    const complaints: Complaint[] = [];
    if (custom_id && seen.has(custom_id)) {
      complaints.push(['custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated']);
    }
    if (id && seen.has(id)) complaints.push(['id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated']);
    if (custom_id) seen.add(custom_id);
    if (id) seen.add(id);
    return at(place, complaints);
  });
}
