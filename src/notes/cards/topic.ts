import type { Language } from '../../core/language.js';
import { ENGLISH_ATTRIBUTE } from '../../language/english/terms.js';
import {
  ENGLISH_ARTICLES,
  ENGLISH_BASE,
  ENGLISH_CATEGORIES,
  ENGLISH_GENERIC_HEADINGS,
  ENGLISH_STOP_WORDS,
} from '../../language/english/words.js';
import {
  englishDefinite,
  type GrammaticalNumber,
  inSentence,
  type NounUse,
  spanishArticle,
} from '../../language/nouns.js';
import { looksPlural, nounStem } from '../../language/number.js';
import { isQuestion } from '../../language/question-title.js';
import { SPANISH_ATTRIBUTE } from '../../language/spanish/terms.js';
import {
  SPANISH_ARTICLES,
  SPANISH_CATEGORIES,
  SPANISH_GENERIC_HEADINGS,
  SPANISH_INFINITIVES,
  SPANISH_STOP_WORDS,
} from '../../language/spanish/words.js';
import { escapeMarkdown, fold, lowerFirst, tidy, upperFirst, wholeWords } from '../../language/text.js';
import type { Section } from '../read/outline.js';

/** What a heading is about, and so what the bullets under it speak of when they name no subject. */
export type Topic = {
  /**
   * `thing`: a noun. `question`: the heading asks. `category`: its bullets are members. `versus`: two things.
   * `action`: something to be done, "Crear una imagen". `none`: nothing but "Notes", so that a sentence has to name
   * its subject itself.
   */
  readonly kind: 'thing' | 'question' | 'category' | 'versus' | 'action' | 'none';
  /** The heading as written, without numbering: escaped for Markdown. */
  readonly title: string;
  /** The thing's name as it stands inside a sentence, escaped for Markdown. */
  readonly name: string;
  /** Definite article with which the name is used, or `''`. */
  readonly article: string;
  readonly number: GrammaticalNumber;
  /** Stems of the name's content words; the first is its head noun. */
  readonly stems: readonly string[];
  /** What a category is of: "Docker" for "Beneficios de Docker"; what sentences without a subject speak of there. */
  readonly of?: Topic;
};

const NUMBERING =
  /^(?:(?:tema|unidad|lecci[oó]n|cap[ií]tulo|m[oó]dulo|clase|parte|semana|d[ií]a|lesson|unit|chapter|module|part|week|day)\s+\d+(?:\.\d+)*\s*[-–—:.]\s*(?=\S)|\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.)]\s+|\d+(?:\.\d+)*\s*[-–—:]\s+|\d+(?:\.\d+)+\s+)/iu;
const WHAT_IS = {
  es: /^¿?\s*(?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?)\s+(?:es|son|significan?|fue|fueron)\s+(.+?)\s*\??$/iu,
  en: /^(?:what|who)\s+(?:is|are|was|were|does)\s+(.+?)(?:\s+mean)?\s*\??$/iu,
} as const;
const BARE_WHAT_IS = /^¿?\s*(?:qu[eé] (?:es|son)|what (?:is|are) (?:it|they|this))\s*\??$/iu;
/** "Apuntes de Docker", "Introduction to networks": what they are notes of is the topic. */
const ABOUT =
  /^(?:apuntes|notas|resumen|introducci[oó]n|curso|gu[ií]a|fundamentos|conceptos(?: b[aá]sicos)?|notes|introduction|guide|basics|overview|summary)\s+(?:de|del|a|al|sobre|of|on|to|about)\s+(.+)$/iu;
const VERSUS = /\s(?:vs\.?|versus|frente a|contra)\s/iu;

const ENGLISH_ACTION =
  /^(?:how to|being|doing|using|(?:install|creat|runn?|build|configur|manag|work|writ|mak|add|remov|updat|delet|list|check|test|deploy|start|stopp?)ing|[a-z]+ (?:an?|the|your))\s/iu;
/** "Key stages", "Características principales": a set that does not say of what. */
const QUALIFIED =
  /^(?:(?:key|main|core|basic|important|common|different|major|primary|general)\s\p{L}+|\p{L}+\s(?:principal(?:es)?|clave|b[aá]sic[oa]s|importantes|generales|comunes|fundamentales))$/iu;
