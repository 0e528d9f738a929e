import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILES = 20;
const SECTIONS = 50;
const TERMS = 10;

/** mulberry32, a small generator whose numbers, from 0 to 1, follow from its seed. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo zu cla bre tri dro plu'.split(' ');

/** Some thousand words that no language has, so that none of them is what anybody asks for. */
function words(random: () => number): readonly string[] {
  const any = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  return Array.from({ length: 4_000 }, () => any() + any() + any() + (random() < 0.5 ? any() : ''));
}

/** Notes as people write them: sections of terms, each explained in a sentence. Each term becomes a card. */
function noteFile(number: number): string {
  const random = generator(number);
  const known = words(random);
  const word = (): string => known[Math.floor(random() * known.length)] ?? '';
  const sentence = (): string => Array.from({ length: 8 + Math.floor(random() * 12) }, word).join(' ');
  const term = (of: string): string => `* **${word()} ${of}** => Sirve para ${sentence()}.`;
  const section = (index: number): string => {
    const of = `${number}x${index}`;
    return [`## ${word()} ${word()} ${of}`, '', ...Array.from({ length: TERMS }, (_, n) => term(`${of}x${n}`))].join(
      '\n',
    );
  };
  return `# Apuntes ${number}\n\n${Array.from({ length: SECTIONS }, (_, index) => section(index)).join('\n\n')}\n`;
}

/** Fills a folder with the notes that ship and with 20 decks of 500 cards. */
export async function writeNotes(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp('flashcards/docker.md', path.join(folder, 'docker.md'));
  for (let number = 1; number <= FILES; number += 1) {
    await writeFile(path.join(folder, `apuntes-${String(number).padStart(2, '0')}.md`), noteFile(number));
  }
}
