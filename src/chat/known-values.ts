import { isFree, type KnownValues } from './command-values.js';
import { type DispatchDeps, dispatchSuggest } from './dispatch.js';
import type { CommandSpec, Person, Place } from './port.js';

/**
 * What the bot knows of the values that a line may hold. Asked only where it matters: several options, of which one
 * takes free text, and more than one word.
 */
export async function knownValues(
  deps: DispatchDeps,
  { name: command, options }: CommandSpec,
  rest: string,
  who: { readonly person: Person; readonly place: Place },
): Promise<KnownValues> {
  const asked = options.filter((option) => option.suggests && isFree(option));
  if (options.length < 2 || !/\S\s+\S/u.test(rest)) return new Map();
  const found = asked.map(async ({ name: option }) => {
    const suggestions = await dispatchSuggest(deps, { ...who, command, option, typed: rest });
    return [option, suggestions.flatMap(({ label, value }) => [label, value])] as const;
  });
  return new Map(await Promise.all(found));
}
