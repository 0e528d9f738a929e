import { Command, type CommanderError, InvalidArgumentError } from 'commander';
import { speakHelp } from './help-words.js';
import { type ExitCode, type Io, UsageError, usageError } from './io.js';
import { type CliKey, say } from './messages/say.js';

const WORKSPACE = 'web:local';

type ImportFlags = {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly workspace: string;
  readonly json: boolean;
  readonly decide?: string;
  readonly undo?: string;
};

type ExportFlags = {
  readonly format: string;
  readonly workspace: string;
  readonly deck?: string;
  readonly learner?: string;
  readonly out?: string;
};

/** The command line: its verbs with their arguments. Each verb's code is loaded when it is called, to start fast. */
export function createProgram(io: Io, exit: (code: ExitCode) => void): Command {
  const words = (key: CliKey) => say(io.language, key);
  const program = new Command('repaso').description(words('program.description'));
  speakHelp(io, quiet(program));

  const verb = (definition: string, description: CliKey) =>
    quiet(program.command(definition).description(words(description)));

  verb('start', 'verb.start')
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean }) => exit(await (await import('./start.js')).start(io, options)));

  verb('cards', 'verb.cards')
    .argument('<paths...>', words('argument.paths'))
    .option('--json', words('option.json'), false)
    .action(async (paths: string[], options: { json: boolean }) =>
      exit(await (await import('./cards.js')).cards(io, paths, options)),
    );

  verb('import', 'verb.import')
    .argument('[paths...]', words('argument.import-paths'))
    .option('--dry-run', words('option.dry-run'), false)
    .option('--yes', words('option.yes'), false)
    .option('--decide <file>', words('option.decide'))
    .option('--undo <deck>', words('option.undo'))
    .option('--workspace <workspace>', words('option.workspace'), WORKSPACE)
    .option('--json', words('option.json'), false)
    .action(async (paths: string[], { undo, decide, ...options }: ImportFlags) => {
      if (undo === undefined && paths.length === 0) throw usageError(io, 'usage.missing-argument', { name: 'paths' });
      if (undo !== undefined && paths.length > 0) throw usageError(io, 'usage.undo-alone');
      exit(
        undo === undefined
          ? await (await import('./import.js')).importNotes(io, paths, { ...options, decide: decide ?? null })
          : await (await import('./history.js')).undoImport(io, undo, options),
      );
    });

  verb('history', 'verb.history')
    .argument('<deck>', words('argument.deck'))
    .option('--workspace <workspace>', words('option.history-workspace'), WORKSPACE)
    .option('--json', words('option.json'), false)
    .action(async (deck: string, options: { workspace: string; json: boolean }) =>
      exit(await (await import('./history.js')).history(io, deck, options)),
    );

  verb('explain', 'verb.explain')
    .argument('[query...]', words('argument.query'))
    .requiredOption('--notes <paths...>', words('option.notes'))
    .option('--limit <number>', words('option.limit'), limitOf(io), 5)
    .option('--batch <file>', words('option.batch'))
    .option('--json', words('option.json'), false)
    .action(async (query: string[], options: { notes: string[]; limit: number; batch?: string; json: boolean }) =>
      exit(await (await import('./explain.js')).explain(io, query, { ...options, batch: options.batch ?? null })),
    );

  verb('schedule', 'verb.schedule')
    .requiredOption('--scheduler <name>', words('option.scheduler'))
    .requiredOption('--batch <file>', words('option.batch'))
    .option('--json', words('option.json'), false)
    .action(async (options: { scheduler: string; batch: string }) =>
      exit(await (await import('./schedule.js')).schedule(io, options)),
    );

  verb('export', 'verb.export')
    .option('--format <format>', words('option.format'), 'json')
    .option('--workspace <workspace>', words('option.export-workspace'), WORKSPACE)
    .option('--deck <deck>', words('option.deck'))
    .option('--learner <learner>', words('option.learner'))
    .option('--out <file>', words('option.out'))
    .action(async ({ deck, learner, out, ...options }: ExportFlags) => {
      const given = { ...options, deck: deck ?? null, learner: learner ?? null, out: out ?? null };
      exit(await (await import('./export.js')).exportCards(io, given));
    });

  verb('migrate', 'verb.migrate')
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean }) => exit(await (await import('./migrate.js')).migrate(io, options)));

  verb('doctor', 'verb.doctor')
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean }) => exit(await (await import('./doctor.js')).doctor(io, options)));

  verb('manifest', 'verb.manifest')
    .argument('<platform>', words('argument.manifest'))
    .option('--mode <mode>', words('option.mode'))
    .option('--language <language>', words('option.language'))
    .option('--json', words('option.json'), false)
    .action(async (platform: string, { mode, language }: { mode?: string; language?: string }) => {
      const options = { mode: mode ?? null, language: language ?? null };
      exit((await import('./manifest.js')).manifest(io, platform, options));
    });

  verb('commands', 'verb.commands')
    .argument('<platform>', words('argument.commands'))
    .option('--json', words('option.json'), false)
    .action(async (platform: string) => exit((await import('./commands.js')).commands(io, platform)));

  return program;

  /** Mistakes are worded by `wordUsage`. What commander still writes as one is the help that a bare `repaso` asks for. */
  function quiet(command: Command): Command {
    const write = (text: string): void => io.out(text.trimEnd());
    return command.exitOverride().configureOutput({ writeOut: write, writeErr: write, outputError: () => {} });
  }
}

function limitOf(io: Io): (value: string) => number {
  return (value) => {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw new InvalidArgumentError(usageError(io, 'usage.limit', { value }).message);
    }
    return limit;
  };
}

/** What commander found wrong, in one line of the catalogue; `null` where it only printed the help. */
export function wordUsage(io: Io, error: CommanderError | UsageError): string | null {
  const problem = error instanceof UsageError ? error.message : wordCommander(io, error);
  return problem === null ? null : say(io.language, 'usage.problem', { problem });
}

/** The names stand in quotes or brackets in commander's own message. */
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
