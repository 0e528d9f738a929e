import type { Asked } from '../../../language/asked.js';
import type { Clause } from '../../../language/clause.js';
import { looksPlural, nounStem } from '../../../language/number.js';
import {
  askCondition,
  askSentence,
  askWhen,
  clauseOf,
  ownSubject,
  splitDeterminer,
} from '../../../language/questions.js';
import { withoutStop } from '../../../language/sentences.js';
import { isNominal } from '../../../language/subject.js';
import { countWords, lowerFirst, upperFirst } from '../../../language/text.js';
import { timeIn } from '../../../language/time.js';
import type { Mark } from '../../read/inline.js';
import { gapIn } from '../gap.js';
import { GAP } from '../refusals.js';
import type { Draft, EntryPlace } from '../rule.js';
import { contentStems, lowerQuestion, mentionsTopic, type Topic, topicPhrase, topicPrefix } from '../topic.js';
import {
  announces,
  isPersonal,
  isPossessed,
  isRequest,
  opensWithPointer,
  pointsBack,
  pointsInside,
  pointsToTopic,
} from './pointers.js';

/** Sentences that only say more about the one before are answered with it up to this many words. */
const JOINT_ANSWER_WORDS = 25;
const SHORTEST_WORDS = 3;
/** A longer sentence says too much at once to be the answer of one question. */
const LONGEST_WORDS = 42;
/** What ties a sentence to the one before and says nothing by itself. */
const TIES =
  /^(?:(?:y|e|pero|tambi[eé]n|and|but|also|so)\s+|(?:(?:nota|note|ojo|importante|important|recuerda|recordar|remember|tip|aviso|atenci[oó]n|warning|dato(?: curioso| importante)?|curiosidad|observaci[oó]n|aclaraci[oó]n|detalle|idea|concepto|en resumen|en s[ií]ntesis|in short|in summary)\s*:|(?:adem[aá]s|asimismo|as[ií] mismo|es decir|en general|en otras palabras|b[aá]sicamente|esencialmente|por otr[oa] (?:lado|parte)|por [uú]ltimo|en cambio|sin embargo|no obstante|por lo general|normalmente|actualmente|en resumen|cabe (?:señalar|destacar|mencionar) que|(?:recuerda|recordar|ten en cuenta) que|essentially|basically|in general|in other words|more specifically|specifically|that is|in short|however|additionally|moreover|furthermore|in addition|finally|generally|in fact|note that|remember that|keep in mind that),?)\s+)(?=\p{L})/iu;
const EXAMPLES =
  /^(?:como|por ejemplo|p\.\s?ej\.|like|such as|e\.g\.|for (?:example|instance)|ejemplos?|examples?)\b/iu;

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
  const isOpen = isPossessed(sentence) && topic.kind === 'thing';
  const clear = topic.kind === 'none' || (!isOpen && mentionsTopic(`${sentence} ${question}`, topic, place.language));
  return clear ? question : topicPrefix(topic) + lowerQuestion(question);
}

/** "Las imágenes" under "Imágenes de Docker" are the "imágenes de Docker". */
function withTail(subject: string, topic: Topic): string {
  const { noun } = splitDeterminer(subject);
  const tail = /^\S+(\s+(?:de|del|en|para|of|in|for)\s.+)$/u.exec(topic.name)?.[1] ?? '';
  return !/\s/u.test(noun) && nounStem(noun) === topic.stems[0] ? subject + tail : subject;
}

type Subject = { readonly asked: Asked; readonly isNamed: boolean; readonly isLent: boolean };

/** What a clause speaks of: its own subject, or the topic where it names none. `null` where neither can be asked of. */
function subjectOf({ place, topic, isFollowUp }: Told, clause: Clause): Subject | null {
  const { language, deck } = place;
  if (clause.subject !== null && (isFollowUp || !pointsToTopic(clause.subject, topic))) {
    if (pointsBack(clause.subject)) return null;
    if (!isNominal(clause.subject, language) || (isPossessed(clause.subject) && topic.kind !== 'thing')) return null;
    const asked = ownSubject(withTail(clause.subject, topic), language, deck.use);
    return { asked, isNamed: true, isLent: false };
  }
  const spoken = topic.kind !== 'category' ? topic : place.entry.kind === 'item' ? topic.of : undefined;
  if (spoken?.kind !== 'thing') return null;
  const tail = spoken.name.split(' ').at(-1) ?? '';
  if (
    language === 'es' &&
    spoken.number === 'sg' &&
    tail !== spoken.name &&
    looksPlural(tail) &&
    /n$/u.test(clause.verbWord)
  ) {
    return { asked: ownSubject(lowerFirst(tail), language, deck.use, 'pl'), isNamed: false, isLent: false };
  }
  const fits = clause.pronoun === '' || (spoken.number === 'pl' ? /^the/u : /^(?:it|this)$/u).test(clause.pronoun);
  const asked = { phrase: topicPhrase(spoken), number: spoken.number, own: false };
  return fits ? { asked, isNamed: false, isLent: topic.kind === 'category' } : null;
}

