import { Command, type CommanderError } from 'commander';
import { speakHelp } from './help-words.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { type CliKey, say } from './messages/say.js';
import { addVerbs } from './verbs.js';

/** Creates the command line. */
export function createProgram(io: Io, exit: (code: ExitCode) => void): Command {
  const words = (key: CliKey) => say(io.language, key);
  const program = new Command('repaso').description(words('program.description'));
  speakHelp(io, quiet(io, program));
  const verb = (definition: string, description: CliKey) =>
    quiet(io, program.command(definition).description(words(description)));
  addVerbs({ io, exit, words, verb });
  return program;
}

/**
 * `wordUsage` words the mistakes. All that commander itself still writes to the error stream is the help of a bare
 * `repaso`.
 */
function quiet(io: Io, command: Command): Command {
  const write = (text: string): void => io.out(text.trimEnd());
  return command.exitOverride().configureOutput({ writeOut: write, writeErr: write, outputError: () => {} });
}

/** Commander's error as one line of the catalogue; `null` where it only printed the help. */
export function wordUsage(io: Io, error: CommanderError | UsageError): string | null {
  const problem = error instanceof UsageError ? error.message : wordCommander(io, error);
  return problem === null ? null : say(io.language, 'usage.problem', { problem });
}

/** Commander's message has the names in quotes or brackets. */
function wordCommander(io: Io, error: CommanderError): string | null {
  const name = /['<]([^'>]+)['>]/.exec(error.message)?.[1]?.split(/[ ,]/)[0] ?? '';
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return null;
    case 'commander.unknownCommand':
      return say(io.language, 'usage.unknown-command', { name });
    case 'commander.unknownOption':
      return say(io.language, 'usage.unknown-option', { name });
    case 'commander.missingArgument':
      return say(io.language, 'usage.missing-argument', { name });
    case 'commander.optionMissingArgument':
      return say(io.language, 'usage.missing-value', { name });
    case 'commander.missingMandatoryOptionValue':
      return say(io.language, 'usage.missing-option', { name });
    case 'commander.excessArguments':
      return say(io.language, 'usage.excess');
    default:
      return error.message.replace(/^error: /, '');
  }
}
