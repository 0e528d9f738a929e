import type { Passage } from '../core/card.js';
import type { NameIndex } from './concepts/name-index.js';
import { fold } from './text/fold.js';

const SUGGESTIONS = 3;
const LEAST_LIKENESS = 0.25;

/**
 * A few titles to try instead of what the notes do not answer: of passages that say part of it, then those that look
 * like it, then the weightiest sections, so that there is always something where there are notes.
 */
export function nearTitles(
  words: readonly string[],
  partly: readonly Passage[],
  passages: readonly Passage[],
  names: NameIndex,
): readonly string[] {
  const titles = new Map<string, string>();
  for (const { title } of [...partly, ...lookalikes(words, passages, names), ...weightiest(passages)]) {
    const key = fold(title).trim();
    if (titles.size < SUGGESTIONS && key !== '' && !titles.has(key)) titles.set(key, title.trim());
  }
  return [...titles.values()];
}

function lookalikes(words: readonly string[], passages: readonly Passage[], names: NameIndex): readonly Passage[] {
  return words
    .flatMap((word) => names.likeSpelled.near(word, LEAST_LIKENESS, SUGGESTIONS))
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ index }) => passages[names.names[index]?.passage ?? -1] ?? []);
}

function weightiest(passages: readonly Passage[]): readonly Passage[] {
  const sections = passages.filter(({ kind }) => kind === 'section');
  return (sections.length > 0 ? [...sections] : [...passages])
    .sort((a, b) => b.body.length - a.body.length)
    .slice(0, SUGGESTIONS * 2);
}
