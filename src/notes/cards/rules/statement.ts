import {
  announces,
  describes,
  isExample,
  isPossessed,
  pointsBack,
  pointsInside,
  pointsToTopic,
  tailOfName,
  tellsExistence,
  withoutTies,
} from '../../../language/any/sentences.js';
import type { Asked } from '../../../language/asked.js';
import type { Clause } from '../../../language/clause.js';
import { splitDeterminer } from '../../../language/determiners.js';
import { nounStem } from '../../../language/number.js';
import { withoutStop } from '../../../language/sentences.js';
import { countWords, lowerFirst, upperFirst } from '../../../language/text.js';
import type { Mark } from '../../read/inline.js';
import { gapIn } from '../gap.js';
import { GAP } from '../refusals.js';
import type { Draft, EntryPlace } from '../rule.js';
import { contentStems, lowerQuestion, mentionsTopic, type Topic, topicPhrase, topicPrefix } from '../topic.js';
import { opensWithPointer } from './pointers.js';

/** Sentences that only say more about the one before are answered with it up to this many words. */
const JOINT_ANSWER_WORDS = 25;
const SHORTEST_WORDS = 3;
/** A longer sentence says too much at once to be the answer of one question. */
const LONGEST_WORDS = 42;
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
  const clear = topic.kind === 'none' || (!isOpen && mentionsTopic(`${sentence} ${question}`, topic, place.grammar));
  return clear ? question : topicPrefix(topic) + lowerQuestion(question);
}

/** "Las imágenes" under "Imágenes de Docker" are the "imágenes de Docker". */
function withTail(subject: string, topic: Topic): string {
  const { noun } = splitDeterminer(subject);
  const tail = tailOfName(topic.name);
  return !/\s/u.test(noun) && nounStem(noun) === topic.stems[0] ? subject + tail : subject;
}

type Subject = { readonly asked: Asked; readonly isNamed: boolean; readonly isLent: boolean };

/** What a clause speaks of: its own subject, or the topic where it names none. `null` where neither can be asked of. */
function subjectOf({ place, topic, isFollowUp }: Told, clause: Clause): Subject | null {
  const { grammar, deck } = place;
  const { ask, sentences } = grammar;
  if (clause.subject !== null && (isFollowUp || !pointsToTopic(clause.subject, topic.stems))) {
    if (pointsBack(clause.subject)) return null;
    if (!sentences.isNominal(clause.subject) || (isPossessed(clause.subject) && topic.kind !== 'thing')) return null;
    const asked = ask.subject(withTail(clause.subject, topic), deck.use);
    return { asked, isNamed: true, isLent: false };
  }
  const spoken = topic.kind !== 'category' ? topic : place.entry.kind === 'item' ? topic.of : undefined;
  if (spoken?.kind !== 'thing') return null;
  const tail = spoken.name.split(' ').at(-1) ?? '';
  if (spoken.number === 'sg' && tail !== spoken.name && sentences.speaksOfTail(clause, tail)) {
    return { asked: ask.subject(lowerFirst(tail), deck.use, 'pl'), isNamed: false, isLent: false };
  }
  const fits = sentences.standsFor(clause.pronoun, spoken.number);
  const asked = { phrase: topicPhrase(spoken), number: spoken.number, own: false };
  return fits ? { asked, isNamed: false, isLent: topic.kind === 'category' } : null;
}

/** "¿Cuándo …?" for a sentence that says when. */
function whenQuestion(told: Told): { readonly question: string; readonly subject: Subject } | null {
  const { sentence, place } = told;
  const { ask, sentences } = place.grammar;
  const timed = sentences.timeIn(sentence);
  if (!timed) return null;
  const bare = `${timed.before}${timed.after}`.replace(/^[\s,]+/u, '').replace(/\s+(?=[,.;])/gu, '');
  const clause = sentences.clauseOf(upperFirst(bare));
  const subject = clause && subjectOf(told, clause);
  const question = subject && ask.when(clause, subject.asked, timed.when);
  return question ? { question, subject } : null;
}

