/**
 * A word without the mark of its number, the same for Spanish and English: `imágenes` and `imagen`, `classes` and
 * `class`, `registries`, `registrys` and `registry`. Not always a word: only good for comparing.
 */
export function withoutNumber(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?<!s)s$/, '')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
}
