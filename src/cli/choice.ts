import { type Io, usageError } from './io.js';

/** The value, known to be one of the choices; a wrong usage where it is none of them. */
export function choose<Choice extends string>(io: Io, name: string, choices: readonly Choice[], value: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const allowed = new Intl.ListFormat(io.language, { type: 'disjunction' }).format(choices);
  throw usageError(io, 'usage.choice', { name, allowed, value });
}
