import { fold } from '../../language/text.js';

/** Common names of the columns, folded. */
const NAMES = {
  front: /^(?:front|question|term|word|prompt|anverso|frente|pregunta|termino|palabra|concepto)$/u,
  back: /^(?:back|answer|definition|meaning|translation|reverso|dorso|respuesta|definicion|significado|traduccion)$/u,
  hint: /^(?:hint|clue|pista|ayuda)$/u,
  tags: /^(?:tags?|labels?|etiquetas?)$/u,
} as const;

type Role = keyof typeof NAMES;
/** Column indexes from 0; −1 for a missing one. */
export type Columns = Readonly<Record<Role, number>>;

/** The columns of a header; `null` where the names do not show which are front and back. */
export function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((cell) => fold(cell).trim());
  const find = (role: Role): number => names.findIndex((name) => NAMES[role].test(name));
  const found = { front: find('front'), back: find('back'), hint: find('hint'), tags: find('tags') };
  return found.front >= 0 && found.back >= 0 ? found : null;
}
