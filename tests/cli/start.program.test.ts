import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { start } from '../../src/cli/start.js';
import { fakeIo } from '../support/fake-io.js';
import { newDataFolder } from '../support/program.js';

describe('repaso start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newDataFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('stops while it starts, as soon as it is told to', async () => {
    const env = { PORT: '0', REPASO_DATA: folder, FLASHCARDS_DIR: 'flashcards', LOG_LEVEL: 'silent' };
    let shown = '';
    const io = fakeIo({ env, language: 'en' });
    const terminal = (text: string): void => {
      shown += text;
      if (text.includes('Reading')) setImmediate(() => process.emit('SIGTERM'));
    };
    expect(await start({ ...io, now: Date.now, terminal }, { json: false, invite: false })).toBe(0);
    expect(shown).toMatch(/Reading .*\nStopping: .*\nStopped\./s);
    expect(shown).not.toContain('http');
  });

  it('tells whoever watches in words alone, and stops when it is told to', async () => {
    const env = { PORT: '0', REPASO_DATA: folder, FLASHCARDS_DIR: 'flashcards', LOG_LEVEL: 'silent' };
    let shown = '';
    const io = fakeIo({ env, language: 'es' });
    const running = start(
      {
        ...io,
        now: Date.now,
        terminal: (text) => {
          shown += text;
          if (text.includes('Ctrl+C')) process.emit('SIGTERM');
        },
      },
      { json: false, invite: false },
    );
    expect(await running).toBe(0);
    expect(io.stdout).toEqual([]);
    expect(shown).toMatch(
      /^Repaso \S+\n {2}Creando la base de datos en .* ….*\n {2}Abriendo .*\n {2}Leyendo los apuntes de flashcards ….*\n {2}Docker: \d+ tarjetas\n\nListo: http:\S+\nPulsa Ctrl\+C para parar\.\nParando: .*\nParado\. Todo está guardado\.\n$/,
    );
  });
});
