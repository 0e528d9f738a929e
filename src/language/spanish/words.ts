import { LISTS } from '../lists.js';
import { fold } from '../text.js';
import { lazily, lazyMap, lazySet, type WordMap, type WordSet } from '../word-lists.js';

/** Spanish words that the grammar knows, from `words/spanish/`. All are folded: lower case, no accents. */
const { list, pairs, set } = LISTS.es;

const regular = list('regular verbs');
const irregular = pairs('irregular verbs');
const otherInfinitives = list('other infinitives');
const firstPersonStems = list('first person stems');
const isNoVerb = set('no verbs');
const regularFolded = lazily(() => regular().map(fold));

/** First person, singular and plural: no subject can be asked for, but they are verbs and carry no fact. */
export const SPANISH_FIRST_PERSON: WordSet = lazySet(() =>
  [...regularFolded().map((verb) => verb.slice(0, -2)), ...firstPersonStems()].flatMap((stem) => [
    `${stem}o`,
    `${stem}amos`,
    `${stem}emos`,
    `${stem}imos`,
  ]),
);

type SpanishForm = { readonly number: 'sg' | 'pl'; readonly singular: string; readonly plural: string };

/** Present and imperfect of a verb that is conjugated by the book. */
function regularForms(verb: string): readonly (readonly [string, string])[] {
  const stem = verb.slice(0, -2);
  const [present, imperfect] = verb.endsWith('ar') ? ['a', 'aba'] : ['e', 'ia'];
  return [
    [`${stem}${present}`, `${stem}${present}n`],
    [`${stem}${imperfect}`, `${stem}${imperfect}n`],
  ];
}

function verbForms(): Iterable<readonly [string, SpanishForm]> {
  const forms = new Map<string, SpanishForm>();
  for (const [singular, plural] of [...irregular(), ...regularFolded().flatMap(regularForms)]) {
    if (isNoVerb.has(singular)) continue;
    if (!forms.has(singular)) forms.set(singular, { number: 'sg', singular, plural });
    if (!forms.has(plural)) forms.set(plural, { number: 'pl', singular, plural });
  }
  return forms;
}

/** Every known form → what it is. Present and imperfect, third person; that is what notes are written in. */
export const SPANISH_VERBS: WordMap<SpanishForm> = lazyMap(verbForms);

/** Infinitives that are known to be verbs and not nouns in -ar, -er, -ir. */
export const SPANISH_INFINITIVES: WordSet = lazySet(() => [...regularFolded(), ...otherInfinitives().map(fold)]);

/** An infinitive without the pronoun that hangs on it: "subirlo", "sentarse". */
export function bareInfinitive(word: string): string {
  return word.replace(/(?:se|l[oae]s?)$/u, '');
}

export const SPANISH_NOUNS_TOO = set('nouns like verbs');
export const SPANISH_BE = set('be');
export const SPANISH_STAY = set('stay');
export const SPANISH_EXIST = set('exist');
export const SPANISH_MODAL = set('modal verbs');
export const SPANISH_ARTICLES = set('articles');
export const SPANISH_NOUN_OPENERS = set('noun openers');
export const SPANISH_SUBJECT_OPENERS = set('subject openers');
export const SPANISH_PREPOSITIONS = set('prepositions');
export const SPANISH_CLITICS = set('clitics');
export const SPANISH_FILLERS = set('fillers');
export const SPANISH_POINTERS = set('pointers');
export const SPANISH_STOP_WORDS = set('stop words');
export const SPANISH_CATEGORIES = set('categories');
export const SPANISH_FEMININE = set('feminine nouns');
export const SPANISH_MASCULINE = set('masculine nouns');
