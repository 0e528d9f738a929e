import { fitsButton } from '../chat/action-ref.js';
import { readValue } from '../chat/command-values.js';
import { refusalOf } from '../chat/parse-command.js';
import type {
  ActionRef,
  ActionRequest,
  CommandEvent,
  CommandRequest,
  Control,
  Form,
  SubmitEvent,
  SubmitRequest,
  TextField,
  View,
} from '../chat/port.js';
import type { Language } from '../core/language.js';
import { button } from './controls.js';
import { type BotRoute, type Call, type Feature, type Options, UnreadableAction } from './feature.js';
import { say } from './messages/say.js';
import { commandWords } from './slack-words.js';

/**
 * The action of a button that runs a command for the person who presses it. Arguments: its name, then options and
 * values in turn.
 */
export const RUN = 'command.run';
/** The form of a command's options; its argument is the command's name. */
export const FILL = 'command.fill';

/** Limit of a value in a button, in characters. */
const LONGEST_VALUE = 300;
/** How many fields a form may have on every platform. */
const FIELDS = 5;

function runRef({ command }: Feature, options: Options): ActionRef {
  return { action: RUN, args: [command.name, ...Object.entries(options).flat()] };
}

/** A button that runs a command, or none where the options do not fit. */
export function runButton(
  label: string,
  feature: Feature,
  options: Options = {},
  style: 'primary' | 'plain' = 'plain',
): readonly Control[] {
  const { action, args } = runRef(feature, options);
  return fitsButton({ action, args }) ? [button(label, action, args, style)] : [];
}

function named(features: readonly Feature[], name: string | undefined): Feature | undefined {
  return features.find(({ command }) => command.name === name);
}

/** The command of a button, or `null` where this version lacks it. */
export function commandOfButton(
  features: readonly Feature[],
  { person, args: [name, ...pairs] }: ActionRequest,
): CommandRequest | null {
  const feature = named(features, name);
  if (feature === undefined) return null;
  const known = feature.command.options.map((option) => option.name);
  const options = pairs.flatMap((option, at) => {
    const value = pairs[at + 1];
    return at % 2 === 0 && value !== undefined && known.includes(option) ? [[option, value] as const] : [];
  });
  return { kind: 'command', person, command: feature.command.name, options: Object.fromEntries(options) };
}

/** The required options of a command that are missing. */
function missingOf(feature: Feature, options: Options): readonly string[] {
  return feature.needs(options).filter((name) => (options[name] ?? '').trim() === '');
}

/** The route of a command: a form where a required option is missing, else the feature's own. */
export function commandRoute(feature: Feature, options: Options): BotRoute<CommandEvent> {
  if (missingOf(feature, options).length === 0) return feature.run;
  return { answer: 'form', open: async ({ language }) => commandForm(language, feature, options) };
}

/** A form for the options of a command, with the known ones filled in. */
export function commandForm(language: Language, feature: Feature, given: Options): Form {
  const { name, names, options } = feature.command;
  const needed = feature.needs(given);
  const fields = options.slice(0, FIELDS).map((option): TextField => {
    const value = option.choices.find((choice) => choice.value === given[option.name])?.label[language];
    const filled = value ?? given[option.name] ?? '';
    const choices = option.choices.map(({ label }) => label[language]).join(', ');
    return {
      kind: 'text',
      name: option.name,
      label: option.description[language],
      required: option.required || needed.includes(option.name),
      multiline: false,
      maxLength: LONGEST_VALUE,
      ...(filled === '' ? {} : { value: filled.slice(0, LONGEST_VALUE) }),
      ...(choices === '' ? {} : { placeholder: choices }),
    };
  });
  const title = names[language].replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(language));
  return { title, action: { action: FILL, args: [name] }, submitLabel: say(language, 'form.send'), fields };
}

/** The route of a command's form, as for the command; `null` where this version lacks it. */
export function filledRoute(
  features: readonly Feature[],
  { args: [name] }: SubmitRequest,
): BotRoute<SubmitEvent> | null {
  const feature = named(features, name);
  if (feature === undefined) return null;
  const { run } = feature;
  return { answer: run.answer === 'form' ? 'private' : run.answer, handle: (call) => runFilled(call, feature) };
}

async function runFilled(call: Call<SubmitEvent>, feature: Feature): Promise<View> {
  const { language, event } = call;
  const options: Record<string, string> = {};
  for (const option of feature.command.options) {
    const typed = event.values[option.name]?.trim() ?? '';
    if (typed === '') continue;
    const value = readValue(option, typed);
    if (value === null) return again(language, feature, options, refusalOf(option, commandWords([language])));
    options[option.name] = value;
  }
  const [missing] = missingOf(feature, options);
  if (missing !== undefined) {
    const names = feature.command.options.find((option) => option.name === missing)?.names;
    return again(language, feature, options, say(language, 'form.missing', { option: names?.[language] ?? missing }));
  }
  if (feature.run.answer === 'form') throw new UnreadableAction(event.action);
  const { person, place } = event;
  return feature.run.handle({
    ...call,
    event: { kind: 'command', person, place, command: feature.command.name, options },
  });
}

/** The problem, and a button back to the form with the valid values. */
function again(language: Language, feature: Feature, options: Options, problem: string): View {
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: problem }],
    controls: runButton(say(language, 'command.form.open'), feature, options, 'primary'),
  };
}

/** The route of a command; `unknown` answers one that does not exist. */
export function routeOf(
  features: readonly Feature[],
  { command, options }: CommandRequest,
  unknown: (call: Call<CommandEvent>) => Promise<View>,
): BotRoute<CommandEvent> {
  const feature = named(features, command);
  return feature === undefined ? { answer: 'private', handle: unknown } : commandRoute(feature, options);
}
