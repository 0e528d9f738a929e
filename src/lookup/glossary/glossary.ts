import { LANGUAGES, type Language } from '../../core/language.js';
import { shippedGlossaryLines } from '../../language/glossary.js';
import { searchWords } from '../../language/search-words.js';
import { stem } from '../../language/stem.js';

/** A translation or synonym: its folded words and their language. */
export type Rendering = { readonly words: readonly string[]; readonly language: Language };

export type Glossary = {
  /** Translations and synonyms of a word or phrase. */
  renderings(phrase: readonly string[]): readonly Rendering[];
  /** Words in the longest phrase that the glossary has. */
  readonly longestPhrase: number;
};

type GlossaryLine = Readonly<Record<Language, readonly (readonly string[])[]>>;

/** Reads lines such as `file = archivo, fichero`: English, an equals sign, Spanish. Other lines are ignored. */
export function parseGlossary(text: string): Glossary {
  return glossaryOf(text.split('\n').flatMap(parseLine));
}

function glossaryOf(lines: readonly GlossaryLine[]): Glossary {
  const bySound = new Map<string, Rendering[]>();
  let longestPhrase = 1;
  for (const line of lines) {
    for (const language of LANGUAGES) {
      for (const phrase of line[language]) {
        longestPhrase = Math.max(longestPhrase, phrase.length);
        addTo(bySound, keyOf(phrase, language), renderingsOf(line, phrase));
      }
    }
  }
  return {
    longestPhrase,
    renderings: (phrase) => findRenderings(phrase, bySound),
  };
}

function parseLine(text: string): readonly GlossaryLine[] {
  const [english, spanish] = text.split('=');
  if (english === undefined || spanish === undefined) return [];
  return [{ en: wordsOfEach(english.split(',')), es: wordsOfEach(spanish.split(',')) }];
}

function wordsOfEach(phrases: readonly string[]): readonly (readonly string[])[] {
  return phrases.map(searchWords).filter((words) => words.length > 0);
}

/** The stemmed phrase, so that `imágenes` finds the line of `imagen`. */
function keyOf(phrase: readonly string[], language: Language): string {
  return `${language}:${phrase.map((word) => stem(word, language)).join(' ')}`;
}

function renderingsOf(line: GlossaryLine, phrase: readonly string[]): readonly Rendering[] {
  const all: Rendering[] = [];
  for (const language of LANGUAGES) {
    for (const words of line[language]) if (words !== phrase) all.push({ words, language });
  }
  return all;
}

function addTo(map: Map<string, Rendering[]>, key: string, added: readonly Rendering[]): void {
  const known = map.get(key);
  if (known) known.push(...added);
  else map.set(key, [...added]);
}

function findRenderings(
  phrase: readonly string[],
  bySound: ReadonlyMap<string, readonly Rendering[]>,
): readonly Rendering[] {
  const found = new Map<string, Rendering>();
  for (const language of LANGUAGES) {
    for (const rendering of bySound.get(keyOf(phrase, language)) ?? []) {
      found.set(`${rendering.language}:${rendering.words.join(' ')}`, rendering);
    }
  }
  return [...found.values()];
}

let built: Glossary | undefined;

/** The built-in glossary. Read on first use, since most commands never need it. */
export function shippedGlossary(): Glossary {
  built ??= glossaryOf(shippedGlossaryLines().map(({ en, es }) => ({ en: wordsOfEach(en), es: wordsOfEach(es) })));
  return built;
}
