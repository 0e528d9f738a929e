import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImports } from './support/imports.js';

const imports = await readImports(fileURLToPath(new URL('../src', import.meta.url)));

/** Who may import what of ours; the first entry that fits a file counts. Kept in step with ARCHITECTURE.md. */
const RULES: readonly { readonly folder: RegExp; readonly may: readonly RegExp[]; readonly instead: string }[] = [
  { folder: /^core\//, may: [/^core\//], instead: 'the core is pure: pass what it needs as an argument' },
  { folder: /^messages\//, may: [/^core\//], instead: 'the engine of the catalogues knows no words' },
  { folder: /^(notes|lookup|charts)\//, may: [/^core\//], instead: 'join it with the rest in tutor/' },
  { folder: /^zones\//, may: [/^core\//], instead: 'zones know places and clocks, nobody who lives by them' },
  { folder: /^model\//, may: [], instead: 'a model knows no notes: what it is asked is made in tutor/answering/' },
  { folder: /^store\//, may: [/^core\//, /^store\//], instead: 'use cases are in tutor/' },
  {
    folder: /^tutor\//,
    may: [/^core\//, /^notes\//, /^lookup\//, /^zones\//, /^store\/interfaces\//, /^model\/port/],
    instead: 'take the store and the models by their interfaces; words are in bot/',
  },
  { folder: /^chat\/[^/]+\.ts$/, may: [/^chat\/[^/]+$/], instead: 'the port and its helpers know nothing of ours' },
  { folder: /^chat\/web\/client\//, may: [], instead: 'the page gets everything from the server' },
  {
    folder: /^chat\/(discord|slack|web)\//,
    may: [/^chat\/[^/]+$/],
    instead: 'an adapter sees the bot through chat/port.ts',
  },
  {
    folder: /^bot\//,
    may: [/^core\//, /^tutor\//, /^charts\//, /^messages\//, /^chat\/[^/]+$/],
    instead: 'add a use case in tutor/, or data to the port',
  },
  { folder: /^delivery\//, may: [/^core\//, /^tutor\//, /^chat\/port/], instead: 'main.ts hands in what is sent' },
  {
    folder:
      /^(main|cli|config|env-values|model-settings|models|log|ids|http-server|note-files|watch-folder|adapters|workspaces)\.ts$|^cli\//,
    may: [/.*/],
    instead: '',
  },
];

/** Packages that belong to one place. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^(drizzle-orm|pg|@electric-sql\/pglite)(\/|$)/, only: /^store\// },
  { name: /^discord\.js$/, only: /^chat\/discord\// },
  { name: /^@slack\//, only: /^chat\/slack\// },
  { name: /^hono(\/|$)/, only: /^(chat\/web\/|http-server\.ts)/ },
  { name: /^@hono\//, only: /^http-server\.ts/ },
  { name: /^@ai-sdk\//, only: /^model\// },
  { name: /^chokidar$/, only: /^watch-folder\.ts/ },
  { name: /^node-cron$/, only: /^delivery\// },
  { name: /^minisearch$|^@orama\//, only: /^lookup\// },
  { name: /^@vvo\/tzdb$/, only: /^zones\// },
  { name: /^pino$/, only: /^log\.ts/ },
  { name: /^commander$/, only: /^cli/ },
];

function ruleOf(file: string) {
  return RULES.find((rule) => rule.folder.test(file));
}

describe('the layers', () => {
  it('cover every source file', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect([...new Set(imports.map((entry) => entry.from))].filter((file) => ruleOf(file) === undefined)).toEqual([]);
  });

  it('import only what they may', () => {
    const broken = imports
      .filter((entry) => entry.own)
      .filter(({ from, of }) => {
        const sameFolder = from.split('/')[0] === of.split('/')[0] && !from.startsWith('chat/');
        const sameAdapter = /^chat\/\w+\//.test(from) && of.startsWith(from.split('/').slice(0, 2).join('/'));
        return !sameFolder && !sameAdapter && !ruleOf(from)?.may.some((allowed) => allowed.test(of));
      })
      .map(({ from, of }) => `${from} imports ${of}: ${ruleOf(from)?.instead}`);
    expect(broken).toEqual([]);
  });

  it('keep each package in its place', () => {
    const broken = imports
      .filter((entry) => !entry.own)
      .flatMap(({ from, of }) =>
        PACKAGES.filter(({ name, only }) => name.test(of) && !only.test(from)).map(() => `${from} imports ${of}`),
      );
    expect(broken).toEqual([]);
  });

  it('give the core no package and no input or output', () => {
    expect(imports.filter((entry) => entry.from.startsWith('core/') && !entry.own)).toEqual([]);
  });
});
