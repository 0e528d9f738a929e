import {
  aboutWhat,
  COUNTED,
  isBareQuestion,
  isComparison,
  isPartOfNotes,
  isQualified,
  isQuestion,
  NUMBERING,
  namesQualities,
  withoutManner,
} from '../../language/any/titles.js';
import type { Grammar } from '../../language/grammar.js';
import { ALL_GRAMMARS } from '../../language/grammars.js';
import { type GrammaticalNumber, headOf, inSentence, isPair, type NounUse } from '../../language/nouns.js';
import { nounStem } from '../../language/number.js';
import { escapeCardText, fold, lowerFirst, tidy, upperFirst, wholeWords } from '../../language/text.js';
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

/** Stems of the words that carry meaning. */
export function nounStems(text: string, { words }: Grammar): readonly string[] {
  return wholeWords(text)
    .filter((word) => !words.stopWords.has(word))
    .map(nounStem);
}

/** Titles such as "Introducción" that name nothing of their own. */
export function isGenericTitle(title: string): boolean {
  return ALL_GRAMMARS.some(({ titles }) => titles.isGeneric(title)) || isBareQuestion(title) || isPartOfNotes(title);
}

/** Whether a title or a term is a property of what stands above it. */
export function isAttribute(title: string): boolean {
  return ALL_GRAMMARS.some(({ titles }) => titles.isAttribute(title));
}

/** Pictures before or behind a title: "Redes ✅". */
const PICTURES = /^(?:\p{Extended_Pictographic}\uFE0F?\s*)+|(?:\s*\p{Extended_Pictographic}\uFE0F?)+\s*$/gu;

/** The title without numbering and closing colon. */
export function cleanTitle(title: string): string {
  return tidy(
    withoutManner(
      title
        .replace(PICTURES, '')
        .replace(NUMBERING(), '')
        .replace(/[:.]\s*$/u, ''),
    ),
  );
}

/** A name without what counts it: "estrategias" of "Algunas estrategias". */
export function uncounted(name: string): string {
  return name.replace(COUNTED(), '');
}

function splitArticle(phrase: string, { words }: Grammar): { article: string; noun: string } {
  const [first = '', ...rest] = phrase.split(' ');
  return rest.length > 0 && words.articles.has(fold(first))
    ? { article: first.toLowerCase(), noun: rest.join(' ') }
    : { article: '', noun: phrase };
}

/** A thing by its name, with the number and article that the notes suggest. */
export function namedTopic(phrase: string, grammar: Grammar, use: NounUse): Topic {
  const { article, noun } = splitArticle(phrase, grammar);
  const head = headOf(noun);
  const isSet = grammar.words.categories.has(fold(head));
  const isPlural = isPair().test(noun) || isSet || grammar.nouns.isPlural(noun, article, use);
  const number = isPlural ? 'pl' : 'sg';
  return {
    kind: 'thing',
    title: escapeCardText(upperFirst(noun)),
    name: escapeCardText(isSet ? lowerFirst(noun) : inSentence(noun, use)),
    article: grammar.nouns.definite(article) || grammar.nouns.article(noun, number, use),
    number,
    stems: nounStems(noun, grammar),
  };
}

/** What a title asks for, in whatever language it asks. */
function askedThing(title: string, grammar: Grammar): string | null {
  for (const { titles } of [grammar, ...ALL_GRAMMARS]) {
    const asked = titles.askedThing(title);
    if (asked !== null) return asked;
  }
  return null;
}

/** What the bullets of a section are about. A generic heading ("Introducción") passes on what is above it. */
export function topicOf(section: Section, deckName: string, grammar: Grammar, use: NounUse): Topic {
  const title = cleanTitle(section.title);
  if (isGenericTitle(title)) {
    if (section.parent) return topicOf(section.parent, deckName, grammar, use);
    const title = cleanTitle(deckName);
    const name = aboutWhat(title) ?? title;
    return {
      ...namedTopic(name, grammar, use),
      kind: isGenericTitle(name) || section.path.length === 0 ? 'none' : 'thing',
    };
  }
  if (section.path.length === 0) return { ...namedTopic(title, grammar, use), kind: 'none' };
  const named = askedThing(title, grammar) ?? aboutWhat(title);
  if (named) return namedTopic(named, grammar, use);
  const topic = { ...namedTopic(title, grammar, use), title: escapeCardText(title) };
  if (isQuestion(title)) return { ...topic, kind: 'question' };
  if (isComparison(title)) return { ...topic, kind: 'versus' };
  if (grammar.titles.isAction(title)) return { ...topic, kind: 'action' };
  if (!grammar.titles.isCategory(title) && !isAttribute(title)) return topic;
  const above = section.parent ? topicOf(section.parent, deckName, grammar, use) : null;
  return categoryTopic(title, above, grammar, use);
}

