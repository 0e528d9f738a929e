import type { Problem } from './api-error.js';
import type { Component } from './body.js';
import { controlProblems, duplicateProblems } from './check-controls.js';
import { type Placed, placed, TYPE } from './component-tree.js';
import { referencedName } from './file-names.js';

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const MAX_LEGACY_ROWS = 5;

/** Addresses of pictures and files, with the field in which they stand. */
function mediaOf({ file, media, items }: Component): readonly (readonly [field: string, url: string])[] {
  return [
    ...(file ? [['file', file.url] as const] : []),
    ...(media ? [['media', media.url] as const] : []),
    ...(items ?? []).map((item) => ['items', item.media.url] as const),
  ];
}

function mediaProblems({ component, path }: Placed, names: ReadonlySet<string>): readonly Problem[] {
  return mediaOf(component).flatMap(([field, url]) => {
    const name = referencedName(url);
    const where = [...path, field, 'url'];
    if (name === null && component.type === TYPE.file) {
      return [{ path: where, code: 'ATTACHMENT_REFERENCE_REQUIRED', message: 'A file has to be an attachment:// url' }];
    }
    if (name === null || names.has(name)) return [];
    const message = `The referenced attachment ("${url}") was not found`;
    return [{ path: where, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
  });
}

function sizeProblems(places: readonly Placed[]): readonly Problem[] {
  const texts = places.filter(({ component }) => component.type === TYPE.text);
  const length = texts.reduce((sum, { component }) => sum + (component.content ?? '').length, 0);
  return [
    ...(places.length > MAX_COMPONENTS
      ? [
          {
            path: [],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `${places.length} components, ${MAX_COMPONENTS} are allowed`,
          },
        ]
      : []),
    ...(length > MAX_TEXT
      ? [{ path: [], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message: `${length} characters of ${MAX_TEXT}` }]
      : []),
  ];
}

function legacyProblems(components: readonly Component[]): readonly Problem[] {
  const strangers = components.flatMap(({ type }, n) =>
    type === TYPE.row
      ? []
      : [{ path: [n, 'type'], code: 'BASE_TYPE_CHOICES', message: 'Only rows without MessageFlags.IS_COMPONENTS_V2' }],
  );
  if (components.length <= MAX_LEGACY_ROWS) return strangers;
  return [...strangers, { path: [], code: 'BASE_TYPE_BAD_LENGTH', message: `At most ${MAX_LEGACY_ROWS} rows` }];
}

/**
 * What is wrong with the components of a message, beyond what the official schemas say.
 *
 * @param v2 whether the message has the flag IS_COMPONENTS_V2
 * @param names files that the message has
 */
export function componentProblems(
  components: readonly Component[],
  v2: boolean,
  names: ReadonlySet<string>,
): readonly Problem[] {
  const places = placed(components);
  return [
    ...(v2 ? sizeProblems(places) : legacyProblems(components)),
    ...places.flatMap(controlProblems),
    ...places.flatMap((place) => mediaProblems(place, names)),
    ...duplicateProblems(places),
  ].map((problem) => ({ ...problem, path: ['components', ...problem.path] }));
}
