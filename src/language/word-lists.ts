import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from './text.js';

/** One entry of a list, and the line of its file where it stands. */
type Entry = { readonly text: string; readonly file: string; readonly line: number };
/** The lists of a file by their names. */
type Lists = ReadonlyMap<string, readonly Entry[]>;

/** Membership in a list; `has` takes folded words. */
export type WordSet = { has(word: string): boolean };

/** All lists of one language. What they hold is read when it is first needed, once. */
export type WordLists = {
  /** The entries as they are written. */
  list(name: string): () => readonly string[];
  /** The entries folded. */
  set(name: string): WordSet;
  /** Entries of two parts, such as `led/lead`, folded. */
  pairs(name: string): () => readonly (readonly [string, string])[];
  names(): readonly string[];
};

export class WordListError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'WordListError';
  }
}

const NAME = /^\[([a-z][a-z ,'-]*)\]$/u;
const SIGN = /[^\p{Ll}\p{N} '.;:&©/-]/u;
/** Most lines: what has no other sign needs no look at each entry. */
const PLAIN = /^(?!.* {2})[a-záéíóúüñ0-9 ,'./-]*$/;

function checkEntry(text: string, file: string, line: number): void {
  if (/\p{Lu}/u.test(text)) throw new WordListError(file, line, `“${text}” has a capital letter: write it small`);
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) throw new WordListError(file, line, `“${text}” has a “${sign}”, which no entry may have`);
  if (/\s{2}/u.test(text)) throw new WordListError(file, line, `“${text}” has two spaces where one is enough`);
}

/**
 * Reads lists of words: `[name]` begins one, commas and the ends of lines part its entries, and what follows a `#` is a
 * remark. Throws with file and line where an entry stands twice, has a capital or a sign that means nothing here.
 */
export function parseWordLists(file: string, text: string): Lists {
  const lists = new Map<string, Entry[]>();
  let known = new Map<string, number>();
  let list: Entry[] | undefined;
  for (const [index, written] of text.split(/\r?\n/u).entries()) {
    const line = index + 1;
    const said = written.replace(/#.*$/u, '').trim();
    if (said === '') continue;
    const name = NAME.exec(said)?.[1];
    if (name !== undefined) {
      if (lists.has(name)) throw new WordListError(file, line, `the list [${name}] begins a second time`);
      list = [];
      known = new Map();
      lists.set(name, list);
      continue;
    }
    if (said.startsWith('[')) throw new WordListError(file, line, `“${said}” is no name of a list`);
    if (list === undefined) throw new WordListError(file, line, 'it stands in no list: begin one with [name]');
    const isPlain = PLAIN.test(said);
    for (const part of said.split(',')) {
      const entry = { text: part.trim(), file, line };
      if (!isPlain) checkEntry(entry.text, file, line);
      if (entry.text === '') {
        if (said.endsWith(',') && part === '') continue;
        throw new WordListError(file, line, 'there is nothing between two commas');
      }
      const key = fold(entry.text);
      const first = known.get(key);
      if (first !== undefined) {
        throw new WordListError(file, line, `“${entry.text}” stands in its list already, in line ${first}`);
      }
      known.set(key, line);
      list.push(entry);
    }
  }
  return lists;
}

function pairOf({ text, file, line }: Entry): readonly [string, string] {
  const [left = '', right = '', ...more] = fold(text).split('/');
  if (left === '' || right === '' || more.length > 0) {
    throw new WordListError(file, line, `“${text}” must have two parts with a “/” between`);
  }
  return [left, right];
}

function wordOf({ text, file, line }: Entry): string {
  if (text.includes('/')) throw new WordListError(file, line, `“${text}” has a “/”, which only pairs have`);
  return text;
}

/** A value that is worked out when it is first asked for. */
export function lazily<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}

/** Sets of folded words that are made when they are first asked. */
export function lazySet(work: () => Iterable<string>): WordSet {
  let made: ReadonlySet<string> | undefined;
  return {
    has: (word) => {
      made ??= new Set(work());
      return made.has(word);
    },
  };
}

/** What words mean, worked out when it is first asked. */
export type WordMap<T> = WordSet & { get(word: string): T | undefined };

export function lazyMap<T>(work: () => Iterable<readonly [string, T]>): WordMap<T> {
  const made = lazily(() => new Map(work()));
  return { has: (word) => made().has(word), get: (word) => made().get(word) };
}

/** The folder `words/`: beside `src` and `dist`, or further up where something else was compiled along. */
const folder = lazily(() => {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, 'words', 'glossary')) && dirname(above) !== above) above = dirname(above);
  return join(above, 'words');
});

export function readWordFile(name: string): string {
  return readFileSync(join(folder(), name), 'utf8');
}

/** The lists of some files of `words/`, such as `spanish/verbs.txt`. */
export function wordLists(files: readonly string[]): WordLists {
  const lists = lazily((): Lists => {
    const all = new Map<string, readonly Entry[]>();
    for (const file of files) {
      for (const [name, entries] of parseWordLists(`words/${file}`, readWordFile(file))) {
        const [first] = all.get(name) ?? [];
        if (first) throw new WordListError(`words/${file}`, 1, `the list [${name}] is in ${first.file} as well`);
        all.set(name, entries);
      }
    }
    return all;
  });
  const entriesOf = (name: string): readonly Entry[] => {
    const entries = lists().get(name);
    if (entries === undefined) throw new WordListError(`words/${files[0]}`, 1, `the list [${name}] is missing`);
    return entries;
  };
  return {
    list: (name) => lazily(() => entriesOf(name).map(wordOf)),
    set: (name) => lazySet(() => entriesOf(name).map((entry) => fold(wordOf(entry)))),
    pairs: (name) => lazily(() => entriesOf(name).map(pairOf)),
    names: () => [...lists().keys()],
  };
}