/** "¿Cuándo …?" for a sentence that says when. */
function whenQuestion(told: Told): { readonly question: string; readonly subject: Subject } | null {
  const { sentence, place } = told;
  const timed = timeIn(sentence, place.language);
  if (!timed) return null;
  const bare = `${timed.before}${timed.after}`.replace(/^[\s,]+/u, '').replace(/\s+(?=[,.;])/gu, '');
  const clause = clauseOf(upperFirst(bare), place.language);
  const subject = clause && subjectOf(told, clause);
  const question = subject && askWhen(clause, subject.asked, timed.when, place.language);
  return question ? { question, subject } : null;
}

function questionFor(
  told: Told,
  clause: Clause | null,
): { readonly question: string; readonly isLent: boolean } | null {
  const { place, topic, marks } = told;
  const subject = clause && subjectOf(told, clause);
  const found =
    whenQuestion(told) ?? (subject && { question: askSentence(clause, subject.asked, place.language), subject });
  if (!found?.question) {
    const isExistence = clause !== null && clause.subject === null && /^(?:existen?|hay)$/u.test(clause.verbWord);
    if (!isExistence) return null;
    const asked = { phrase: topicPhrase(topic), number: topic.number, own: false };
    const question = askSentence(clause, asked, place.language);
    return question ? { question, isLent: false } : null;
  }
  const isBold = marks[0]?.kind === 'strong' && marks[0].start === 0;
  const stands = !found.subject.isNamed || isBold;
  return { question: stands ? found.question : prefixed(found.question, told), isLent: found.subject.isLent };
}

/** The sentence with a gap where its fact is, under the topic's name where it does not name it itself. */
function clozeFor(told: Told, clause: Clause | null): Draft | null {
  const { sentence, place, topic, marks } = told;
  const { language, deck, section } = place;
  if (topic.kind === 'none' && clause?.subject === null) return null;
  if (clause?.pronoun || told.isFollowUp) return null;
  if (topic.kind === 'action' && place.entry.parents.length > 0 && (clause === null || clause.subject === null))
    return null;
  const shown = new Set([...topic.stems, ...contentStems(section.path.join(' '), language)].map(nounStem));
  const gap = gapIn(sentence, { language, use: deck.use, shown, marks, isClause: clause !== null });
  if (!gap) return null;
  const gapped = sentence.slice(0, gap.start) + GAP + sentence.slice(gap.end);
  const prefix = mentionsTopic(gapped, topic, language) ? '' : topicPrefix(topic);
  const front = prefix + (prefix.endsWith(': ') ? lowerFirst(gapped) : upperFirst(gapped));
  const back = sentence.slice(gap.start, gap.end);
  return { ...draftOf(told, 'cloze', front, back, back), yields: clause === null ? 'gap' : 'statement' };
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

type Result = { readonly drafts: readonly Draft[]; readonly isQuestion: boolean };
const NOTHING: Result = { drafts: [], isQuestion: false };

function says(sentence: string, place: EntryPlace): boolean {
  const words = countWords(sentence);
  if (words < SHORTEST_WORDS || words > LONGEST_WORDS) return false;
  return (
    !/[?:]$/u.test(sentence) &&
    !announces(sentence) &&
    !EXAMPLES.test(sentence) &&
    !isPersonal(sentence, place.language)
  );
}

function ask(told: Told, answer: string): Result {
  const { sentence, place, topic } = told;
  if (!says(sentence, place) || pointsInside(sentence, topic)) return NOTHING;
  const condition = told.isFollowUp ? null : askCondition(withoutStop(sentence), place.language);
  if (condition) {
    return {
      drafts: [draftOf(told, 'basic', prefixed(condition.front, told), answer)].map((draft) => ({
        ...draft,
        yields: 'statement' as const,
      })),
      isQuestion: true,
    };
  }
  const clause = clauseOf(sentence, place.language);
  const speaksOfTopic = clause !== null && (clause.subject === null || pointsToTopic(clause.subject, topic));
  if (opensWithPointer(sentence, place.language) && !speaksOfTopic) return NOTHING;
  const cloze = isRequest(sentence, place.language) ? null : clozeFor(told, clause);
  const otherwise = cloze ? [cloze] : [];
  const asked = questionFor(told, clause);
  if (!asked) return { drafts: otherwise, isQuestion: false };
  const draft = { ...draftOf(told, 'basic', asked.question, answer), otherwise };
  return { drafts: [{ ...draft, yields: asked.isLent ? 'gap' : 'statement' }], isQuestion: true };
}

/**
 * Cards for the sentences of one thought: a question where the sentence answers one cleanly, a gap where it does not
 * and something stands out in it that is worth knowing.
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
    const told: Told = {
      sentence: tied ? upperFirst(sentence) : sentence,
      place,
      topic,
      isFollowUp,
      marks: index === 0 && !tied ? marks : [],
    };
    const pair = existencePair(told, sentences[index + 1]);
    if (pair) {
      drafts.push(pair);
      index += 1;
      continue;
    }
    const more = joined(sentences, index, place);
    const answer = [told.sentence, ...sentences.slice(index + 1, index + 1 + more)].join(' ');
    const asked = ask(told, answer);
    drafts.push(...asked.drafts);
    if (asked.isQuestion) index += more;
  }
  return drafts;
}
