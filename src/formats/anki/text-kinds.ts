import { fold } from '../../language/text.js';
import type { AnkiNoteType } from './collection.js';
import { OWN_TYPES } from './own-types.js';

/**
 * How a note of a text file is asked. The file has no templates; the names of Anki's stock types, in Anki's
 * languages, tell the kind, and so do gaps.
 */
export type TextKind = 'basic' | 'reversed' | 'optional' | 'cloze' | 'occlusion';

const OCCLUSION = /image occlusion|oclusion|bildverdeckung|masquage d'image/u;
const REVERSED = /revers|invers|invert|umgekehrt|rovesci|omgekeerd/u;
const OPTIONAL = /option|opcion|facoltativ/u;
const CLOZE = /cloze|luckentext|texte a trous|hueco|omiss|testo da completare/u;
const GAP = /\{\{c\d+(?:,\d+)*::/u;
const SHAPE = /\{\{c\d+(?:,\d+)*::image-occlusion:/u;

/** Whether the name of a type means image occlusion. */
export function isOcclusionName(name: string): boolean {
  return OCCLUSION.test(fold(name));
}

export function textKindOf(typeName: string, fields: readonly string[]): TextKind {
  const name = fold(typeName);
  if (OCCLUSION.test(name) || fields.some((field) => SHAPE.test(field))) return 'occlusion';
  const hasGaps = fields.some((field) => GAP.test(field));
  if (hasGaps && (CLOZE.test(name) || !/^basi|^einfach|^base/u.test(name))) return 'cloze';
  if (!REVERSED.test(name)) return 'basic';
  return OPTIONAL.test(name) ? 'optional' : 'reversed';
}

/** The index of the field with the gaps. */
export function gapField(fields: readonly string[]): number {
  return fields.findIndex((field) => GAP.test(field));
}

const OWN: ReadonlyMap<string, AnkiNoteType> = new Map(
  OWN_TYPES.map(({ name, isCloze, fields }) => [name, { name, isCloze, fields, templates: new Map() }]),
);

/** One of Repaso's own note types, by its name. */
export function ownTypeOf(name: string): AnkiNoteType | null {
  return OWN.get(name) ?? null;
}
