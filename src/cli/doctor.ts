import { type Config, readConfig } from '../program/config.js';
import type { UnknownSetting } from '../program/unknown-settings.js';
import type { Check } from './check.js';
import { unknownLine } from './configured.js';
import { checkClock, checkNode, checkNotes, checkWeb } from './doctor-checks.js';
import { checkDatabase } from './doctor-database.js';
import { discordChecks } from './doctor-discord.js';
import { modelChecks } from './doctor-models.js';
import { slackChecks } from './doctor-slack.js';
import { type ExitCode, type Io, printJson } from './io.js';
import { say } from './messages/say.js';

/** `repaso doctor`: checks everything the tutor needs, changes nothing, and says what to mend. */
export async function doctor(io: Io, options: { readonly json: boolean }): Promise<ExitCode> {
  const config = readConfig(io.env);
  const checks = config.ok
    ? [checkNode(io), ...understood(io, config.unknown), ...(await runChecks(io, config.config))]
    : [checkNode(io), ...config.problems.map((problem) => badConfig(io, problem))];
  if (options.json) printJson(io, { checks });
  else for (const check of checks) printCheck(io, check);
  if (!config.ok) return 2;
  return checks.every((check) => check.ok) ? 0 : 1;
}

async function runChecks(io: Io, config: Config): Promise<readonly Check[]> {
  const platforms = Promise.all([discordChecks(io, config), slackChecks(io, config), modelChecks(io, config)]);
  const database = await checkDatabase(io, config);
  const here = [await checkNotes(io, config), checkClock(io), await checkWeb(io, config)];
  return [...database, ...here, ...(await platforms).flat()];
}

function understood(io: Io, unknown: readonly UnknownSetting[]): readonly Check[] {
  if (unknown.length === 0) return [goodConfig(io)];
  return unknown.map((each) => badConfig(io, unknownLine(io, each)));
}

function goodConfig(io: Io): Check {
  return { name: say(io.language, 'doctor.config'), ok: true, detail: say(io.language, 'doctor.config.good') };
}

function badConfig(io: Io, problem: string): Check {
  return {
    name: say(io.language, 'doctor.config'),
    ok: false,
    detail: problem,
    mend: say(io.language, 'config.mend'),
  };
}

function printCheck(io: Io, { name, ok, detail, mend }: Check): void {
  io.out(say(io.language, ok ? 'doctor.ok' : 'doctor.bad', { name, detail }));
  if (mend !== undefined) io.out(say(io.language, 'doctor.mend', { mend }));
}
