import { LANGUAGES, type Language } from '../core/language.js';
import { pattern } from '../core/word-pattern.js';
import { anyList, anyPairs, anySet } from './lists.js';
import { sameIdea } from './same-idea.js';
import { searchWords } from './search-words.js';
import { stem } from './stem.js';
import { lazily, lazySet } from './word-lists.js';

/** What of a word is compared, by language: "contiene" and "contienen" are one. */
export type Stems = Readonly<Record<Language, string>>;

export function stemsOf(word: string): Stems {
  return { en: stem(word, 'en'), es: stem(word, 'es') };
}

/** Which words stand beside which in the pairs of a list, by their stems. */
function partnersOf(name: string): () => ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = anyPairs(name);
  return lazily(() => {
    const partners = new Map<string, Set<string>>();
    const put = (language: Language, from: string, to: string) => {
      const key = `${language}:${stem(from, language)}`;
      const known = partners.get(key) ?? new Set<string>();
      partners.set(key, known.add(stem(to, language)));
    };
    for (const { language, left, right } of pairs()) {
      put(language, left, right);
      put(language, right, left);
    }
    return partners;
  });
}

function arePartners(partners: ReadonlyMap<string, ReadonlySet<string>>, a: Stems, b: Stems): boolean {
  return LANGUAGES.some((language) => partners.get(`${language}:${a[language]}`)?.has(b[language]));
}

const OPPOSITES = partnersOf('opposites');
const SAME = partnersOf('same meaning');
const BEGINNINGS = anyList('denying beginnings');
const ENDINGS = anyPairs('denying endings');
const NUMBERS = lazily(() => new Map(anyPairs('numbers as digits')().map(({ left, right }) => [left, right])));
const GIVING_UP = lazySet(() => anyList('giving up')().map(plainly));
const CONTRACTED = anySet('contracted denials');
/** The shortest word that may lose a beginning: "in" and "im" begin too many others. */
const SHORTEST_DENIED = 5;

function plainly(text: string): string {
  return searchWords(text).join(' ');
}

function deniesByBeginning(longer: string, shorter: string): boolean {
  return (
    shorter.length >= SHORTEST_DENIED &&
    longer.endsWith(shorter) &&
    BEGINNINGS().includes(longer.slice(0, -shorter.length))
  );
}

function deniesByEnding(a: string, b: string): boolean {
  return ENDINGS().some(({ left, right }) => {
    return a.endsWith(left) && b.endsWith(right) && a.slice(0, -left.length) === b.slice(0, -right.length);
  });
}

/** Whether two folded words say the contrary of each other: "open" and "closed", "visible" and "invisible". */
export function areOpposite(a: string, b: string): boolean {
  if (a === b) return false;
  return (
    arePartners(OPPOSITES(), stemsOf(a), stemsOf(b)) ||
    deniesByBeginning(a, b) ||
    deniesByBeginning(b, a) ||
    deniesByEnding(a, b) ||
    deniesByEnding(b, a)
  );
}

/** Whether two folded words mean the same, in one language or in two. */
export function meanTheSame(a: string, b: string): boolean {
  return arePartners(SAME(), stemsOf(a), stemsOf(b)) || sameIdea(a) === sameIdea(b);
}

/** The digits of a folded word that is a number, or `null`. */
export function digitsOf(word: string): string | null {
  return NUMBERS().get(word) ?? null;
}

/** Whether a whole answer only says that one does not know. */
export function isGivingUp(text: string): boolean {
  return GIVING_UP.has(plainly(text));
}

/** "isn't", "dont": a denial in one word with its verb. */
export function isContractedDenial(word: string): boolean {
  return CONTRACTED.has(word);
}

const NEXT_ONLY = anySet('denies the next thing');
const NOTHING_WITH = anySet('denies nothing with');
const BOTH_WAYS = anySet('works both ways');
const TURNS_ROLES = anySet('turns the roles');
const JOINS = anySet('joins answers');

/** Whether a denial reaches only to the thing that follows: "without". */
export function deniesNextOnly(word: string): boolean {
  return NEXT_ONLY.has(word);
}

/** "Only" of "not only". */
export function deniesNothingWith(word: string): boolean {
  return NOTHING_WITH.has(word);
}

/** Whether what stands on either side of a word may change places: "is connected to". */
export function worksBothWays(word: string): boolean {
  return BOTH_WAYS.has(word);
}

/** Whether a word says by whom something is done, so that its sentence has the doer last. */
export function turnsRoles(word: string): boolean {
  return TURNS_ROLES.has(word);
}

/** Whether a word leads from one thing that is said to another. */
export function joinsAnswers(word: string): boolean {
  return JOINS.has(word);
}

const BE = anySet('is');

/** A form of "to be" that says what a thing is. */
export function isBe(word: string): boolean {
  return BE.has(word);
}

const ASKS = lazySet(() => anyList('question openers')().flatMap((phrase) => plainly(phrase).split(' ')));

/** "What", "cuál": a question with such a word is not answered by yes or no. */
export function isQuestionWord(word: string): boolean {
  return ASKS.has(word);
}

const WHAT = pattern('iu')`^[¿¡\s]*${anyList('definition questions')}\s`;

/** "What is Docker?", "¿Qué son las imágenes?" */
export function asksWhat(question: string): boolean {
  return WHAT().test(question);
}

const LEADS = anySet('leads somewhere');

/** "Into": what stands before becomes what stands behind, never the other way round. */
export function leadsSomewhere(word: string): boolean {
  return LEADS.has(word);
}
