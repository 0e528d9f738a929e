import { type DispatchDeps, dispatchSuggest } from '../dispatch.js';
import { findCommand, usageOf } from '../parse-command.js';
import type { ChatApp, CommandSpec, Person, Place } from '../port.js';
import { LIMITS } from './limits.js';

/** A line under the box. Taking it puts `insert` into the box; `complete` says that it can be sent as it is. */
export type BoxSuggestion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly complete: boolean;
};

type Asker = { readonly person: Person; readonly place: Place; readonly language: 'en' | 'es' };

function commandSuggestions(app: ChatApp, typed: string, language: 'en' | 'es'): readonly BoxSuggestion[] {
  return app.commands
    .filter(({ name, names }) => name.startsWith(typed) || names[language].startsWith(typed))
    .map((spec) => {
      const needsMore = spec.options.some(({ required }) => required);
      const name = spec.names[language];
      const insert = spec.options.length > 0 ? `/${name} ` : `/${name}`;
      return { label: usageOf(spec, language), detail: spec.description[language], insert, complete: !needsMore };
    });
}

/** The option that the word being typed is for: the first that suggests or has choices, in order. */
async function optionSuggestions(
  deps: DispatchDeps,
  spec: CommandSpec,
  rest: string,
  { person, place, language }: Asker,
): Promise<readonly BoxSuggestion[]> {
  const [option] = spec.options;
  if (option === undefined) return [];
  const complete = (label: string, value: string): BoxSuggestion => ({
    label,
    detail: '',
    insert: `/${spec.names[language]} ${value}`,
    complete: true,
  });
  if (option.choices.length > 0) {
    const wanted = rest.toLowerCase();
    return option.choices
      .filter(({ value, label }) => value.startsWith(wanted) || label[language].toLowerCase().startsWith(wanted))
      .map(({ value, label }) => complete(label[language], value));
  }
  if (!option.suggests) return [];
  const found = await dispatchSuggest(deps, { person, place, command: spec.name, option: option.name, typed: rest });
  return found.map(({ label, value }) => complete(label, value));
}

/** What could follow what stands in the box. Nothing for a line that is no command. */
export async function suggestFor(deps: DispatchDeps, line: string, asker: Asker): Promise<readonly BoxSuggestion[]> {
  const match = /^\/([\p{L}\p{N}_-]*)(\s+)?([\s\S]*)$/u.exec(line);
  if (match === null) return [];
  const [, name = '', gap, rest = ''] = match;
  if (gap === undefined) return rest === '' ? commandSuggestions(deps.app, name.toLowerCase(), asker.language) : [];
  const spec = findCommand(deps.app.commands, name);
  if (spec === undefined) return [];
  return (await optionSuggestions(deps, spec, rest, asker)).slice(0, LIMITS.suggestions);
}
