import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circlesIn, twoWayIn } from './support/import-graph.js';
import { readImports } from './support/imports.js';

const imports = await readImports(fileURLToPath(new URL('../src', import.meta.url)));
const own = imports.filter((entry) => entry.own);

/** Who may import what of ours; the first entry that fits a file counts. Kept in step with ARCHITECTURE.md. */
const RULES: readonly { readonly folder: RegExp; readonly may: readonly RegExp[]; readonly instead: string }[] = [
  { folder: /^core\//, may: [], instead: 'the core is pure: pass what it needs as an argument' },
  { folder: /^messages\//, may: [/^core\//], instead: 'the engine of the catalogues knows no words' },
  { folder: /^zones\//, may: [/^core\//], instead: 'zones know places and clocks, nobody who lives by them' },
  { folder: /^language\//, may: [/^core\//], instead: 'a language knows words, not what they stand in: pass the text' },
  { folder: /^encoding\//, may: [/^core\//], instead: 'bytes become text without knowing what it says' },
  {
    folder: /^notes\/read\//,
    may: [/^core\//, /^language\//],
    instead: 'reading gives entries; what becomes of them is in notes/cards/',
  },
  {
    folder: /^notes\//,
    may: [/^core\//, /^language\//, /^encoding\//],
    instead: 'notes become a deck knowing no other deck: compare in diff/, join in tutor/',
  },
  {
    folder: /^diff\//,
    may: [/^core\//, /^language\//],
    instead: 'a difference is between cards, wherever they are from',
  },
  {
    folder: /^formats\//,
    may: [/^core\//, /^language\//, /^encoding\//, /^notes\//],
    instead: 'a format turns a file into decks and back: join it with the store in tutor/decks/',
  },
  {
    folder: /^lookup\//,
    may: [/^core\//, /^language\//, /^notes\/read\//],
    instead: 'the lookup sees passages: join it with the rest in tutor/ask/',
  },
  {
    folder: /^choices\//,
    may: [/^core\//, /^language\//],
    instead: 'what stands beside a right answer follows from the cards alone: pass them',
  },
  {
    folder: /^grading\//,
    may: [/^core\//, /^language\//],
    instead: 'an answer is graded by its words alone: what the team knows is an argument',
  },
  { folder: /^model\//, may: [], instead: 'a model knows no notes: what it is asked is made in tutor/ask/answering/' },
  { folder: /^threads\//, may: [], instead: 'a thread runs what it is given: the job belongs to whoever starts it' },
  {
    folder: /^scheduling\//,
    may: [/^core\//],
    instead: 'schedulers see plans and dates: whose they are is known in store/ and tutor/',
  },
  {
    folder: /^store\//,
    may: [/^core\//, /^scheduling\//, /^threads\//, /^chat\/chat-memory/, /^chat\/web\/room-log/],
    instead: 'use cases are in tutor/; what chat needs kept it declares in chat-memory.ts and room-log.ts',
  },
  {
    folder: /^tutor\//,
    may: [
      /^(core|language|notes|diff|formats|lookup|choices|grading|scheduling|zones)\//,
      /^encoding\/decode-notes/,
      /^store\/interfaces\//,
      /^model\/port/,
    ],
    instead: 'take the store and the models by their interfaces; words are in bot/',
  },
  { folder: /^chat\/[^/]+\.ts$/, may: [], instead: 'the port and its helpers know nothing of ours' },
  { folder: /^chat\/web\/client\//, may: [], instead: 'the page gets everything from the server' },
  {
    folder: /^chat\/(discord|slack|web)\//,
    may: [/^chat\/[^/]+$/],
    instead: 'an adapter sees the bot through chat/port.ts',
  },
  {
    folder: /^bot\//,
    may: [/^core\//, /^language\//, /^choices\//, /^tutor\//, /^messages\//, /^chat\/[^/]+$/],
    instead: 'add a use case in tutor/, or data to the port',
  },
  {
    folder: /^delivery\//,
    may: [/^core\//, /^tutor\//, /^chat\/port/],
    instead: 'program/main.ts hands in what is sent',
  },
  { folder: /^program\//, may: [/^(?!cli)/], instead: 'what a terminal shows is in cli/, which starts the program' },
  { folder: /^cli(\.ts$|\/)/, may: [/.*/], instead: '' },
];

/** Packages that belong to one place. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^(drizzle-orm|pg|@electric-sql\/pglite)(\/|$)/, only: /^store\// },
  { name: /^discord\.js$/, only: /^chat\/discord\// },
  { name: /^@slack\//, only: /^chat\/slack\// },
  { name: /^hono(\/|$)/, only: /^(chat\/web\/|program\/http-server\.ts)/ },
  { name: /^@hono\//, only: /^program\/http-server\.ts/ },
  { name: /^@ai-sdk\//, only: /^model\// },
  { name: /^chokidar$/, only: /^program\/watch-folder\.ts/ },
  { name: /^node-cron$/, only: /^delivery\// },
  { name: /^@orama\/stemmers/, only: /^language\// },
  { name: /^eld(\/|$)/, only: /^language\/told-language\.ts/ },
  { name: /^@vvo\/tzdb$/, only: /^zones\// },
  { name: /^@sqlite\.org\//, only: /^formats\/sqlite\// },
  { name: /^(yauzl|fflate|fzstd)$/, only: /^formats\/(archive|anki)\// },
  { name: /^papaparse$/, only: /^formats\/csv\// },
  { name: /^hast-util-(from-html|to-mdast)$/, only: /^formats\/html\// },
  { name: /^yaml$/, only: /^notes\/read\// },
  { name: /^(ts-fsrs|@open-spaced-repetition\/)/, only: /^scheduling\// },
  { name: /^piscina$/, only: /^threads\// },
  { name: /^pino$/, only: /^program\/log\.ts/ },
  { name: /^commander$/, only: /^cli/ },
];

function ruleOf(file: string) {
  return RULES.find((rule) => rule.folder.test(file));
}

/** The folder that an import stays within: a room, or one adapter of `chat/`. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'chat' && /^(discord|slack|web)$/.test(second) ? `${first}/${second}` : first;
}

describe('the layers', () => {
  it('cover every source file', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect([...new Set(imports.map((entry) => entry.from))].filter((file) => ruleOf(file) === undefined)).toEqual([]);
  });

  it('import only what they may', () => {
    const broken = own
      .filter(({ from, of }) => roomOf(from) !== roomOf(of) || /^(notes\/read|chat\/web\/client)\//.test(from))
      .filter(({ from, of }) => {
        const isBeside = from.split('/').slice(0, -1).join('/') === of.split('/').slice(0, -1).join('/');
        return !isBeside && !ruleOf(from)?.may.some((allowed) => allowed.test(of));
      })
      .map(({ from, of }) => `${from} imports ${of}: ${ruleOf(from)?.instead}`);
    expect(broken).toEqual([]);
  });

  it('are no circle, file by file', () => {
    const circles = circlesIn(own).map((files) => `${files.join(' → ')}: move what both need into a file of its own`);
    expect(circles).toEqual([]);
  });

  it('have no traffic both ways, between rooms and between the folders of a room', () => {
    const both = twoWayIn(own).map(
      ({ folders: [a, b], there, back }) =>
        `${a} ↔ ${b}: ${there.join(', ')}; ${back.join(', ')}: what both need belongs to the folder that is imported more`,
    );
    expect(both).toEqual([]);
  });

  it('keep each package in its place', () => {
    const broken = imports
      .filter((entry) => !entry.own)
      .flatMap(({ from, of }) =>
        PACKAGES.filter(({ name, only }) => name.test(of) && !only.test(from)).map(
          ({ only }) => `${from} imports ${of}, which belongs to ${only.source}`,
        ),
      );
    expect(broken).toEqual([]);
  });

  it('name only packages that are used', () => {
    const used = imports.filter((entry) => !entry.own).map(({ of }) => of);
    expect(PACKAGES.filter(({ name }) => !used.some((of) => name.test(of)))).toEqual([]);
  });

  it('give the core no package, and of Node only its hashes', () => {
    const foreign = imports.filter((entry) => entry.from.startsWith('core/') && !entry.own);
    expect(foreign.map(({ from, of }) => `${from} imports ${of}`)).toEqual(['core/hash.ts imports node:crypto']);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names every folder of src', () => {
    const plan = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
    const folders = readdirSync(new URL('../src', import.meta.url), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((name) => !new RegExp(`\\b${name}(?:\\b|/)`).test(plan))).toEqual([]);
  });
});

describe('the rules', () => {
  const arrow = (from: string, of: string) => ({ from, of, own: true });

  it('find a circle', () => {
    expect(circlesIn([arrow('a/x.ts', 'a/y.js'), arrow('a/y.ts', 'b/z.js'), arrow('b/z.ts', 'a/x.js')])).toEqual([
      ['a/x', 'a/y', 'b/z'],
    ]);
    expect(circlesIn([arrow('a/x.ts', 'a/y.js'), arrow('a/x.ts', 'a/z.js')])).toEqual([]);
  });

  it('find traffic both ways, but not between a folder and what is in it', () => {
    const both = [arrow('a/p/x.ts', 'a/q/y.js'), arrow('a/q/z.ts', 'a/p/w.js')];
    expect(twoWayIn(both).map(({ folders }) => folders)).toEqual([['a/p', 'a/q']]);
    expect(twoWayIn([arrow('a/x.ts', 'a/p/y.js'), arrow('a/p/z.ts', 'a/w.js')])).toEqual([]);
    expect(twoWayIn([arrow('a/p/x.ts', 'b/y.js'), arrow('b/q/z.ts', 'a/w.js')]).map(({ folders }) => folders)).toEqual([
      ['a', 'b'],
    ]);
  });
});
