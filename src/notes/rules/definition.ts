import { entryTerm } from '../concept.js';
import type { Entry } from '../entries.js';
import { firstWords } from '../grammar/clause.js';
import {
  definiteSpanish,
  englishArticle,
  type GrammaticalNumber,
  inSentence,
  looksPlural,
  nounStem,
  spanishArticle,
  spanishAskArticle,
} from '../grammar/nouns.js';
import { askTerm, clauseOf } from '../grammar/questions.js';
import { SPANISH_ATTRIBUTE } from '../grammar/spanish-terms.js';
import { MAX_BACK_WORDS } from '../guards.js';
import { sentencesOf } from '../sentences.js';
import { termNames } from '../terms.js';
import { countWords, plainMarkdown, upperFirst } from '../text.js';
import { isSetOfQualities, lowerQuestion, topicPrefix } from '../topic.js';
import { entryTopic, termTopic } from './entry-topic.js';
import { qualifiedTerm } from './qualified-term.js';
import type { Draft, EntryPlace, Rule } from './rule.js';
import { statementDrafts } from './statement.js';

/** A definition of at most so many words is answered whole; the rest of a longer one becomes cards of its own. */
const WHOLE_ANSWER_WORDS = 25;
const CROSS_REFERENCE = /^(?:see|see also|v[eé]ase|ver)\s+\S+(?:\s+\S+){0,3}\.?$/iu;

/** How many sentences make one answer. */
function answered(sentences: readonly string[]): number {
  let words = 0;
  let count = 0;
  for (const sentence of sentences) {
    words += countWords(sentence);
    if (count > 0 && words > WHOLE_ANSWER_WORDS) break;
    count += 1;
  }
  return count;
}

/** Whether the term is one of several: by its own ending and by what the definition begins with. */
function numberOf(term: string, definition: string, { language }: EntryPlace): GrammaticalNumber {
  const words = firstWords(term.replace(/\s*\(.*$/u, ''), 9);
  if (language === 'en') return looksPlural(words.at(-1) ?? '') ? 'pl' : 'sg';
  if (!looksPlural(words[0] ?? '') || /\p{Lu}{2}/u.test(term)) return 'sg';
  const [first = ''] = firstWords(definition, 1);
  if (/^(?:son|los|las|unos|unas|eran)$/u.test(first)) return 'pl';
  const clause = clauseOf(definition, 'es');
  if (clause?.subject === null) return /n$/u.test(clause.verbWord) ? 'pl' : 'sg';
  return looksPlural(first) && first !== 'es' && first !== 'mas' ? 'pl' : 'sg';
}

/** The term as it stands in the question: in bold, with the article that the notes give it. */
function phraseOf(term: string, definition: string, number: GrammaticalNumber, place: EntryPlace): string {
  const { language, deck } = place;
  const { use } = deck;
  const { name } = termNames(plainMarkdown(term));
  const head = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u.exec(name)?.[0] ?? name;
  const isSingle = head === name;
  if (language === 'en') {
    const inside = inSentence(term, use);
    const article =
      number === 'pl' || (!isSingle && inside === term) ? '' : englishArticle(name, /^an?\s/iu.test(definition), use);
    return withArticle(article, inside);
  }
  const inside = inSentence(term, use);
  if (number === 'pl') {
    const isCommon = use.isCommon(head) || use.isCommon(nounStem(head));
    return withArticle(isCommon ? spanishArticle(head, 'pl', use) : '', inside);
  }
  if (isSingle) return withArticle(spanishAskArticle(head, use), inside);
  return withArticle(inside === term ? '' : definiteSpanish(head, use), inside);
}

function withArticle(article: string, term: string): string {
  return article === '' ? `**${term}**` : `${article} **${term}**`;
}

/** "Text file which stores:" is answered together with the list under it, where that makes no wall of text. */
function withList(answer: string, entry: Entry): string {
  const items = entry.children.map((child) => `- ${child.inline.text}`);
  const whole = [answer, ...items].join('\n');
  return items.length > 0 && answer.endsWith(':') && countWords(whole) <= MAX_BACK_WORDS ? whole : answer;
}

/** `**Term** => definition` and its relatives: what the term is, and a card for each further fact. */
export const definition: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { entry, language, topic } = place;
  const term = entryTerm(entry);
  if (!term || term.separator === 'verb') return null;
  if (CROSS_REFERENCE.test(term.definition)) {
    return { skipped: 'cross-reference', message: 'it only points to another entry' };
  }
  const shown = qualifiedTerm(entry, term);
  const isCode = shown.startsWith('`');
  if (isCode && countWords(term.definition) < 2) {
    return { skipped: 'too-short', message: 'one word says too little about a command' };
  }
  const sentences = sentencesOf(term.definition);
  const number = isCode ? 'sg' : numberOf(plainMarkdown(shown), term.definition, place);
  const above = entryTopic(place);
  const isMember = topic.kind === 'category' && above === topic;
  const isQuality = isMember && isSetOfQualities(topic);
  const isPart = above !== topic || SPANISH_ATTRIBUTE.test(shown);
  const phrase = isCode ? shown : phraseOf(shown, term.definition, number, place);
  const question = askTerm(term.definition, { phrase, number, isCode, isMember, isQuality, isPart }, language);
  const whole = answered(sentences);
  const first: Draft = {
    kind: 'basic',
    front: (isMember || isPart) && !isCode ? topicPrefix(above) + lowerQuestion(question) : question,
    back: withList(upperFirst(sentences.slice(0, whole).join(' ')), entry),
    concept: plainMarkdown(shown),
    fact: sentences[0] ?? term.definition,
    facet: '',
    line: entry.inline.line,
  };
  const rest = statementDrafts(sentences.slice(whole), place, termTopic(shown, place, number), { followsUp: true });
  return [first, ...rest];
};
