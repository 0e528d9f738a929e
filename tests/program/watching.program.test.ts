import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showStep } from '../../src/cli/start-steps.js';
import { deckId, workspaceId } from '../../src/core/ids.js';
import type { Running } from '../../src/program/main.js';
import { openStore } from '../../src/store/open/open.js';
import { networkNotes, TERMS, type Term, termOf } from '../support/network-notes.js';
import { startWhole } from '../support/whole-program.js';

let root: string;
let lines: string[];
let running: Running | undefined;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'repaso-watching-'));
  await mkdir(at('notes'));
  lines = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(root, { recursive: true });
});

const at = (...parts: string[]) => path.join(root, ...parts);
const without = (...gone: readonly Term[]) => TERMS.filter((term) => !gone.includes(term));

async function start(): Promise<void> {
  running = await startWhole({ REPASO_DATA: at('data'), FLASHCARDS_DIR: at('notes') }, (step) => {
    const keep = (line: string) => void lines.push(line.trim());
    showStep({ begin: keep, tell: keep, warn: keep, end: () => {} }, 'en', step);
  });
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

function told(words: RegExp): Promise<string> {
  return vi.waitFor(
    () => {
      const found = lines.find((line) => words.test(line));
      if (found === undefined) throw new Error(`nothing like ${words} among\n${lines.join('\n')}`);
      return found;
    },
    { timeout: 20_000, interval: 20 },
  );
}

/** The cards that are asked, once the program has stopped. */
async function asked(deck: string): Promise<readonly string[]> {
  await stop();
  const opened = await openStore({ databaseUrl: null, dataDir: at('data') });
  try {
    const cards = await opened.store.decks.cards(workspaceId('web:local'), deckId(deck));
    return cards.filter(({ paused }) => !paused).map(({ front }) => termOf(front));
  } finally {
    await opened.close();
  }
}

describe('the program, while the notes of its folder change', () => {
  it('takes over what is clear, and says so in the words of the command line', async () => {
    await writeFile(at('notes', 'redes.md'), networkNotes(TERMS));
    await start();
    // As many editors do: beside it first, then in its place.
    await writeFile(at('notes', 'redes.md~'), networkNotes(without('TTL')));
    await rename(at('notes', 'redes.md~'), at('notes', 'redes.md'));
    await told(/^The notes on disk changed\. Redes: 5 cards \(1 gone/);
    await writeFile(at('notes', 'otra.md'), '# Otra\n\n- **Bit**: unidad mínima de información.\n');
    await told(/^The notes on disk changed\. Otra: one card/);
    await rename(at('notes', 'redes.md'), at('notes', 'internet.md'));
    await told(/^The notes on disk changed\. Redes: redes\.md is internet\.md now\. 5 unchanged/);
    expect(await asked('internet')).toEqual(without('TTL'));
  });

  it('waits for a yes where much would be paused, or a file is gone, also after another start', async () => {
    await writeFile(at('notes', 'redes.md'), networkNotes(TERMS));
    await writeFile(at('notes', 'otra.md'), '# Otra\n\n- **Bit**: unidad mínima de información.\n');
    await start();
    await writeFile(at('notes', 'redes.md'), networkNotes(['IP']));
    await told(/^The notes on disk changed\. Redes: .*5 gone.* Nothing has changed yet: say yes in the chat/);
    await rm(at('notes', 'otra.md'));
    await told(/^The notes on disk changed\. Otra: otra\.md is gone\. .*Nothing has changed yet/);
    await stop();
    await start();
    expect(lines).toContain('Redes: redes.md waits for a yes, in the chat with /deck or with repaso import.');
    await stop();
    expect(await asked('redes')).toEqual(TERMS);
    expect(await asked('otra')).toEqual(['Bit']);
  });

  it('is not disturbed by a file that cannot be read, nor by a folder that goes and comes', async () => {
    await writeFile(at('notes', 'redes.md'), networkNotes(TERMS));
    await start();
    await writeFile(at('notes', 'redes.md'), Buffer.alloc(64));
    await told(/^The notes on disk changed\. redes\.md: not loaded/);
    await writeFile(at('notes', 'redes.md'), networkNotes(TERMS));
    await rm(at('notes'), { recursive: true });
    await told(/^The notes on disk changed\. No notes in/);
    expect(await asked('redes')).toEqual(TERMS);
  });
});
