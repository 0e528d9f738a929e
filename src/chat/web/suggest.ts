import { bare, isFree } from '../command-values.js';
import { type DispatchDeps, dispatchSuggest } from '../dispatch.js';
import { fillOptions } from '../fill-options.js';
import { findCommand, usageOf } from '../parse-command.js';
import type { ChatApp, CommandOption, CommandSpec, Person, Place } from '../port.js';
import { LIMITS } from './limits.js';
import type { RoomWords } from './words.js';

/** A line under the box. Taking it puts `insert` into the box; `complete` says that it can be sent as it is. */
export type BoxSuggestion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly complete: boolean;
};

type Asker = { readonly person: Person; readonly place: Place; readonly words: RoomWords };

function commandSuggestions(app: ChatApp, typed: string, { language }: RoomWords): readonly BoxSuggestion[] {
  const wanted = bare(typed);
  return app.commands
    .filter(({ name, names }) => name.startsWith(wanted) || bare(names[language]).startsWith(wanted))
    .map((spec) => {
      const needsMore = spec.options.some(({ required }) => required);
      const name = spec.names[language];
      const insert = spec.options.length > 0 ? `/${name} ` : `/${name}`;
      return { label: usageOf(spec, language), detail: spec.description[language], insert, complete: !needsMore };
    });
}

/** What is typed of an option so far, and the line before it. */
type Typing = { readonly option: CommandOption; readonly before: string; readonly typed: string };

/** The free text that the end of a line belongs to, where the bot knows values for it. */
function freeTyping({ options }: CommandSpec, rest: string): readonly Typing[] {
  const filled = fillOptions(options, rest.trimStart(), new Map());
  const given = filled.kind === 'filled' ? filled.options : {};
  const free = options.filter(isFree);
  const last = free.findLast(({ name }) => given[name] !== undefined);
  const next = last === undefined ? free[0] : /\s$/u.test(rest) ? free[free.indexOf(last) + 1] : last;
  const option = next ?? last;
  if (option === undefined || !option.suggests) return [];
  const typed = given[option.name] ?? '';
  const at = typed === '' ? rest.length : rest.lastIndexOf(typed);
  return at < 0 ? [] : [{ option, before: rest.slice(0, at), typed }];
}

/** The choices that are open, for the word at the end of a line. */
function choiceTypings({ options }: CommandSpec, rest: string): readonly Typing[] {
  const typed = /\S*$/u.exec(rest)?.[0] ?? '';
  const before = rest.slice(0, rest.length - typed.length);
  const filled = fillOptions(options, before.trim(), new Map());
  if (filled.kind !== 'filled') return [];
  return options
    .filter(({ name, choices }) => choices.length > 0 && filled.options[name] === undefined)
    .map((option) => ({ option, before, typed }));
}

async function valuesOf(
  deps: DispatchDeps,
  spec: CommandSpec,
  { option, typed }: Typing,
  { person, place, words }: Asker,
): Promise<readonly { readonly label: string; readonly value: string }[]> {
  if (isFree(option)) {
    return dispatchSuggest(deps, { person, place, command: spec.name, option: option.name, typed });
  }
  const wanted = bare(typed);
  const isBegun = (name: string) => bare(name).startsWith(wanted);
  return option.choices.flatMap(({ value, label: labels }) => {
    const label = labels[words.language];
    return isBegun(value) || isBegun(label) ? [{ label, value: /\s/u.test(label) ? value : label }] : [];
  });
}

async function optionSuggestions(
  deps: DispatchDeps,
  spec: CommandSpec,
  rest: string,
  asker: Asker,
): Promise<readonly BoxSuggestion[]> {
  const name = spec.names[asker.words.language];
  const [texts, choices] = [freeTyping(spec, rest), choiceTypings(spec, rest)];
  // Once there is some text, a choice is what is still missing.
  const typings = rest.trim() === '' ? [...texts, ...choices] : [...choices, ...texts];
  const found = await Promise.all(
    typings.map(async (typing) => {
      const values = await valuesOf(deps, spec, typing, asker);
      return values.map(({ label, value }) => ({
        label,
        detail: '',
        insert: `/${name} ${typing.before.trimStart()}${value}`,
        complete: true,
      }));
    }),
  );
  // What is there already is nothing to suggest.
  return found.flat().filter(({ insert }) => insert !== `/${name} ${rest.trim()}`);
}

/** What could follow the text in the box. Nothing for a line that is neither a command nor for the bot. */
export async function suggestFor(deps: DispatchDeps, line: string, asker: Asker): Promise<readonly BoxSuggestion[]> {
  const mention = `@${asker.words.botName}`;
  if (line !== '' && bare(mention).startsWith(bare(line))) {
    return [{ label: mention, detail: asker.words.mention, insert: `${mention} `, complete: false }];
  }
  const match = /^\/([\p{L}\p{N}_-]*)(\s+)?([\s\S]*)$/u.exec(line);
  if (match === null) return [];
  const [, name = '', gap, rest = ''] = match;
  if (gap === undefined) return rest === '' ? commandSuggestions(deps.app, name, asker.words) : [];
  const spec = findCommand(deps.app.commands, name);
  if (spec === undefined) return [];
  return (await optionSuggestions(deps, spec, rest, asker)).slice(0, LIMITS.suggestions);
}
