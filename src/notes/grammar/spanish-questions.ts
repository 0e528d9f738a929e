import {
  SPANISH_ARTICLES,
  SPANISH_BE,
  SPANISH_EXIST,
  SPANISH_MODAL,
  SPANISH_NOUN_OPENERS,
  SPANISH_PREPOSITIONS,
  SPANISH_STAY,
} from '../words/spanish.js';
import { type Asked, spanishQuestionOf as question } from './asked.js';
import { type Clause, firstWords } from './clause.js';
import { accented, agree, isForeignPlural } from './spanish-agreement.js';

/** What follows these verbs is their subject, or nothing that can be asked for. */
const INTRANSITIVE = new Set(
  (
    'llega llegan aparece aparecen nace nacen muere mueren ocurre ocurren sucede suceden surge surgen falla fallan viene ' +
    'vienen va van sale salen cae caen permanece permanecen queda quedan aumenta aumentan disminuye disminuyen crece ' +
    'crecen varia varian basta bastan llama llaman parece parecen vale valen'
  ).split(' '),
);
/** "La idea de X es que …": such a noun is asked for with "cuál". */
const WHICH =
  /^(?:el|la|los|las)\s+(?:ideas?|objetivos?|funci[oó]n|funciones|finalidad|prop[oó]sito|metas?|ventajas?|desventajas?|diferencias?|problemas?|causas?|raz[oó]n|razones|resultados?|consecuencias?|capital|unidad|nombre|puerto|valor|f[oó]rmula|s[ií]mbolo|tarea|misi[oó]n|papel|principal|mayor|mejor|origen|clave|forma|manera|tamaño)\s/iu;
const YEAR = /^(?:el\s)?(?:a[nñ]o\s+)?(?:1[0-9]|20)\d\d\b/u;
const ON_A_DATE = /^(?:el\s+\d{1,2}\s+de\s|en\s+(?:el\s+(?:a[nñ]o\s+)?)?(?:1\d|20)\d\d)/iu;
/** Past forms of verbs whose subject follows them, or that take no object. */
const HAPPENS =
  /^(?:ocurri|sucedi|surgi|aparec|desaparec|naci|muri|llego|llegaron|cayo|cayeron|vino|vinieron|sali|entro|entraron|permaneci|quedo|quedaron|creci|aument|disminu|termin|empez|comenz|acab)/u;
const TIME = /^en\s+(?:\d+|pocos?|unos?|unas?)?\s*(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|meses|a[nñ]os)\b/iu;
const PLACED = /^(?:encuentra|guarda|almacena|ubica|localiza|instala|ejecuta|aloja|produce|realiza|reside|vive)n?$/u;
const MADE_OF = /^(?:compuest|formad|constituid|hech|integrad)/u;
const QUANTITY =
  /^((?:uno?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+|vari[oa]s|much[oa]s|m[uú]ltiples)(?:\s+o\s+(?:m[aá]s|vari[oa]s|dos))?)\s+(\p{L}+s)\b/iu;
const KINDS =
  /^(?:\d+|dos|tres|cuatro|cinco|seis|siete|vari[oa]s|distint[oa]s|diferentes)\s+((?:tipos|clases|formas|maneras|niveles|modos|fases|partes|estados|capas|grupos|categor[ií]as)\b[^:,.;]*)/iu;

