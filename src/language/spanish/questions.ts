import { pattern } from '../../core/word-pattern.js';
import { type Asked, spanishQuestionOf as question } from '../asked.js';
import { type Clause, firstWords, openingOf } from '../clause.js';
import { LISTS } from '../lists.js';
import { fold } from '../text.js';
import { agree, isForeignPlural } from './agreement.js';
import { askBe, askExist, askStay, BY_PREPOSITION, IMPERSONAL } from './ask-be.js';
import { SPANISH_BE, SPANISH_EXIST, SPANISH_MODAL, SPANISH_PREPOSITIONS, SPANISH_STAY } from './words.js';

/** What follows these verbs is their subject, or nothing that can be asked for. */
const { list, set } = LISTS.es;
const INTRANSITIVE = set('intransitive verbs');
const YEAR = /^(?:el\s)?(?:a[nñ]o\s+)?(?:1[0-9]|20)\d\d\b/u;
const ON_A_DATE = /^(?:el\s+\d{1,2}\s+de\s|en\s+(?:el\s+(?:a[nñ]o\s+)?)?(?:1\d|20)\d\d)/iu;
/** Past forms of verbs whose subject follows them, or that take no object. */
const HAPPENS = pattern('u')`^${list('happening stems')}`;
/** What ties a sentence to the one before and is no object. */
const CONNECTS = pattern('iu')`^${list('connecting phrases')}\b`;
/** Adverbs that belong into the question. */
const FREQUENCY = /^(?:siempre|nunca|solo|s[oó]lo|jam[aá]s|normalmente|generalmente)$/iu;
/** "En lo que …", "de que …": what a preposition opens there is no thing. */
const NO_THING = pattern('iu')`^${list('no things')}\b`;
const TIME = /^en\s+(?:\d+|pocos?|unos?|unas?)?\s*(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|meses|a[nñ]os)\b/iu;
const PLACED = pattern('u')`^${list('placed verbs')}n?$`;
const QUANTITY = pattern('iu')`^((?:${list('quantities')}|\d+)(?:\s+o\s+(?:m[aá]s|vari[oa]s|dos))?)\s+(\p{L}+s)\b`;

/** Verbs that go with "a" a thing; after any other it marks a person, who is not asked for by "qué". */
const WITH_A = pattern('u')`^${list('verbs with a')}n?$`;

/** How what follows a preposition is asked for. */
function askBy(preposition: string, { verbWord, rest }: Clause): string | undefined {
  if (NO_THING().test(rest.replace(/^\S+\s+/u, ''))) return undefined;
  return /^al?$/u.test(preposition) && !WITH_A().test(verbWord) ? undefined : BY_PREPOSITION[preposition];
}

/** The adverb where it belongs into the question. */
function frequency({ filler }: Clause): string {
  return FREQUENCY.test(filler) ? filler : '';
}

/** Words that open a manner or a side clause: not what "qué" asks for. */
function opensManner(word: string): boolean {
  return (
    /(?:mente|ando|iendo|yendo)$/u.test(word) ||
    /^(?:muy|bien|mal|mejor|peor|asi|mas|menos|como|si|cuando|donde|porque|tan|y|o|e)$/u.test(word)
  );
}

function askModal(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const [, doing = '', object = ''] = /^(\p{L}+[aei]r(?:se|l[oae]s?)?)(?:\s+(.+))?$/u.exec(clause.rest) ?? [];
  if (doing === '' || /se$/u.test(doing) || doing === 'haber' || doing === 'estar') return null;
  const verb = agree(clause.verb, number);
  const [, done = '', means = ''] = /^(.+?)\s+(mediante|a trav[eé]s de|por medio de)\s+\S/iu.exec(clause.rest) ?? [];
  const name = fold(phrase.replace(/^.*\*\*(.+)\*\*.*$/u, '$1'));
  if (done !== '' && !own && fold(clause.rest).endsWith(name))
    return question('qué', clause.negation, verb, doing, means.toLowerCase(), phrase);
  if (done !== '' && firstWords(done, 9).length < 9)
    return clause.clitic === 'se' && own
      ? question('cómo', clause.negation, 'se', clause.verb, done, phrase)
      : question(
          `${means.toLowerCase()} qué`,
          clause.negation,
          clause.clitic,
          own ? clause.verb : verb,
          own ? phrase : '',
          done,
        );
  if (clause.clitic === 'se') {
    const isOpen = clause.subject === null && (object === '' || clause.negation !== '');
    const manner = /^\p{L}+mente$/iu.test(object) && clause.subject === null && clause.negation === '';
    if (manner) return question('cómo se', agree('puede', number), doing, phrase);
    return isOpen
      ? question('qué', clause.negation.toLowerCase(), 'se', agree(clause.verb, 'sg'), 'hacer con', phrase)
      : null;
  }
  if (doing === 'ser' && (IMPERSONAL().test(object) || /^\p{L}+[ai]d[oa]s?(?:\s(?!o\s)|$)/u.test(object))) return null;
  if (doing === 'ser' && clause.negation !== '') return null;
  if (doing === 'ser') return question('cómo', clause.negation, verb, 'ser', frequency(clause), phrase);
  const [first = ''] = firstWords(object, 1);
  if (object !== '' && (opensManner(first) || /^(?:entre|hasta|unos|unas)$/u.test(first))) return null;
  const isThing = object !== '' && !opensManner(first) && !SPANISH_PREPOSITIONS.has(first);
  if (/mos$/u.test(clause.verbWord)) {
    if (/^(?:decir|ver|afirmar|concluir|observar|notar|pensar|imaginar)$/u.test(doing)) return null;
    return isThing && !own && clause.filler !== 'solo'
      ? question('qué', clause.negation, clause.verb, doing, 'con', phrase)
      : null;
  }
  const often = isThing && /^s[oó]lo$/u.test(clause.filler) ? '' : frequency(clause);
  return question('qué', clause.negation, verb, isThing ? doing : 'hacer', often, phrase);
}

