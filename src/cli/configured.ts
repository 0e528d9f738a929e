import { type Config, readConfig } from '../program/config.js';
import type { UnknownSetting } from '../program/unknown-settings.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/** The configuration, or `null` after reporting every problem with it (exit code 2). */
export function configured(io: Io): Config | null {
  const result = readConfig(io.env);
  if (result.ok) {
    for (const unknown of result.unknown) io.err(unknownLine(io, unknown));
    return result.config;
  }
  io.err(say(io.language, 'config.problems', { count: result.problems.length }));
  for (const problem of result.problems) io.err(say(io.language, 'config.problem', { problem }));
  io.err(say(io.language, 'config.mend'));
  return null;
}

export function unknownLine({ language }: Pick<Io, 'language'>, { name, meant }: UnknownSetting): string {
  return say(language, 'config.unknown', { name, meant: meant ?? 'none' });
}
