import { type Command, InvalidArgumentError } from 'commander';
import { LOCAL_WORKSPACE } from '../program/local-workspace.js';
import { type ExitCode, type Io, usageError } from './io.js';
import type { CliKey } from './messages/say.js';
import type { SimulateOptions } from './simulate.js';

/**
 * What adds a verb to the command line. A verb's code is loaded when it is called, so that the program starts fast.
 */
type Cli = {
  readonly io: Io;
  readonly exit: (code: ExitCode) => void;
  readonly words: (key: CliKey) => string;
  /** Creates a verb with its arguments. */
  readonly verb: (definition: string, description: CliKey) => Command;
};

type ImportFlags = {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly workspace: string;
  readonly json: boolean;
  readonly decide?: string;
  readonly doubtful?: string;
  readonly undo?: string;
};

type ExportFlags = {
  readonly format: string;
  readonly workspace: string;
  readonly deck?: string;
  readonly learner?: string;
  readonly out?: string;
};

/** Adds all verbs, in the order of the help. */
export function addVerbs(cli: Cli): void {
  addStart(cli);
  addInvite(cli);
  addCards(cli);
  addImport(cli);
  addHistory(cli);
  addExplain(cli);
  addSchedule(cli);
  addGrade(cli);
  addSimulate(cli);
  addExport(cli);
  addBackup(cli);
  addRestore(cli);
  addMigrate(cli);
  addDoctor(cli);
  addManifest(cli);
  addCommands(cli);
}

function addStart({ exit, io, verb, words }: Cli): void {
  verb('start', 'verb.start')
    .option('--invite', words('option.invite'), false)
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean; invite: boolean }) =>
      exit(await (await import('./start.js')).start(io, options)),
    );
}

function addCards({ exit, io, verb, words }: Cli): void {
  verb('cards', 'verb.cards')
    .argument('<paths...>', words('argument.paths'))
    .option('--doubtful', words('option.cards-doubtful'), false)
    .option('--json', words('option.json'), false)
    .action(async (paths: string[], options: { json: boolean; doubtful: boolean }) =>
      exit(await (await import('./cards.js')).cards(io, paths, options)),
    );
}

function addImport({ exit, io, verb, words }: Cli): void {
  verb('import', 'verb.import')
    .argument('[paths...]', words('argument.import-paths'))
    .option('--dry-run', words('option.dry-run'), false)
    .option('--yes', words('option.yes'), false)
    .option('--decide <file>', words('option.decide'))
    .option('--doubtful <yes|no|ask>', words('option.doubtful'))
    .option('--undo <deck>', words('option.undo'))
    .option('--workspace <workspace>', words('option.workspace'), LOCAL_WORKSPACE)
    .option('--json', words('option.json'), false)
    .action(async (paths: string[], { undo, decide, doubtful, ...options }: ImportFlags) => {
      if (undo === undefined && paths.length === 0) throw usageError(io, 'usage.missing-argument', { name: 'paths' });
      if (undo !== undefined && paths.length > 0) throw usageError(io, 'usage.undo-alone');
      const given = { ...options, decide: decide ?? null, doubtful: doubtful ?? null };
      exit(
        undo === undefined
          ? await (await import('./import.js')).importNotes(io, paths, given)
          : await (await import('./history.js')).undoImport(io, undo, options),
      );
    });
}

function addHistory({ exit, io, verb, words }: Cli): void {
  verb('history', 'verb.history')
    .argument('<deck>', words('argument.deck'))
    .option('--workspace <workspace>', words('option.history-workspace'), LOCAL_WORKSPACE)
    .option('--json', words('option.json'), false)
    .action(async (deck: string, options: { workspace: string; json: boolean }) =>
      exit(await (await import('./history.js')).history(io, deck, options)),
    );
}

function addExplain({ exit, io, verb, words }: Cli): void {
  verb('explain', 'verb.explain')
    .argument('[query...]', words('argument.query'))
    .requiredOption('--notes <paths...>', words('option.notes'))
    .option('--limit <number>', words('option.limit'), limitOf(io), 5)
    .option('--batch <file>', words('option.batch'))
    .option('--json', words('option.json'), false)
    .action(async (query: string[], options: { notes: string[]; limit: number; batch?: string; json: boolean }) =>
      exit(await (await import('./explain.js')).explain(io, query, { ...options, batch: options.batch ?? null })),
    );
}

function addSchedule({ exit, io, verb, words }: Cli): void {
  verb('schedule', 'verb.schedule')
    .requiredOption('--scheduler <name>', words('option.scheduler'))
    .requiredOption('--batch <file>', words('option.batch'))
    .option('--retention <share>', words('option.retention'), '0.9')
    .option('--json', words('option.json'), false)
    .action(async (options: { scheduler: string; batch: string; retention: string }) =>
      exit(await (await import('./schedule.js')).schedule(io, options)),
    );
}

