import type { Problem } from './api-error.js';
import type { Component, Modal } from './body.js';
import { at, duplicateProblems } from './check-controls.js';
import { type Placed, placed, TYPE } from './component-tree.js';

const MAX_PARTS = 5;

function inputProblems(place: Placed): readonly Problem[] {
  const { value, min_length: min, max_length: max } = place.component;
  const length = typeof value === 'string' ? value.length : 0;
  return at(place, [
    ...(max && length > max ? [['value', 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`] as const] : []),
    ...(min && max && min > max ? [['min_length', 'BASE_TYPE_MAX', 'Cannot be more than max_length'] as const] : []),
  ]);
}

function uploadProblems(place: Placed): readonly Problem[] {
  const { min_values: min, max_values: max } = place.component;
  return (min ?? 1) > (max ?? 1) ? at(place, [['min_values', 'BASE_TYPE_MAX', 'Cannot be more than max_values']]) : [];
}

/** In a row an input needs its own label; in a label it must have none. */
function labelProblems(components: readonly Component[]): readonly Problem[] {
  return components.flatMap((part, n) => {
    if (part.type === TYPE.label && part.component?.type === TYPE.textInput && part.component.label) {
      const path = [n, 'component', 'label'];
      return [{ path, code: 'COMPONENT_LABEL_DUPLICATED', message: 'The label of a label is the label' }];
    }
    if (part.type !== TYPE.row) return [];
    const [input, ...more] = part.components ?? [];
    return [
      ...(input?.label
        ? []
        : [{ path: [n, 'components', 0, 'label'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]),
      ...(more.length > 0
        ? [{ path: [n, 'components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'One text input in a row' }]
        : []),
    ];
  });
}

/** What is wrong with a form, beyond what the official schemas say. */
export function modalProblems(modal: Modal): readonly Problem[] {
  const places = placed(modal.components);
  const tooMany = modal.components.length > MAX_PARTS;
  return [
    ...(tooMany ? [{ path: [], code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between 1 and ${MAX_PARTS}` }] : []),
    ...labelProblems(modal.components),
    ...places.filter(({ component }) => component.type === TYPE.textInput).flatMap(inputProblems),
    ...places.filter(({ component }) => component.type === TYPE.fileUpload).flatMap(uploadProblems),
    ...duplicateProblems(places),
  ].map((problem) => ({ ...problem, path: ['data', 'components', ...problem.path] }));
}