/** What counts a set without naming it: "Algunas estrategias", "Other tools". */
export const SOME =
  /^(?:algun[oa]s|vari[oa]s|sus|est[oa]s|diferentes|distint[oa]s|otr[oa]s|l[oa]s\s+siguientes|some|several|various|its|their|other|the\s+following)\s+(?=\p{L})/iu;
/** Verbs that open a heading such as "List all images"; seldom nouns there. */
const ENGLISH_REQUESTS = new Set(
  (
    'list run stop start remove delete show inspect copy create build install open execute pull push use add check ' +
    'configure set get force update view enable disable write make define connect deploy clone rename find apply choose ' +
    'avoid keep restart kill attach save export import download upload generate verify print'
  ).split(' '),
);
const OF_WHAT = {
  es: /^\p{L}+(?:\s\p{L}+)?\s(?:de(?:l| la| los| las)?)\s((?:\S+\s?){1,4})$/iu,
  en: /^(?:\p{L}+\s)?\p{L}+\s(?:of|for)\s(?:the\s|an?\s)?((?:\S+\s?){1,4})$/iu,
} as const;

const QUALITIES =
  /^(?:beneficios|ventajas|desventajas|inconvenientes|principios|caracter[ií]sticas|propiedades|objetivos|requisitos|limitaciones|atributos|pilares|factores|benefits|advantages|disadvantages|drawbacks|principles|characteristics|properties|features|goals|objectives|requirements|limitations|attributes|factors|pillars)\b/iu;

const CATEGORIES = { es: SPANISH_CATEGORIES, en: ENGLISH_CATEGORIES } as const;
const ARTICLES = { es: SPANISH_ARTICLES, en: ENGLISH_ARTICLES } as const;
const STOP_WORDS = { es: SPANISH_STOP_WORDS, en: ENGLISH_STOP_WORDS } as const;

export function stopWordsOf(language: Language): ReadonlySet<string> {
  return STOP_WORDS[language];
}

/** Stems of the words that carry meaning. */
export function contentStems(text: string, language: Language): readonly string[] {
  return wholeWords(text)
    .filter((word) => !STOP_WORDS[language].has(word))
    .map(nounStem);
}

/** "¿Qué es?" and its like: what is asked for stands in the heading above. */
export function isBareQuestion(title: string): boolean {
  return BARE_WHAT_IS.test(title);
}

/** Titles such as "Introducción" that name nothing of their own. */
export function isGenericTitle(title: string): boolean {
  return SPANISH_GENERIC_HEADINGS.test(title) || ENGLISH_GENERIC_HEADINGS.test(title) || BARE_WHAT_IS.test(title);
}

/** "Package managers: a general overview" says behind its colon only how it tells. */
const MANNER =
  /:\s+(?:una?\s+|an?\s+)?(?:breve\s+|brief\s+|quick\s+|general\s+)?(?:descripci[oó]n general|introducci[oó]n|resumen|visi[oó]n general|repaso|overview|introduction|summary)$/iu;

/** The title without numbering and closing colon. */
export function cleanTitle(title: string): string {
  return tidy(
    title
      .replace(NUMBERING, '')
      .replace(/[:.]\s*$/u, '')
      .replace(MANNER, ''),
  );
}

function splitArticle(phrase: string, language: Language): { article: string; noun: string } {
  const [first = '', ...rest] = phrase.split(' ');
  return rest.length > 0 && ARTICLES[language].has(fold(first))
    ? { article: first.toLowerCase(), noun: rest.join(' ') }
    : { article: '', noun: phrase };
}

const INDEFINITE_TO_DEFINITE: Readonly<Record<string, string>> = { un: 'el', una: 'la', unos: 'los', unas: 'las' };

/** A thing by its name, with the number and article that the notes suggest. */
export function namedTopic(phrase: string, language: Language, use: NounUse): Topic {
  const { article, noun } = splitArticle(phrase, language);
  const head = /[\p{L}\p{N}_]+/u.exec(noun)?.[0] ?? noun;
  const plural =
    article === '' ? looksPlural(head) && pluralBySight(head, use) : /^(?:los|las|unos|unas)$/u.test(article);
  const isSet = CATEGORIES[language].has(fold(head));
  const isPair = /\s(?:and|y|&)\s/u.test(noun);
  const number = isPair || plural || isSet || (language === 'en' && looksPlural(noun)) ? 'pl' : 'sg';
  const own = INDEFINITE_TO_DEFINITE[article] ?? article;
  const found =
    language === 'es' ? spanishArticle(head, number, use) : number === 'pl' ? '' : englishDefinite(noun, use);
  return {
    kind: 'thing',
    title: escapeMarkdown(upperFirst(noun)),
    name: escapeMarkdown(isSet ? lowerFirst(noun) : inSentence(noun, use)),
    article: own || found,
    number,
    stems: contentStems(noun, language),
  };
}

