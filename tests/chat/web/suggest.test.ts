import { describe, expect, it } from 'vitest';
import { roomWords } from '../../../src/bot/room-words.js';
import type { CommandOption, CommandSpec } from '../../../src/chat/port.js';
import { suggestFor } from '../../../src/chat/web/suggest.js';
import { createFakeApp } from '../../support/fake-app.js';

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
  const names = { en: name, es: `${name}-es` };
  return { name, names, description: names, required: false, type: 'string', choices: [], suggests: false, ...more };
}
function command(name: string, es: string, ...options: readonly CommandOption[]): CommandSpec {
  const names = { en: name, es };
  return { name, names, description: names, options };
}

const format = option('format', {
  choices: [
    { value: 'csv', label: { en: 'CSV', es: 'CSV' } },
    { value: 'apkg', label: { en: 'Anki', es: 'Anki' } },
  ],
});
const commands = [
  command('export', 'exportar', option('deck', { suggests: true }), format),
  command('alias', 'alias', option('alias'), option('meaning', { suggests: true })),
  command('review', 'repasar', option('deck', { suggests: true })),
  command('leaderboard', 'clasificación'),
];

async function suggest(line: string, language: 'en' | 'es' = 'en'): Promise<readonly string[]> {
  const app = {
    ...createFakeApp().app,
    commands,
    suggest: async ({ typed }: { typed: string }) =>
      ['Docker', 'Redes de computadores']
        .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
        .map((name) => ({ label: name, value: name })),
  };
  const deps = { app, logger: { warn() {}, error() {} }, newRef: () => 'R' };
  const person = { id: 'ana', name: 'Ana', languages: [language], timeZone: null, manages: true };
  const place = {
    workspaceId: 'w',
    lead: '/',
    direct: { platform: 'web', kind: 'direct', id: 'ana' },
    channel: null,
  } as const;
  const found = await suggestFor(deps, line, { person, place, words: roomWords([language]) });
  return found.map(({ insert }) => insert);
}

describe('what could follow in the box', () => {
  it.each([
    ['/', ['/export ', '/alias ', '/review ', '/leaderboard']],
    ['/le', ['/leaderboard']],
    ['/export ', ['/export Docker', '/export Redes de computadores', '/export CSV', '/export Anki']],
    ['/export d', ['/export Docker']],
    ['/export Docker ', ['/export Docker CSV', '/export Docker Anki']],
    ['/export Docker c', ['/export Docker CSV']],
    ['/export csv ', ['/export csv Docker', '/export csv Redes de computadores']],
    ['/export csv re', ['/export csv Redes de computadores']],
    ['/alias prom', []],
    ['/alias prom ', ['/alias prom Docker', '/alias prom Redes de computadores']],
    ['/alias prom dock', ['/alias prom Docker']],
    ['/alias prom = dock', ['/alias prom = Docker']],
    ['/review redes', ['/review Redes de computadores']],
    ['/review Docker', []],
    ['/dance ', []],
    ['hello', []],
    ['@', ['@Repaso ']],
    ['@rep', ['@Repaso ']],
    ['@ana', []],
    ['', []],
  ])('after %j: %j', async (line, inserts) => {
    expect(await suggest(line)).toEqual(inserts);
  });

  it('is called as the person calls it, accents aside', async () => {
    expect(await suggest('/clasificacion', 'es')).toEqual(['/clasificación']);
    expect(await suggest('/exportar ', 'es')).toContain('/exportar Docker');
  });
});
