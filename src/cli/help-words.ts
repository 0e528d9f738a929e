import type { Command, Option } from 'commander';
import type { Io } from './io.js';
import { type CliKey, say } from './messages/say.js';

/** Commander's own headings. */
const TITLES: Readonly<Record<string, CliKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
};

/** Gives the help in the terminal's language, commander's own words included. Verbs added later inherit it. */
export function speakHelp(io: Io, program: Command): Command {
  const words = (key: CliKey) => say(io.language, key);
  const inUsage = (usage: string): string =>
    usage.replace('[options]', `[${words('help.options-word')}]`).replace('[command]', `[${words('help.verb-word')}]`);
  return program
    .helpOption('-h, --help', words('help.help'))
    .helpCommand(`help [${words('help.verb-word')}]`, words('help.help'))
    .configureHelp({
      styleTitle: (title) => {
        const key = TITLES[title];
        return key === undefined ? title : words(key);
      },
      styleUsage: inUsage,
      styleSubcommandTerm: inUsage,
      optionDescription: (option) => describe(io, option),
    });
}

/** A switch is off by default, which needs no mention. */
function describe(io: Io, { description, defaultValue }: Option): string {
  if (defaultValue === undefined || typeof defaultValue === 'boolean') return description;
  return say(io.language, 'help.default', { description, value: String(defaultValue) });
}