type GradeFlags = {
  readonly question?: string;
  readonly expected?: string[];
  readonly language?: string;
  readonly batch?: string;
  readonly json: boolean;
};

function addGrade({ exit, io, verb, words }: Cli): void {
  verb('grade', 'verb.grade')
    .argument('[answer...]', words('argument.answer'))
    .option('--question <text>', words('option.question'))
    .option('--expected <answers...>', words('option.expected'))
    .option('--language <language>', words('option.grade-language'))
    .option('--batch <file>', words('option.batch'))
    .option('--json', words('option.json'), false)
    .action(async (answer: string[], { question, expected, language, batch, json }: GradeFlags) => {
      const given = { question: question ?? null, expected: expected ?? [], language: language ?? null, json };
      exit(await (await import('./grade.js')).grade(io, answer, { ...given, batch: batch ?? null }));
    });
}

function addSimulate({ exit, io, verb, words }: Cli): void {
  verb('simulate', 'verb.simulate')
    .option('--learners <number>', words('option.learners'), '20')
    .option('--days <number>', words('option.days'), '365')
    .option('--new <number>', words('option.new'), '5')
    .option('--cards <number>', words('option.cards-in-all'))
    .option('--retention <share>', words('option.retention'), '0.9')
    .option('--skip <share>', words('option.skip'), '0')
    .option('--seed <number>', words('option.seed'), '1')
    .option('--plots <folder>', words('option.plots'))
    .option('--json', words('option.json'), false)
    .action(async (options: Omit<SimulateOptions, 'cards' | 'plots'> & { cards?: string; plots?: string }) => {
      const given = { ...options, cards: options.cards ?? null, plots: options.plots ?? null };
      exit(await (await import('./simulate.js')).simulate(io, given));
    });
}

function addExport({ exit, io, verb, words }: Cli): void {
  verb('export', 'verb.export')
    .option('--format <format>', words('option.format'), 'json')
    .option('--workspace <workspace>', words('option.export-workspace'), LOCAL_WORKSPACE)
    .option('--deck <deck>', words('option.deck'))
    .option('--learner <learner>', words('option.learner'))
    .option('--out <file>', words('option.out'))
    .action(async ({ deck, learner, out, ...options }: ExportFlags) => {
      const given = { ...options, deck: deck ?? null, learner: learner ?? null, out: out ?? null };
      exit(await (await import('./export.js')).exportCards(io, given));
    });
}

function addInvite({ exit, io, verb, words }: Cli): void {
  verb('invite', 'verb.invite')
    .option('--renew', words('option.renew'), false)
    .option('--json', words('option.json'), false)
    .action(async (options: { renew: boolean; json: boolean }) =>
      exit(await (await import('./invite.js')).invite(io, options)),
    );
}

function addBackup({ exit, io, verb, words }: Cli): void {
  verb('backup', 'verb.backup')
    .argument('[file]', words('argument.backup'))
    .option('--json', words('option.json'), false)
    .action(async (file: string | undefined, options: { json: boolean }) =>
      exit(await (await import('./backup.js')).backup(io, file ?? null, options)),
    );
}

function addRestore({ exit, io, verb, words }: Cli): void {
  verb('restore', 'verb.restore')
    .argument('<file>', words('argument.restore'))
    .option('--replace', words('option.replace'), false)
    .option('--json', words('option.json'), false)
    .action(async (file: string, options: { replace: boolean; json: boolean }) =>
      exit(await (await import('./restore.js')).restore(io, file, options)),
    );
}

function addMigrate({ exit, io, verb, words }: Cli): void {
  verb('migrate', 'verb.migrate')
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean }) => exit(await (await import('./migrate.js')).migrate(io, options)));
}

function addDoctor({ exit, io, verb, words }: Cli): void {
  verb('doctor', 'verb.doctor')
    .option('--json', words('option.json'), false)
    .action(async (options: { json: boolean }) => exit(await (await import('./doctor.js')).doctor(io, options)));
}

function addManifest({ exit, io, verb, words }: Cli): void {
  verb('manifest', 'verb.manifest')
    .argument('<platform>', words('argument.manifest'))
    .option('--mode <mode>', words('option.mode'))
    .option('--language <language>', words('option.language'))
    .option('--json', words('option.json'), false)
    .action(async (platform: string, { mode, language }: { mode?: string; language?: string }) => {
      const options = { mode: mode ?? null, language: language ?? null };
      exit((await import('./manifest.js')).manifest(io, platform, options));
    });
}

function addCommands({ exit, io, verb, words }: Cli): void {
  verb('commands', 'verb.commands')
    .argument('<platform>', words('argument.commands'))
    .option('--json', words('option.json'), false)
    .action(async (platform: string) => exit((await import('./commands.js')).commands(io, platform)));
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