function askReflexive(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = ''] = firstWords(clause.rest, 1);
  if (/^(?:llama|denomina|conoce)n?$/u.test(clause.verbWord)) return question('cómo se', verb, phrase);
  const said = [clause.negation, 'se', verb, phrase];
  if (TIME.test(clause.rest)) return question('en cuánto tiempo', ...said);
  if (first === 'en' && PLACED().test(clause.verbWord) && !NO_THING().test(clause.rest.slice(3)))
    return question('dónde', ...said);
  const ask = askBy(first, clause);
  return ask ? question(ask, ...said) : null;
}

function askVerb(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (clause.isSeries && clause.clitic === '' && clause.negation === '')
    return question('qué', number === 'pl' ? 'hacen' : 'hace', phrase);
  if (clause.rest === '' || CONNECTS().test(clause.rest) || /^que\s+\p{L}+[aei]r(?:se)?\s/iu.test(clause.rest))
    return null;
  const when = [clause.negation, clause.verb, phrase];
  if (ON_A_DATE.test(clause.rest) && HAPPENS().test(clause.verbWord)) return question('cuándo', ...when);
  if (INTRANSITIVE.has(clause.verbWord) || HAPPENS().test(clause.verbWord)) return null;
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = ''] = firstWords(clause.rest, 1);
  const said = [clause.negation, clause.clitic, verb, frequency(clause), phrase];
  if (first === 'desde' && YEAR.test(clause.rest.slice(6))) return question('desde cuándo', ...said);
  if (first === 'en' && YEAR.test(clause.rest.slice(3))) return question('cuándo', ...said);
  if (TIME.test(clause.rest)) return question('en cuánto tiempo', ...said);
  const [, , counted = ''] = /^(?:tiene|tienen|posee|poseen|contiene|contienen|incluye|incluyen)$/u.test(
    clause.verbWord,
  )
    ? (QUANTITY().exec(clause.rest) ?? [])
    : [];
  if (counted !== '' && clause.negation === '') {
    return question(/as$/u.test(counted) ? 'cuántas' : 'cuántos', `**${counted}**`, verb, phrase);
  }
  const ask = askBy(first, clause);
  if (ask) return question(ask, ...said);
  if (SPANISH_PREPOSITIONS.has(first)) return null;
  if (/(?:ando|iendo)$/u.test(first)) return question('cómo', ...said);
  return opensManner(first) ? null : question('qué', ...said);
}

/** "No virtualiza hardware, virtualiza procesos": what a thing does instead is asked for without the "no". */
function isContrast({ negation, verb, rest }: Clause): boolean {
  if (negation === '') return false;
  return (
    rest
      .toLowerCase()
      .split(/,\s+/u)
      .slice(1)
      .some((part) => part.startsWith(`${verb} `)) || /,?\ssino\s/iu.test(rest)
  );
}

/** The question that a Spanish sentence answers, or `null` where none can be asked cleanly. */
export function spanishQuestion(sentence: Clause, asked: Asked): string | null {
  const clause = isContrast(sentence) ? { ...sentence, negation: '' } : sentence;
  const { verbWord } = clause;
  if (SPANISH_BE.has(verbWord)) return askBe(clause, asked);
  if (SPANISH_STAY.has(verbWord)) return askStay(clause, asked);
  if (SPANISH_EXIST.has(verbWord)) return askExist(clause, asked);
  if (SPANISH_MODAL.has(verbWord)) return askModal(clause, asked);
  return clause.clitic === 'se' ? askReflexive(clause, asked) : askVerb(clause, asked);
}

/** When what a sentence says happened, given the sentence without the words that say it. */
export function spanishWhen(sentence: Clause, asked: Asked, when: string): string | null {
  const rest = openingOf(sentence.rest);
  if ((rest === '' && sentence.rest !== '') || sentence.negation !== '') return null;
  if (
    !asked.own &&
    (INTRANSITIVE.has(sentence.verbWord) ||
      HAPPENS().test(sentence.verbWord) ||
      isForeignPlural(sentence.verbWord, asked.number))
  )
    return null;
  const ask = /^desde/iu.test(when) ? 'desde cuándo' : /^hasta/iu.test(when) ? 'hasta cuándo' : 'cuándo';
  const verb = asked.own ? sentence.verb : agree(sentence.verb, asked.number);
  // "Tuvo lugar", "dio comienzo": verb and noun are one.
  const isOne = /^(?:lugar|inicio|comienzo|fin|t[eé]rmino)$/iu.test(rest);
  return isOne ? question(ask, verb, rest, asked.phrase) : question(ask, sentence.clitic, verb, asked.phrase, rest);
}
