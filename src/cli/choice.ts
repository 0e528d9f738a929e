import { type Io, usageError } from './io.js';

/** The value as one of the choices. Throws a `UsageError` for any other. */
export function choose<Choice extends string>(io: Io, name: string, choices: readonly Choice[], value: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const allowed = new Intl.ListFormat(io.language, { type: 'disjunction' }).format(choices);
  throw usageError(io, 'usage.choice', { name, allowed, value });
}
