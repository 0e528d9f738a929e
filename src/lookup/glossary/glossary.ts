import { LANGUAGES, type Language } from '../../core/language.js';
import { shippedGlossaryLines } from '../../language/glossary.js';
import { searchWords } from '../../language/search-words.js';
import { stem } from '../../language/stem.js';

/** Another way to say something: its folded words and the language they are in. */
export type Rendering = { readonly words: readonly string[]; readonly language: Language };

export type Glossary = {
  /** What a word or phrase is called otherwise: in the other language, and by its synonyms in the same line. */
  renderings(phrase: readonly string[]): readonly Rendering[];
  /** Words in the longest phrase that the glossary has. */
  readonly longestPhrase: number;
};

type Line = Readonly<Record<Language, readonly (readonly string[])[]>>;

/** Reads lines such as `file = archivo, fichero`: English, an equals sign, Spanish. Other lines are passed over. */
export function parseGlossary(text: string): Glossary {
  return glossaryOf(text.split('\n').flatMap(parseLine));
}

function glossaryOf(lines: readonly Line[]): Glossary {
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
    renderings: (phrase) => distinct(phrase, bySound),
  };
}

function parseLine(text: string): readonly Line[] {
  const [english, spanish] = text.split('=');
  if (english === undefined || spanish === undefined) return [];
  return [{ en: wordsOfEach(english.split(',')), es: wordsOfEach(spanish.split(',')) }];
}

function wordsOfEach(phrases: readonly string[]): readonly (readonly string[])[] {
  return phrases.map(searchWords).filter((words) => words.length > 0);
}

/** The phrase as it is stemmed, so that `imágenes` finds the line of `imagen`. */
function keyOf(phrase: readonly string[], language: Language): string {
  return `${language}:${phrase.map((word) => stem(word, language)).join(' ')}`;
}

function renderingsOf(line: Line, phrase: readonly string[]): readonly Rendering[] {
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

function distinct(phrase: readonly string[], bySound: ReadonlyMap<string, readonly Rendering[]>): readonly Rendering[] {
  const found = new Map<string, Rendering>();
  for (const language of LANGUAGES) {
    for (const rendering of bySound.get(keyOf(phrase, language)) ?? []) {
      found.set(`${rendering.language}:${rendering.words.join(' ')}`, rendering);
    }
  }
  return [...found.values()];
}

let built: Glossary | undefined;

/** The glossary that ships. Read on first use: most verbs of the command line never need it. */
export function shippedGlossary(): Glossary {
  built ??= glossaryOf(shippedGlossaryLines().map(({ en, es }) => ({ en: wordsOfEach(en), es: wordsOfEach(es) })));
  return built;
}
