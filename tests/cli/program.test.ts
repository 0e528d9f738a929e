import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { terminalLanguage, UsageError } from '../../src/cli/io.js';
import { createProgram, wordUsage } from '../../src/cli/program.js';
import { fakeIo } from '../support/fake-io.js';

async function usageOf(argv: readonly string[], language: 'en' | 'es' = 'en'): Promise<string | null> {
  const io = fakeIo({ language });
  try {
    await createProgram(io, () => {}).parseAsync(argv, { from: 'user' });
    return 'accepted';
  } catch (error) {
    if (error instanceof CommanderError || error instanceof UsageError) return wordUsage(io, error);
    throw error;
  }
}

describe('wrong usage is told in one clear line', () => {
  it.each([
    [['fly'], 'repaso: there is no verb “fly”'],
    [['cards'], 'repaso: the argument <paths> is missing'],
    [['cards', 'a.md', '--fast'], 'repaso: there is no option --fast'],
    [['explain', 'layers'], 'repaso: the option --notes is missing'],
    [['explain', 'x', '--notes', 'a.md', '--limit', '0'], '--limit takes a whole number from 1 to 100, got “0”'],
    [['schedule', '--scheduler', 'sm2'], 'repaso: the option --batch is missing'],
    [['schedule', '--scheduler', 'sm2', '--batch'], 'repaso: the option --batch needs a value'],
    [['schedule', '--scheduler', 'leitner', '--batch', '-'], 'repaso: --scheduler takes sm2 or fsrs, got “leitner”'],
    [['manifest'], 'repaso: the argument <platform> is missing'],
    [['manifest', 'teams'], 'repaso: manifest takes slack, got “teams”'],
    [['commands', 'teams'], 'repaso: commands takes discord, got “teams”'],
    [['migrate', 'now'], 'repaso: there are more arguments than the verb takes'],
  ])('%j', async (argv, line) => {
    expect(await usageOf(argv)).toContain(line);
  });

  it('speaks the terminal’s language', async () => {
    expect(await usageOf(['fly'], 'es')).toBe('repaso: no existe el verbo «fly»');
    expect(terminalLanguage({ LANG: 'es_AR.UTF-8' })).toBe('es');
    expect(terminalLanguage({ LC_ALL: 'en_US.UTF-8', LANG: 'es_ES.UTF-8' })).toBe('en');
    expect(terminalLanguage({})).toBe('en');
  });

  it('prints the help and takes it for no mistake', async () => {
    expect(await usageOf(['--help'])).toBeNull();
    expect(await usageOf(['cards', '--help'])).toBeNull();
  });
});

describe('the help', () => {
  async function printed(argv: readonly string[], language: 'en' | 'es'): Promise<string> {
    const io = fakeIo({ language });
    const program = createProgram(io, () => {});
    await expect(program.parseAsync(argv, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
    expect(io.stderr).toEqual([]);
    return io.stdout.join('\n');
  }

  it('is what a bare repaso asks for', async () => {
    expect(await usageOf([])).toBeNull();
    expect(await printed([], 'en')).toBe(await printed(['--help'], 'en'));
    expect(await printed([], 'en')).toContain('manifest [options] <platform>');
  });

  it('says nothing of a mistake, which is told apart from it', async () => {
    expect(await printed(['cards', '--fast'], 'en')).toBe('');
  });

  it.each([
    [[]],
    [['help']],
    [['help', 'import']],
    [['explain', '--help']],
    [['manifest', '--help']],
  ])('has no English word in Spanish: %j', async (argv) => {
    const text = await printed(argv, 'es');
    expect(text).toMatch(/^Uso: repaso .*\[opciones\]/);
    expect(text).toContain('-h, --help');
    expect(text).not.toMatch(/Usage|Options|Arguments|Commands|\boptions\b|\[command\]|display|default/);
  });

  it('shows the default of a value, and not of a switch', async () => {
    expect(await printed(['import', '--help'], 'es')).toContain('(por defecto: web:local)');
    expect(await printed(['import', '--help'], 'en')).not.toContain('false');
  });
});