function questionFor(
  told: Told,
  clause: Clause | null,
): { readonly question: string; readonly isLent: boolean } | null {
  const { place, topic, marks } = told;
  const subject = clause && subjectOf(told, clause);
  const found =
    whenQuestion(told) ?? (subject && { question: place.grammar.ask.sentence(clause, subject.asked), subject });
  if (!found?.question) {
    const isExistence = clause !== null && clause.subject === null && tellsExistence(clause.verbWord);
    if (!isExistence) return null;
    const asked = { phrase: topicPhrase(topic), number: topic.number, own: false };
    const question = place.grammar.ask.sentence(clause, asked);
    return question ? { question, isLent: false } : null;
  }
  const isBold = marks[0]?.kind === 'strong' && marks[0].start === 0;
  const stands = !found.subject.isNamed || isBold;
  return { question: stands ? found.question : prefixed(found.question, told), isLent: found.subject.isLent };
}

/** The sentence with a gap where its fact is, under the topic's name where it does not name it itself. */
function clozeFor(told: Told, clause: Clause | null): Draft | null {
  const { sentence, place, topic, marks } = told;
  const { grammar, deck, section } = place;
  if (topic.kind === 'none' && clause?.subject === null) return null;
  if (clause?.pronoun || told.isFollowUp) return null;
  if (topic.kind === 'action' && place.entry.parents.length > 0 && (clause === null || clause.subject === null))
    return null;
  const shown = new Set([...topic.stems, ...contentStems(section.path.join(' '), grammar)].map(nounStem));
  const gap = gapIn(sentence, { grammar, use: deck.use, shown, marks, isClause: clause !== null });
  if (!gap) return null;
  const gapped = sentence.slice(0, gap.start) + GAP + sentence.slice(gap.end);
  const prefix = mentionsTopic(gapped, topic, grammar) ? '' : topicPrefix(topic);
  const front = prefix + (prefix.endsWith(': ') ? lowerFirst(gapped) : upperFirst(gapped));
  const back = sentence.slice(gap.start, gap.end);
  return { ...draftOf(told, 'cloze', front, back, back), yields: clause === null ? 'gap' : 'statement' };
}

/** "Existen X. Son Y." is one fact: what X is. */
function existencePair(told: Told, next: string | undefined): Draft | null {
  const { sentence, place } = told;
  const asked = next === undefined ? null : place.grammar.ask.existing(sentence, next, place.deck.use);
  if (next === undefined || asked === null) return null;
  return {
    ...draftOf(told, 'basic', prefixed(asked, told), next),
    fact: `${withoutStop(sentence)} ${withoutStop(next)}`,
  };
}

/** How many sentences after this one only go on about what it says, as far as they make one short answer. */
function joined(sentences: readonly string[], index: number, place: EntryPlace): number {
  let words = countWords(sentences[index] ?? '');
  let count = 0;
  for (const sentence of sentences.slice(index + 1)) {
    const clause = place.grammar.sentences.clauseOf(sentence);
    const goesOn = clause?.subject === null && describes(clause.verbWord);
    words += countWords(sentence);
    if (!(goesOn || isExample(sentence)) || words > JOINT_ANSWER_WORDS) break;
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
    !isExample(sentence) &&
    !place.grammar.sentences.isPersonal(sentence)
  );
}

function ask(told: Told, answer: string): Result {
  const { sentence, place, topic } = told;
  if (!says(sentence, place) || pointsInside(sentence, topic.stems)) return NOTHING;
  const condition = told.isFollowUp ? null : place.grammar.ask.condition(withoutStop(sentence));
  if (condition) {
    return {
      drafts: [draftOf(told, 'basic', prefixed(condition.front, told), answer)].map((draft) => ({
        ...draft,
        yields: 'statement' as const,
      })),
      isQuestion: true,
    };
  }
  const { sentences } = place.grammar;
  const clause = sentences.clauseOf(sentence);
  const speaksOfTopic = clause !== null && (clause.subject === null || pointsToTopic(clause.subject, topic.stems));
  if (opensWithPointer(sentence, place.grammar) && !speaksOfTopic) return NOTHING;
  const cloze = sentences.isRequest(sentence) ? null : clozeFor(told, clause);
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
    const sentence = withoutTies(original);
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
