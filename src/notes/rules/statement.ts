import { FOLLOW_UP_WORTH, gapIn } from '../cloze.js';
import type { Clause } from '../grammar/clause.js';
import { nounStem } from '../grammar/nouns.js';
import { askCondition, askSentence, clauseOf, ownSubject, splitDeterminer } from '../grammar/questions.js';
import { isPreterite } from '../grammar/spanish-clause.js';
import { GAP } from '../guards.js';
import type { Mark } from '../inline.js';
import { withoutStop } from '../sentences.js';
import { countWords, lowerFirst, upperFirst } from '../text.js';
import { contentStems, lowerQuestion, mentionsTopic, type Topic, topicPhrase, topicPrefix } from '../topic.js';
import { opensWithPointer, pointsToTopic } from './pointers.js';
import type { Draft, EntryPlace } from './rule.js';

/** Sentences that only say more about the one before are answered with it up to this many words. */
const JOINT_ANSWER_WORDS = 25;
const SHORTEST_WORDS = 3;
/** What ties a sentence to the one before and says nothing by itself. */
const TIES =
  /^(?:(?:y|e|pero|tambi[eé]n|adem[aá]s|and|but|also|so)\s+|(?:es decir|en general|en otras palabras|b[aá]sicamente|esencialmente|essentially|basically|in general|in other words|more specifically|specifically|that is|in short),?\s+)(?=\p{L})/iu;
const YEAR = /\b(?:1\d|20)\d\d\b/u;
const EXAMPLES = /^(?:como|por ejemplo|p\.\s?ej\.|like|such as|e\.g\.|for example|ejemplos?|examples?)\b/iu;

type Told = {
  readonly sentence: string;
  readonly place: EntryPlace;
  readonly topic: Topic;
  readonly marks: readonly Mark[];
  readonly isFollowUp: boolean;
};

function draftOf(told: Told, kind: Draft['kind'], front: string, back: string, facet = ''): Draft {
  const { topic, sentence, place } = told;
  return { kind, front, back, concept: topic.name, fact: withoutStop(sentence), facet, line: place.entry.inline.line };
}

/** A question that names its subject, or is put under the topic's name. */
function prefixed(question: string, { sentence, place, topic }: Told): string {
  const clear = topic.kind === 'none' || mentionsTopic(`${sentence} ${question}`, topic, place.language);
  return clear ? question : topicPrefix(topic) + lowerQuestion(question);
}

/** "Las imágenes" under "Imágenes de Docker" are the "imágenes de Docker". */
function withTail(subject: string, topic: Topic): string {
  const { noun } = splitDeterminer(subject);
  const tail = /^\S+(\s+(?:de|del|en|para|of|in|for)\s.+)$/u.exec(topic.name)?.[1] ?? '';
  return !/\s/u.test(noun) && nounStem(noun) === topic.stems[0] ? subject + tail : subject;
}

function questionFor(told: Told, clause: Clause): string | null {
  const { place, topic } = told;
  const { language, deck } = place;
  // A year is what an event is remembered by, so it is hidden instead.
  if (YEAR.test(clause.rest) && isPreterite({ text: clause.verb, word: clause.verbWord })) return null;
  if (clause.subject !== null && !pointsToTopic(clause.subject, topic)) {
    const isBold = told.marks[0]?.kind === 'strong' && told.marks[0].start === 0;
    const asked = ownSubject(withTail(clause.subject, topic), language, deck.use);
    const question = askSentence(clause, asked, language);
    return question && (isBold ? question : prefixed(question, told));
  }
  const pronounFits =
    clause.pronoun === '' || (topic.number === 'pl' ? /^the/u : /^(?:it|this)$/u).test(clause.pronoun);
  const isExistence = /^(?:existen?|hay)$/u.test(clause.verbWord);
  if ((topic.kind !== 'thing' && !isExistence) || !pronounFits) return null;
  return askSentence(clause, { phrase: topicPhrase(topic), number: topic.number, own: false }, language);
}

/** The sentence with a gap where its fact is, under the topic's name where it does not name it itself. */
function clozeFor(told: Told): Draft | null {
  const { sentence, place, topic, marks } = told;
  const { language, deck, section } = place;
  const clause = clauseOf(sentence, language);
  if (topic.kind === 'none' && clause?.subject === null) return null;
  if (clause?.pronoun) return null;
  const shown = new Set([...topic.stems, ...contentStems(section.path.join(' '), language)].map(nounStem));
  const gap = gapIn(sentence, { language, use: deck.use, shown, marks });
  if (!gap || (told.isFollowUp && gap.score < FOLLOW_UP_WORTH)) return null;
  const gapped = sentence.slice(0, gap.start) + GAP + sentence.slice(gap.end);
  const prefix = mentionsTopic(gapped, topic, language) ? '' : topicPrefix(topic);
  const front = prefix + (prefix.endsWith(': ') ? lowerFirst(gapped) : upperFirst(gapped));
  const back = sentence.slice(gap.start, gap.end);
  return draftOf(told, 'cloze', front, back, back);
}

