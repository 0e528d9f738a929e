import type { Io } from '../../src/cli/io.js';
import type { Language } from '../../src/core/language.js';

export type FakeIo = Io & {
  readonly stdout: string[];
  readonly stderr: string[];
  json(): ReturnType<typeof JSON.parse>;
};

/** A process to call a verb in: what it prints is kept, and nothing else is touched. */
export function fakeIo(
  given: {
    env?: Readonly<Record<string, string>>;
    language?: Language;
    stdin?: string;
    now?: number;
    answers?: readonly string[];
  } = {},
): FakeIo {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const answers = [...(given.answers ?? [])];
  return {
    stdout,
    stderr,
    env: given.env ?? {},
    language: given.language ?? 'en',
    out: (line) => void stdout.push(line),
    err: (line) => void stderr.push(line),
    terminal: null,
    stdin: async () => new TextEncoder().encode(given.stdin ?? ''),
    ask:
      given.answers === undefined
        ? null
        : async (question) => {
            stderr.push(question);
            return answers.shift() ?? '';
          },
    now: () => given.now ?? Date.parse('2026-11-23T12:00:00Z'),
    json: () => JSON.parse(stdout.join('\n')),
  };
}
