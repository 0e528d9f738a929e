import { LANGUAGES, type Language } from '../core/language.js';
import { fold } from './text.js';
import { lazily, readWordFile, WordListError } from './word-lists.js';

/** One idea: the phrases for it in each language. The first of a line is English, the second Spanish. */
export type GlossaryLine = Readonly<Record<Language, readonly string[]>>;

const FILES = ['computing', 'everyday'] as const;
const SIGN = /[^\p{Ll}\p{N} '.+/-]/u;
/** Most sides: what has no other sign needs no look at each phrase. */
const PLAIN = /^[a-záéíóúüñ0-9 ,'.+/-]*$/;

type Read = { readonly file: string; readonly line: number; readonly said: GlossaryLine };

function phrasesOf(side: string, file: string, line: number): readonly string[] {
  const phrases = side.split(',').map((phrase) => phrase.trim());
  const isPlain = PLAIN.test(side);
  for (const [index, phrase] of phrases.entries()) {
    const sign = isPlain ? undefined : SIGN.exec(phrase)?.[0];
    if (phrase === '') throw new WordListError(file, line, 'there is nothing between two commas or beside the “=”');
    if (!isPlain && /\p{Lu}/u.test(phrase))
      throw new WordListError(file, line, `“${phrase}” has a capital letter: write it small`);
    if (sign !== undefined)
      throw new WordListError(file, line, `“${phrase}” has a “${sign}”, which no phrase may have`);
    if (index > 0 && phrases.findIndex((other) => fold(other) === fold(phrase)) < index) {
      throw new WordListError(file, line, `“${phrase}” stands in its line twice`);
    }
  }
  return phrases;
}

function saysNothingNew(said: GlossaryLine, before: GlossaryLine): boolean {
  return LANGUAGES.every((language) => {
    const known = new Set(before[language].map(fold));
    return said[language].every((phrase) => known.has(fold(phrase)));
  });
}

/** Lines by one of their English phrases: only those can say the same. */
type Known = Map<string, Read[]>;

function remember(read: Read, known: Known): void {
  for (const phrase of read.said.en) known.set(fold(phrase), [...(known.get(fold(phrase)) ?? []), read]);
}

/**
 * Reads lines such as `file = archivo, fichero`: English, an equals sign, Spanish; what follows a `#` is a remark. Throws
 * with file and line where a line has another form, or says nothing that an earlier one does not say.
 *
 * @param known what was read of other files
 */
export function parseGlossaryFile(file: string, text: string, known: Known = new Map()): readonly GlossaryLine[] {
  return text.split(/\r?\n/u).flatMap((written, index): readonly GlossaryLine[] => {
    const line = index + 1;
    const said = written.replace(/#.*$/u, '').trim();
    if (said === '') return [];
    const sides = said.split('=');
    if (sides.length !== 2) throw new WordListError(file, line, `“${said}” must have one “=” between two languages`);
    const [en = [], es = []] = sides.map((side) => phrasesOf(side, file, line));
    const same = known.get(fold(en[0] ?? ''))?.find((before) => saysNothingNew({ en, es }, before.said));
    if (same) throw new WordListError(file, line, `“${said}” is said already in ${same.file}:${same.line}`);
    remember({ file, line, said: { en, es } }, known);
    return [{ en, es }];
  });
}

/** The glossary that ships, from `words/glossary/`. Read on first use: most verbs of the command line never need it. */
export const shippedGlossaryLines = lazily((): readonly GlossaryLine[] => {
  const known: Known = new Map();
  return FILES.flatMap((name) => {
    const file = `glossary/${name}.txt`;
    return parseGlossaryFile(`words/${file}`, readWordFile(file), known);
  });
});
