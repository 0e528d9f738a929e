import { readdirSync, readFileSync } from 'node:fs';
import { CODE_PAGES } from '../../src/encoding/code-pages.js';

const TEXTS = new URL('fixtures/', import.meta.url);

/** Notes written for these tests, by file name. `damage`: six languages, formulas, code. `healthy`: easily mistaken. */
export function fixtures(kind: 'damage' | 'healthy'): readonly (readonly [name: string, text: string])[] {
  const folder = new URL(`${kind}/`, TEXTS);
  return readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
}

export const PAGE_NAMES = CODE_PAGES.map((page) => page.name);

/** UTF-8 read through a code page: the damage itself. */
export function misread(text: string, name: string): string {
  const page = CODE_PAGES.find((candidate) => candidate.name === name);
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => page!.upper.charAt(byte.charCodeAt(0) - 0x80));
}

/** Misread through one page after another. */
export function damaged(text: string, chain: readonly string[]): string {
  return chain.reduce(misread, text);
}

/** Every page once, and every two pages one after the other. */
export const CHAINS: readonly (readonly string[])[] = [
  ...PAGE_NAMES.map((name) => [name]),
  ...PAGE_NAMES.flatMap((first) => PAGE_NAMES.map((second) => [first, second])),
];

/** Text as a file in a code page; `null` where the page lacks a character of it. */
export function inPage(text: string, name: string): readonly number[] | null {
  const upper = CODE_PAGES.find((page) => page.name === name)!.upper;
  const bytes = [...text].map((char) => (char < '\x80' ? char.charCodeAt(0) : 0x80 + upper.indexOf(char)));
  return bytes.some((byte) => byte === 0x7f) ? null : bytes;
}

export function utf8(text: string): readonly number[] {
  return [...Buffer.from(text, 'utf8')];
}

/** The same numbers in 0…1 for the same seed (Park and Miller). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}