/** Endings that are plurals in Spanish, and seldom in a name. */
const NATIVE_PLURAL = /(?:os|as|[aeiou][lnrdzjy]es|ces|eyes)$/u;

/** A word in -s is a plural by a native ending, by a plural article, or where the notes use it as a common noun. */
function pluralBySight(word: string, use: NounUse): boolean {
  const seen = use.articlesOf(word);
  const plural = ['los', 'las', 'unos', 'unas'].some((article) => (seen[article] ?? 0) > 0);
  return plural || NATIVE_PLURAL.test(fold(word)) || use.isCommon(word) || use.isCommon(nounStem(word));
}

/** Nouns and adjectives that end as "añadimos" and "creamos" do. */
const ENDS_IN_MOS = /(?:xtremos|[tcnxs]imos|[tgrl]ramos|tramos|ramos|salmos|remos|temas)$/u;

/** Whether a title says what to do: "Crear una imagen", "Installing Docker", "Create a pod". */
function isAction(title: string, language: Language): boolean {
  const [first = '', second = ''] = wholeWords(title);
  if (language === 'en') {
    const isRequest = ENGLISH_REQUESTS.has(first) && second !== '' && !/^(?:and|or|of)$/u.test(second);
    return isRequest || (ENGLISH_ACTION.test(`${title} `) && (ENGLISH_BASE.has(first) || /ing$|^how$/u.test(first)));
  }
  const verb = first === 'como' ? second : first;
  if (second !== '' && /[aei]mos$/u.test(first) && !ENDS_IN_MOS.test(first)) return true;
  return verb !== '' && /\s/u.test(title) && SPANISH_INFINITIVES.has(verb.replace(/(?:se|l[oae]s?)$/u, ''));
}

/** Whether a title names a set: its head noun, the last word or the first ones, is "types", "beneficios" … */
function isCategory(title: string, language: Language): boolean {
  const words = wholeWords(title);
  const heads = language === 'es' ? words.slice(0, 2) : [words[0] ?? '', words.at(-1) ?? ''];
  return heads.some((word) => CATEGORIES[language].has(word));
}

/** What the bullets of a section are about. A generic heading ("Introducción") passes on what is above it. */
export function topicOf(section: Section, deckName: string, language: Language, use: NounUse): Topic {
  const title = cleanTitle(section.title);
  if (isGenericTitle(title)) {
    if (section.parent) return topicOf(section.parent, deckName, language, use);
    const title = cleanTitle(deckName);
    const name = ABOUT.exec(title)?.[1] ?? title;
    return {
      ...namedTopic(name, language, use),
      kind: isGenericTitle(name) || section.path.length === 0 ? 'none' : 'thing',
    };
  }
  if (section.path.length === 0) return { ...namedTopic(title, language, use), kind: 'none' };
  const asked = WHAT_IS[language].exec(title)?.[1] ?? WHAT_IS.es.exec(title)?.[1] ?? WHAT_IS.en.exec(title)?.[1];
  if (asked) return namedTopic(asked, language, use);
  const about = ABOUT.exec(title)?.[1];
  if (about) return namedTopic(about, language, use);
  const topic = { ...namedTopic(title, language, use), title: escapeMarkdown(title) };
  if (isQuestion(title)) return { ...topic, kind: 'question' };
  if (VERSUS.test(title)) return { ...topic, kind: 'versus' };
  if (isAction(title, language)) return { ...topic, kind: 'action' };
  const isAspect = SPANISH_ATTRIBUTE.test(title) || ENGLISH_ATTRIBUTE.test(title);
  if (!isCategory(title, language) && !isAspect) return topic;
  const above = section.parent ? topicOf(section.parent, deckName, language, use) : null;
  return categoryTopic(title, above, language, use);
}