/** Times that a word stands in the notes before it is taken for the name of something there. */
const KNOWN_NAME = 3;

/** "Beneficios Docker": what a set is of, where the heading leaves out what joins them; `null` for any other heading. */
function unlinked(title: string, above: Topic | null, grammar: Grammar, use: NounUse) {
  const parts = isQualified(title) ? null : grammar.titles.unlinked(title);
  if (parts === null) return null;
  const [first = ''] = wholeWords(parts.rest);
  const isAbove = [above, above?.of].some(
    (topic) => topic !== undefined && fold(topic?.name ?? '') === fold(parts.rest),
  );
  const isName = !use.isCommon(first) && use.count(first) >= KNOWN_NAME;
  return isAbove || isName ? parts : null;
}

/** A set by its name: "Beneficios de Docker", or "Beneficios" below what they are of. */
function categoryTopic(heading: string, above: Topic | null, grammar: Grammar, use: NounUse): Topic {
  const title = upperFirst(uncounted(heading));
  const topic = { ...namedTopic(title, grammar, use), title: escapeCardText(title), kind: 'category' } as const;
  const named = grammar.titles.ofWhat(title);
  if (named) return { ...topic, of: namedTopic(named, grammar, use) };
  const bare = unlinked(title, above, grammar, use);
  if (bare) {
    const name = escapeCardText(grammar.titles.linked(bare.head, bare.rest));
    return { ...topic, name, of: namedTopic(bare.rest, grammar, use) };
  }
  const of = above?.kind === 'thing' ? above : above?.of;
  if (!of) return topic;
  const isOpen = !/\s/u.test(title) || isQualified(title);
  return { ...topic, ...(isOpen ? ofParent(title, of, grammar) : {}), of };
}

/** A name that a line gives to what is below it: a thing, a set, or something to be done. */
export function lineTopic(name: string, above: Topic, grammar: Grammar, use: NounUse): Topic {
  if (grammar.titles.isCategory(name) || isAttribute(name))
    return categoryTopic(upperFirst(splitArticle(name, grammar).noun), above, grammar, use);
  const topic = namedTopic(name, grammar, use);
  return grammar.titles.isAction(name) ? { ...topic, kind: 'action' } : topic;
}

/** "Etapas" under "Revolución francesa": the stages of what? */
function ofParent(title: string, above: Topic, { titles }: Grammar): Pick<Topic, 'title' | 'name'> {
  const tail = titles.tailOf(above);
  return { title: `${title} ${tail}`, name: `${lowerFirst(title)} ${tail}` };
}

/** Whether the members of a set are words to be understood ("beneficios") rather than things ("etapas"). */
export function isSetOfQualities(topic: Topic): boolean {
  return topic.kind === 'category' && namesQualities(topic.title);
}

/** Whether a sentence names the topic's head noun, so that it is clear without being told. */
export function mentionsTopic(text: string, topic: Topic, grammar: Grammar): boolean {
  const head = topic.stems[0];
  return head !== undefined && nounStems(text, grammar).includes(head);
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

/** A question under the topic's name, or alone where there is none. */
export function underTopic(topic: Topic, question: string): string {
  const prefix = topicPrefix(topic);
  return prefix === '' ? question : prefix + lowerQuestion(question);
}

/** A question with its first letter lowered, as it follows "**Heading**: ". */
export function lowerQuestion(question: string): string {
  return question.replace(
    /^(¿?)(\p{Lu})(?=\p{Ll}|\s)/u,
    (_, mark: string, letter: string) => mark + letter.toLowerCase(),
  );
}
