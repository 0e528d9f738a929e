import { describe, expect, it } from 'vitest';
import { createScreen } from '../../src/cli/screen.js';
import { showStep } from '../../src/cli/start-steps.js';
import type { StartStep } from '../../src/program/start-step.js';

function watched() {
  let shown = '';
  let at = 0;
  const warned: string[] = [];
  const screen = createScreen({
    write: (text) => {
      shown += text;
    },
    warn: (line) => void warned.push(line),
    now: () => at,
    took: (seconds) => `${seconds} s`,
  });
  const wait = (milliseconds: number): void => {
    at += milliseconds;
  };
  return { screen, wait, shown: () => shown, warned };
}

describe('what a terminal shows of a start', () => {
  it('says of a step how long it took, where that was over a second', () => {
    const { screen, wait, shown } = watched();
    screen.begin('Building the database …');
    expect(shown()).toBe('Building the database …');
    wait(4_300);
    screen.begin('Reading the notes …');
    wait(900);
    screen.tell('Docker: 51 cards');
    screen.tell('Ready');
    expect(shown()).toBe('Building the database … 4 s\nReading the notes …\nDocker: 51 cards\nReady\n');
  });

  it('keeps a warning off an open line', () => {
    const { screen, shown, warned } = watched();
    screen.begin('Connecting …');
    screen.warn('! no connection');
    expect([shown(), warned]).toEqual(['Connecting …\n', ['! no connection']]);
  });

  const STEPS: readonly StartStep[] = [
    { kind: 'creating', folder: 'data/db' },
    { kind: 'migrating', from: 0, to: 12 },
    { kind: 'opening', folder: 'data/db' },
    { kind: 'migrating', from: 9, to: 12 },
    { kind: 'database-ready', applied: 3 },
    { kind: 'reading-notes', folder: 'notes' },
    { kind: 'joining', platforms: ['web', 'discord', 'slack'] },
    { kind: 'adapter', platform: 'web', state: 'connected' },
    { kind: 'adapter', platform: 'discord', state: 'connected' },
  ];

  it.each([
    [
      'en',
      [
        'Building the database in data/db …',
        'Opening the database in data/db …',
        'Updating the database (3 steps) …',
        'Reading the notes in notes …',
        'Connecting to Discord and Slack …',
        'Discord: connected.',
      ],
    ],
    [
      'es',
      [
        'Creando la base de datos en data/db …',
        'Abriendo la base de datos en data/db …',
        'Actualizando la base de datos (3 pasos) …',
        'Leyendo los apuntes de notes …',
        'Conectando con Discord y Slack …',
        'Discord: conectado.',
      ],
    ],
  ] as const)('is what happens, in %s', (language, lines) => {
    const { screen, shown } = watched();
    for (const step of STEPS) showStep(screen, language, step);
    expect(shown().trimEnd().split('\n')).toEqual(lines.map((line) => `  ${line}`));
  });

  it('promises no time, and joins nothing where there is only the room', () => {
    const { screen, shown } = watched();
    showStep(screen, 'en', { kind: 'joining', platforms: ['web'] });
    expect(shown()).toBe('');
  });
});