/** Times that a word stands in the notes before it is taken for the name of something there. */
const KNOWN_NAME = 3;

/** "Beneficios Docker": what a Spanish set is of, where the heading leaves out "de"; `null` for any other heading. */
function unlinked(title: string, above: Topic | null, language: Language, use: NounUse) {
  const [, head = '', rest = ''] = /^(\p{L}+)\s(\p{Lu}\S*(?:\s\S+){0,2})$/u.exec(title) ?? [];
  if (language !== 'es' || rest === '' || QUALIFIED.test(title) || !SPANISH_CATEGORIES.has(fold(head))) return null;
  const [first = ''] = wholeWords(rest);
  const isAbove = [above, above?.of].some((topic) => topic !== undefined && fold(topic?.name ?? '') === fold(rest));
  const isName = !use.isCommon(first) && use.count(first) >= KNOWN_NAME;
  return isAbove || isName ? { head, rest } : null;
}

/** A set by its name: "Beneficios de Docker", or "Beneficios" below what they are of. */
export function categoryTopic(heading: string, above: Topic | null, language: Language, use: NounUse): Topic {
  const title = upperFirst(heading.replace(SOME, ''));
  const topic = { ...namedTopic(title, language, use), title: escapeMarkdown(title), kind: 'category' } as const;
  const named = OF_WHAT[language].exec(title)?.[1];
  if (named) return { ...topic, of: namedTopic(named, language, use) };
  const bare = unlinked(title, above, language, use);
  if (bare) {
    const name = escapeMarkdown(`${lowerFirst(bare.head)} de ${bare.rest}`);
    return { ...topic, name, of: namedTopic(bare.rest, language, use) };
  }
  const of = above?.kind === 'thing' ? above : above?.of;
  if (!of) return topic;
  const isOpen = !/\s/u.test(title) || QUALIFIED.test(title);
  return { ...topic, ...(isOpen ? ofParent(title, of, language) : {}), of };
}

/** A name that a line gives to what is below it: a thing, a set, or something to be done. */
export function lineTopic(name: string, above: Topic, language: Language, use: NounUse): Topic {
  if (isCategory(name, language) || SPANISH_ATTRIBUTE.test(name) || ENGLISH_ATTRIBUTE.test(name))
    return categoryTopic(upperFirst(splitArticle(name, language).noun), above, language, use);
  const topic = namedTopic(name, language, use);
  return isAction(name, language) ? { ...topic, kind: 'action' } : topic;
}

/** "Etapas" under "Revolución francesa": the stages of what? */
function ofParent(title: string, above: Topic, language: Language): Pick<Topic, 'title' | 'name'> {
  const of = language === 'en' ? 'of' : above.article === 'el' ? 'del' : 'de';
  const article = language === 'en' || above.article === '' || above.article === 'el' ? '' : `${above.article} `;
  const tail = `${of} ${article}${above.name}`;
  return { title: `${title} ${tail}`, name: `${lowerFirst(title)} ${tail}` };
}

/** Whether the members of a set are words to be understood ("beneficios") rather than things ("etapas"). */
export function isSetOfQualities(topic: Topic): boolean {
  return topic.kind === 'category' && QUALITIES.test(topic.title);
}

/** Whether a sentence names the topic's head noun, so that it is clear without being told. */
export function mentionsTopic(text: string, topic: Topic, language: Language): boolean {
  const head = topic.stems[0];
  return head !== undefined && contentStems(text, language).includes(head);
}

/** `las **imágenes**`: the topic as a subject inside a question. */
export function topicPhrase(topic: Topic): string {
  return topic.article === '' ? `**${topic.name}**` : `${topic.article} **${topic.name}**`;
}

/** `**Dockerfile**: ` or `**¿Cómo funciona?** `: what stands before a front that does not name its subject. */
export function topicPrefix(topic: Topic): string {
  if (topic.kind === 'none') return '';
  return /[?!]$/u.test(topic.title) ? `**${topic.title}** ` : `**${topic.title}**: `;
}

/** A question with its first letter lowered, as it follows "**Heading**: ". */
export function lowerQuestion(question: string): string {
  return question.replace(
    /^(¿?)(\p{Lu})(?=\p{Ll}|\s)/u,
    (_, mark: string, letter: string) => mark + letter.toLowerCase(),
  );
}