const BY_PREPOSITION: Readonly<Record<string, string>> = {
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

/** Verbs that go with "a" a thing; after any other it marks a person, who is not asked for by "qué". */
const WITH_A =
  /^(?:accede|afecta|apunta|pertenece|corresponde|equivale|ayuda|contribuye|obliga|responde|reemplaza|sustituye|conduce|refiere|dedica|adapta|opone|une|conecta|aplica|asocia|debe|intercepta|asemeja|reduce|ataca)n?$/u;

/** How what follows a preposition is asked for. */
function askBy(preposition: string, verbWord: string): string | undefined {
  return /^al?$/u.test(preposition) && !WITH_A.test(verbWord) ? undefined : BY_PREPOSITION[preposition];
}

/** Words that open a manner or a side clause: not what "qué" asks for. */
function opensManner(word: string): boolean {
  return (
    /(?:mente|ando|iendo|yendo)$/u.test(word) ||
    /^(?:muy|bien|mal|mejor|peor|asi|mas|menos|como|si|cuando|donde|porque|tan|y|o|e)$/u.test(word)
  );
}

function isAdjective(word: string): boolean {
  return /(?:bles?|iv[oa]s?|os[oa]s?|[aei]d[oa]s?|[aei]ntes?|ic[oa]s?|ari[oa]s?|[aiu]l(?:es)?|ern[oa]s?|an[oa]s?|eñ[oa]s?)$/u.test(
    word,
  );
}

function askBe(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = '', second = ''] = firstWords(clause.rest, 2);
  if (/^lo\s/iu.test(phrase)) return question('qué', verb, phrase);
  if (own && WHICH.test(phrase.replace(/\*\*/g, '')))
    return question(number === 'pl' ? 'cuáles' : 'cuál', verb, phrase);
  if (first === 'para' || second === 'para')
    return question('para qué', clause.negation, verb, first === 'para' ? '' : first, phrase);
  if (SPANISH_PREPOSITIONS.has(first) || /^(?:que|cuando|donde|porque|quien|quienes)$/u.test(first)) return null;
  if (first === 'muy' || first === 'mas' || first === 'tan') return question('cómo', clause.negation, verb, phrase);
  if (SPANISH_ARTICLES.has(first) || SPANISH_NOUN_OPENERS.has(first))
    return question('qué', clause.negation, verb, phrase);
  if (MADE_OF.test(first)) return question('de qué', clause.negation, verb, clause.rest.split(' ')[0] ?? '', phrase);
  if (/[aei]d[oa]s?$/u.test(first) && SPANISH_PREPOSITIONS.has(second)) return null;
  const isBare = /^\S+$/u.test(clause.rest.split(/[,;(]/u)[0]?.trim() ?? '');
  return question(isAdjective(first) || isBare ? 'cómo' : 'qué', clause.negation, verb, phrase);
}

function askStay(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? accented(clause.verb) : agree(clause.verb, number);
  const [first = '', second = ''] = firstWords(clause.rest, 2);
  if (first === 'en') return question('dónde', clause.negation, verb, phrase);
  if (!/[aeiou](?:d|st|ch|rt)[oa]s?$/u.test(first)) return null;
  const participle = clause.rest.split(' ')[0] ?? '';
  const ask = MADE_OF.test(first) && second === 'por' ? 'de qué' : BY_PREPOSITION[second];
  return ask
    ? question(ask, clause.negation, verb, participle, phrase)
    : question('cómo', clause.negation, verb, phrase);
}

function askExist(clause: Clause, { phrase, own }: Asked): string | null {
  if (own) return null;
  if (/^desde\s/iu.test(clause.rest)) return question('desde cuándo', clause.verb, phrase);
  const kinds = KINDS.exec(clause.rest)?.[1]?.trim();
  return kinds ? question('qué', kinds, clause.verb) : null;
}

function askModal(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const [, doing = '', object = ''] = /^(\p{L}+[aei]r(?:se|l[oae]s?)?)(?:\s+(.+))?$/u.exec(clause.rest) ?? [];
  if (doing === '' || /se$/u.test(doing)) return null;
  const verb = agree(clause.verb, number);
  if (clause.clitic === 'se') {
    const isOpen = clause.subject === null && (object === '' || clause.negation !== '');
    return isOpen ? question('qué', clause.negation.toLowerCase(), 'se puede hacer con', phrase) : null;
  }
  if (doing === 'ser') return question('cómo', clause.negation, verb, 'ser', clause.filler, phrase);
  const [first = ''] = firstWords(object, 1);
  const isThing = object !== '' && !opensManner(first) && !SPANISH_PREPOSITIONS.has(first);
  if (/mos$/u.test(clause.verbWord)) {
    return isThing && !own && clause.filler !== 'solo'
      ? question('qué', clause.negation, clause.verb, doing, 'con', phrase)
      : null;
  }
  const asked = isThing && !own && clause.filler !== 'solo' ? doing : 'hacer';
  return question('qué', clause.negation, verb, asked, clause.filler, phrase);
}

function askReflexive(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = ''] = firstWords(clause.rest, 1);
  if (/^(?:llama|denomina|conoce)n?$/u.test(clause.verbWord)) return question('cómo se', verb, phrase);
  const said = [clause.negation, 'se', verb, phrase];
  if (TIME.test(clause.rest)) return question('en cuánto tiempo', ...said);
  if (first === 'en' && PLACED.test(clause.verbWord)) return question('dónde', ...said);
  const ask = askBy(first, clause.verbWord);
  return ask ? question(ask, ...said) : null;
}

function askVerb(clause: Clause, { phrase, number, own }: Asked): string | null {
  if (clause.rest === '') return null;
  const when = [clause.negation, clause.verb, phrase];
  if (ON_A_DATE.test(clause.rest) && HAPPENS.test(clause.verbWord)) return question('cuándo', ...when);
  if (INTRANSITIVE.has(clause.verbWord) || HAPPENS.test(clause.verbWord)) return null;
  if (!own && isForeignPlural(clause.verbWord, number)) return null;
  const verb = own ? clause.verb : agree(clause.verb, number);
  const [first = ''] = firstWords(clause.rest, 1);
  const said = [clause.negation, clause.clitic, verb, clause.filler, phrase];
  if (first === 'desde' && YEAR.test(clause.rest.slice(6))) return question('desde cuándo', ...said);
  if (first === 'en' && YEAR.test(clause.rest.slice(3))) return question('cuándo', ...said);
  if (TIME.test(clause.rest)) return question('en cuánto tiempo', ...said);
  const [, , counted = ''] = /^(?:tiene|tienen|posee|poseen|contiene|contienen|incluye|incluyen)$/u.test(
    clause.verbWord,
  )
    ? (QUANTITY.exec(clause.rest) ?? [])
    : [];
  if (counted !== '' && clause.negation === '') {
    return question(/as$/u.test(counted) ? 'cuántas' : 'cuántos', `**${counted}**`, verb, phrase);
  }
  const ask = askBy(first, clause.verbWord);
  if (ask) return question(ask, ...said);
  if (SPANISH_PREPOSITIONS.has(first)) return null;
  if (/(?:mente|ando|iendo)$/u.test(first)) return question('cómo', ...said);
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