/** "Existen X. Son Y." is one fact: what X is. */
function existencePair(told: Told, next: string | undefined): Draft | null {
  const { sentence, place } = told;
  const clause = place.language === 'es' ? clauseOf(sentence, 'es') : null;
  if (next === undefined || clause?.subject !== null || !/^(?:existen?|hay)$/u.test(clause.verbWord)) return null;
  if (/[,:\d]/u.test(clause.rest) || countWords(clause.rest) > 6 || !/^(?:son|es)\s/iu.test(next)) return null;
  const number = /^son\s/iu.test(next) ? 'pl' : 'sg';
  const { phrase } = ownSubject(clause.rest, 'es', place.deck.use, number);
  const front = prefixed(`¿Qué ${number === 'pl' ? 'son' : 'es'} ${phrase}?`, told);
  return { ...draftOf(told, 'basic', front, next), fact: `${withoutStop(sentence)} ${withoutStop(next)}` };
}

/** How many sentences after this one only go on about what it says, as far as they make one short answer. */
function joined(sentences: readonly string[], index: number, place: EntryPlace): number {
  let words = countWords(sentences[index] ?? '');
  let count = 0;
  for (const sentence of sentences.slice(index + 1)) {
    const clause = clauseOf(sentence, place.language);
    const describes = clause?.subject === null && /^(?:es|son|esta|estan|is|are)$/u.test(clause.verbWord);
    words += countWords(sentence);
    if (!(describes || EXAMPLES.test(sentence)) || words > JOINT_ANSWER_WORDS) break;
    count += 1;
  }
  return count;
}

type Asked = { readonly drafts: readonly Draft[]; readonly isQuestion: boolean };
const NOTHING: Asked = { drafts: [], isQuestion: false };

function ask(told: Told, answer: string): Asked {
  const { sentence, place, topic } = told;
  if (countWords(sentence) < SHORTEST_WORDS || /[?:]$/u.test(sentence) || EXAMPLES.test(sentence)) return NOTHING;
  const cloze = clozeFor(told);
  const otherwise = cloze ? [cloze] : [];
  const condition = askCondition(withoutStop(sentence), place.language);
  if (condition) {
    const front = prefixed(condition.front, told);
    return { drafts: [{ ...draftOf(told, 'basic', front, condition.back), otherwise }], isQuestion: false };
  }
  const clause = clauseOf(sentence, place.language);
  const speaksOfTopic = clause !== null && (clause.subject === null || pointsToTopic(clause.subject, topic));
  if (opensWithPointer(sentence, place.language) && !speaksOfTopic) return NOTHING;
  const question = clause && questionFor(told, clause);
  if (!question) return { drafts: otherwise, isQuestion: false };
  return { drafts: [{ ...draftOf(told, 'basic', question, answer), otherwise }], isQuestion: true };
}

/**
 * Cards for the sentences of one thought: a question where the sentence answers one cleanly, a gap where it does not.
 *
 * @param topic what sentences without a subject of their own speak of
 * @param followsUp the first of them already follows up on another
 */
export function statementDrafts(
  sentences: readonly string[],
  place: EntryPlace,
  topic: Topic,
  { marks = [], followsUp = false }: { readonly marks?: readonly Mark[]; readonly followsUp?: boolean } = {},
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let index = 0; index < sentences.length; index += 1) {
    const original = sentences[index] ?? '';
    const sentence = original.replace(TIES, '');
    const tied = sentence !== original;
    const isFollowUp = followsUp || (index > 0 && place.entry.kind === 'paragraph');
    const told: Told = { sentence, place, topic, isFollowUp, marks: index === 0 && !tied ? marks : [] };
    const pair = existencePair(told, sentences[index + 1]);
    if (pair) {
      drafts.push(pair);
      index += 1;
      continue;
    }
    const more = joined(sentences, index, place);
    const answer = [tied ? upperFirst(sentence) : sentence, ...sentences.slice(index + 1, index + 1 + more)].join(' ');
    const asked = ask(told, answer);
    drafts.push(...asked.drafts);
    if (asked.isQuestion) index += more;
  }
  return drafts;
}
