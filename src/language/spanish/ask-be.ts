import { pattern } from '../../core/word-pattern.js';
import { type Asked, spanishQuestionOf as question } from '../asked.js';
import { type Clause, firstWords } from '../clause.js';
import { LISTS } from '../lists.js';
import { accented, agree, isForeignPlural } from './agreement.js';
import { SPANISH_ARTICLES, SPANISH_NOUN_OPENERS, SPANISH_PREPOSITIONS } from './words.js';

const { list } = LISTS.es;
/** "La idea de X es que …": such a noun is asked for with "cuál". */
const WHICH = pattern('iu')`^(?:el|la|los|las)\s+${list('asked with which')}\s`;
/** "La clave está en que …" names no place. */
const IDEA = pattern('iu')`^(?:el|la|los|las)\s+${list('ideas')}(?:\s|$)`;
/** "Es necesario que …", "es importante tener …": nothing is said of a subject. */
export const IMPERSONAL = pattern(
  'iu',
)`^${list('impersonal')}s?\s+(?:que\s|no\s)?(?:(?:el|la|los|las|un|una)\s|\p{L}+[aei]r(?:se|l[oae]s?)?(?!\p{L})|que\s|\p{L}+)`;
/** "Más sencillo hacerlo …". */
const ADJECTIVE_TO = /^(?:(?:m[aá]s|muy|menos|tan)\s+)?\p{L}+\s+(?:que\s|\p{L}{2,}[aei]r(?:se|l[oae]s?)?(?![\p{L}]))/iu;
const MADE_OF = /^(?:compuest|formad|constituid|hech|integrad)/u;
const KINDS = pattern('iu')`^(?:\d+|${list('kinds counted by')})\s+(${list('kinds')}\b[^:,.;]*)`;

/** What is asked where a preposition follows the verb. */
export const BY_PREPOSITION: Readonly<Record<string, string>> = {
  con: 'con qué',
  de: 'de qué',
  del: 'de qué',
  en: 'en qué',
  a: 'a qué',
  al: 'a qué',
  para: 'para qué',
  sobre: 'sobre qué',
  mediante: 'mediante qué',
  contra: 'contra qué',
};

/** A participle in the gender and number of what the heading names: "Compuesto por" below "La célula". */
function agreed(participle: string, { phrase, number, own }: Asked): string {
  const article = /^(?:el|la|los|las|un|una|unos|unas)\s/iu.exec(phrase)?.[0].trim().toLowerCase() ?? '';
  if (own || article === '' || !/[oa]s?$/iu.test(participle)) return participle.toLowerCase();
  const stem = participle.toLowerCase().replace(/[oa]s?$/u, '');
  return `${stem}${/^(?:la|las|una|unas)$/u.test(article) ? 'a' : 'o'}${number === 'pl' ? 's' : ''}`;
}

/** Nouns that end as participles do. */
const NOUN = pattern('u')`^${list('nouns like participles')}[oa]?s?$`;

function isAdjective(word: string): boolean {
  return /(?:bles?|iv[oa]s?|os[oa]s?|[aei]d[oa]s?|[aei]ntes?|ic[oa]s?|ari[oa]s?|[aiu]l(?:es)?|ern[oa]s?|an[oa]s?|eñ[oa]s?)$/u.test(
    word,
  );
}

export function askBe(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = '', second = ''] = firstWords(clause.rest, 2);
  if (/^lo\s/iu.test(phrase)) return question('qué', verb, phrase);
  // "¿Qué no es X?" has too many answers.
  if (clause.negation !== '') return null;
  if (!own && (IMPERSONAL().test(clause.rest) || ADJECTIVE_TO.test(clause.rest))) return null;
  if (/^(?:similar|equivalente|semejante|igual|parecid[oa])s?$/u.test(first) && /^al?$/u.test(second))
    return question('a qué', verb, first, phrase);
  if (/^(?:encargad[oa]s?|responsables?)$/u.test(first) && /^del?$/u.test(second))
    return question('de qué', verb, agreed(clause.rest.split(' ')[0] ?? '', { phrase, number, own }), phrase);
  if (/^conocid[oa]s?$/u.test(first) && second === 'como')
    return question('cómo', verb, agreed(first, { phrase, number, own }), phrase);
  if (own && WHICH().test(phrase.replace(/\*\*/g, '')))
    return question(number === 'pl' ? 'cuáles' : 'cuál', verb, phrase);
  if (first === 'para' || second === 'para')
    return question(
      'para qué',
      clause.negation,
      verb,
      first === 'para' ? '' : agreed(first, { phrase, number, own }),
      phrase,
    );
  if (SPANISH_PREPOSITIONS.has(first) || /^(?:que|cuando|donde|porque|quien|quienes)$/u.test(first)) return null;
  if (first === 'muy' || first === 'mas' || first === 'tan') return question('cómo', clause.negation, verb, phrase);
  if (SPANISH_ARTICLES.has(first) || SPANISH_NOUN_OPENERS.has(first))
    return question('qué', clause.negation, verb, phrase);
  if (MADE_OF.test(first)) return question('de qué', clause.negation, verb, clause.rest.split(' ')[0] ?? '', phrase);
  if (/[aei]d[oa]s?$/u.test(first) && SPANISH_PREPOSITIONS.has(second) && !NOUN().test(first)) return null;
  if (NOUN().test(first)) return question('qué', clause.negation, verb, phrase);
  const isBare = /^\S+$/u.test(clause.rest.split(/[,;(]/u)[0]?.trim() ?? '');
  return question(isAdjective(first) || isBare ? 'cómo' : 'qué', clause.negation, verb, phrase);
}

export function askStay(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? accented(clause.verb) : agree(clause.verb, number);
  const [first = '', second = ''] = firstWords(clause.rest, 2);
  if (first === 'en' && own && IDEA().test(phrase.replace(/\*\*/g, '')))
    return question('cuál', number === 'pl' ? 'son' : 'es', phrase);
  if (first === 'en') return question('dónde', clause.negation, verb, phrase);
  if (!/[aeiou](?:d|st|ch|rt)[oa]s?$/u.test(first)) return null;
  const participle = agreed(clause.rest.split(' ')[0] ?? '', { phrase, number, own });
  if (/^(?:ubicad|situad|localizad|almacenad|guardad|alojad)/u.test(first) && second === 'en')
    return question('dónde', clause.negation, verb, participle, phrase);
  const saysNothing = clause.rest
    .split(' ')
    .slice(2)
    .every((word) => /^(?:l[oa]s?|el|demas|demás|otr[oa]s?|s[ií]|ell[oa]s)[.,]?$/iu.test(word));
  const ask = saysNothing ? undefined : MADE_OF.test(first) && second === 'por' ? 'de qué' : BY_PREPOSITION[second];
  return ask
    ? question(ask, clause.negation, verb, participle, phrase)
    : question('cómo', clause.negation, verb, phrase);
}

export function askExist(clause: Clause, { phrase, own }: Asked): string | null {
  if (own) return null;
  if (/^desde\s/iu.test(clause.rest)) return question('desde cuándo', clause.verb, phrase);
  const kinds = KINDS().exec(clause.rest)?.[1]?.trim();
  return kinds ? question('qué', kinds, clause.verb) : null;
}
