import {
  announces,
  describes,
  isBe,
  isExample,
  isPossessed,
  pointsInside,
  pointsToTopic,
  tellsExistence,
  withoutTies,
} from '../../../language/any/sentences.js';
import type { Clause } from '../../../language/clause.js';
import { nounStem } from '../../../language/number.js';
import { withoutStop } from '../../../language/sentences.js';
import { countWords, lowerFirst, upperFirst } from '../../../language/text.js';
import type { Mark } from '../../read/inline.js';
import { gapIn } from '../gap.js';
import { GAP } from '../refusals.js';
import type { CardDraft, EntryPlace } from '../rule.js';
import { mentionsTopic, nounStems, type Topic, topicPhrase, topicPrefix, underTopic } from '../topic.js';
import { doubtOf, risk } from '../trust.js';
import { opensWithPointer } from './pointers.js';
import { isLent, type Subject, subjectOf, type ToldSentence } from './sentence-subject.js';
import { risksOf, risksOfQuestion } from './statement-risks.js';

/** Sentences that only say more about the one before are answered with it up to this many words. */
const JOINT_ANSWER_WORDS = 25;
const SHORTEST_WORDS = 3;
/** A longer sentence says too much at once to be the answer of one question. */
const LONGEST_WORDS = 42;
/** What a gap hides is sure in a shorter one only. */
const SHORT_WORDS = 18;
/** A shorter text does not say what a thing is that it names. */
const FEWEST_NAMED_WORDS = 5;
/** A longer question holds half of its answer. */
const LONGEST_CONDITION_WORDS = 18;
/** What follows a verb, as an answer of its own. */
const FEWEST_REST_WORDS = 3;

/** What each form of card is worth where nothing speaks against it: measured on notes that people wrote. */
const FORM = {
  identity: 0.8,
  named: 0.75,
  condition: 0.65,
  question: 0.62,
  amount: 0.55,
  mark: 0.45,
  rest: 0.3,
} as const;

function draftOf(told: ToldSentence, kind: CardDraft['kind'], front: string, back: string, facet = ''): CardDraft {
  const { topic, sentence, place } = told;
  return { kind, front, back, concept: topic.name, fact: withoutStop(sentence), facet, line: place.entry.inline.line };
}

/** A question that names its subject, or is put under the topic's name. */
function prefixed(question: string, { sentence, place, topic }: ToldSentence): string {
  const isOpen = isPossessed(sentence) && topic.kind === 'thing';
  const clear = topic.kind === 'none' || (!isOpen && mentionsTopic(`${sentence} ${question}`, topic, place.grammar));
  return clear ? question : underTopic(topic, question);
}

type Question = { readonly question: string; readonly clause: Clause; readonly subject: Subject };

/** "¿Cuándo …?" for a sentence that says when, at its beginning too: "En 1492, Colón llegó …". */
function whenQuestion(told: ToldSentence): Question | null {
  const { sentence, place } = told;
  const { ask, sentences } = place.grammar;
  const timed = sentences.timeIn(sentence);
  if (!timed) return null;
  const bare = `${timed.before}${timed.after}`.replace(/^[\s,]+/u, '').replace(/\s+(?=[,.;])/gu, '');
  const clause = sentences.clauseOf(upperFirst(bare));
  const subject = clause && subjectOf(told, clause);
  const question = subject && ask.when(clause, subject.asked, timed.when);
  return question ? { question, clause, subject } : null;
}

/** "On 2 September" is a day in a story. */
const YEAR_IN = /(?<!\d)(?:1\d|20)\d\d(?!\d)|siglo|century|[ad]\.\s?C\.|\bBCE?\b/u;

/** A question for the sentence where its language can ask one cleanly. */
function question(told: ToldSentence, answer: string): CardDraft | null {
  const { place, topic, marks } = told;
  const { ask } = place.grammar;
  const subject = told.clause && subjectOf(told, told.clause);
  if (told.clause?.subject === null && subject === null && tellsExistence(told.clause.verbWord)) {
    const asked = ask.sentence(told.clause, { phrase: topicPhrase(topic), number: topic.number, own: false });
    const doubt = doubtOf(FORM.question, 'open', risksOf(told));
    return asked ? { ...draftOf(told, 'basic', asked, answer), doubt } : null;
  }
  const timed = whenQuestion(told);
  const asked =
    timed ??
    (told.clause && subject && { question: ask.sentence(told.clause, subject.asked), clause: told.clause, subject });
  if (!asked?.question) return null;
  const { clause } = asked;
  const isBold = marks[0]?.kind === 'strong' && marks[0].start === 0;
  const stands = !asked.subject.isNamed || isBold;
  const isIdentity = !timed && isBe(clause.verbWord) && clause.negation === '';
  const form = isIdentity ? FORM.identity : FORM.question;
  const front = stands ? asked.question : prefixed(asked.question, told);
  const isHow = isIdentity && place.grammar.ask.asksHow(asked.question);
  const isVague = timed && !YEAR_IN.test(told.sentence);
  const doubt = doubtOf(form, 'open', [
    risk(Boolean(isVague), 'worth', 0.2),
    ...risksOfQuestion(told, clause, asked.question, asked.subject),
    risk(isHow, 'open', clause.rest.includes(',') ? 0.25 : 0.35),
  ]);
  return {
    ...draftOf(told, 'basic', front, answer),
    yields: isLent(told) && !asked.subject.isNamed ? 'gap' : 'statement',
    doubt,
  };
}

/** A sentence with a part left out, under the topic's name where it does not name it itself. */
function gapped(told: ToldSentence, start: number, end: number): CardDraft {
  const { sentence, place, topic } = told;
  const text = sentence.slice(0, start) + GAP + sentence.slice(end);
  const prefix = mentionsTopic(text, topic, place.grammar) ? '' : topicPrefix(topic);
  const back = sentence.slice(start, end);
  const front = prefix + (prefix.endsWith(': ') ? lowerFirst(text) : upperFirst(text));
  return { ...draftOf(told, 'cloze', front, back, back), yields: told.clause === null ? 'gap' : 'statement' };
}

/** Whether a sentence names what it speaks of, so that it can be shown with a gap. */
function standsAlone({ topic, clause, place }: ToldSentence): boolean {
  if (clause?.pronoun) return false;
  const isNamed = clause !== null && clause.subject !== null;
  return isNamed || (topic.kind !== 'none' && !(topic.kind === 'action' && place.entry.parents.length > 0));
}

/** The amount, the year or the marked words of a sentence, hidden. */
function amount(told: ToldSentence): CardDraft | null {
  const { sentence, place, topic, marks, clause } = told;
  const gap = standsAlone(told) ? gapIn(sentence, marks) : null;
  if (!gap) return null;
  const shown = new Set([...topic.stems, ...nounStems(place.section.path.join(' '), place.grammar)].map(nounStem));
  const hidden = nounStems(sentence.slice(gap.start, gap.end), place.grammar);
  if (gap.kind === 'mark' && hidden.every((stem) => shown.has(stem))) return null;
  const form = gap.kind === 'amount' ? FORM.amount : FORM.mark;
  const doubt = doubtOf(form, 'gap', [
    ...risksOf(told),
    risk(clause?.subject == null, 'gap', 0.25),
    risk(countWords(sentence) > SHORT_WORDS, 'gap', 0.1),
  ]);
  return { ...gapped(told, gap.start, gap.end), doubt };
}

/** What a sentence says of its subject, left out as a whole: nothing is misread, but it is stiff. */
function rest(told: ToldSentence): CardDraft | null {
  const { sentence, clause } = told;
  if (!clause?.subject || !standsAlone(told) || countWords(clause.rest) < FEWEST_REST_WORDS) return null;
  const start = sentence.lastIndexOf(clause.rest);
  if (start <= 0) return null;
  const doubt = doubtOf(FORM.rest, 'gap', risksOf(told));
  return { ...gapped(told, start, start + clause.rest.length), yields: 'gap', doubt };
}

/** "Existen X. Son Y." is one fact: what X is. */
function existencePair(told: ToldSentence, next: string | undefined): CardDraft | null {
  const { sentence, place } = told;
  const asked = next === undefined ? null : place.grammar.ask.existing(sentence, next, place.deck.use);
  if (next === undefined || asked === null) return null;
  const fact = `${withoutStop(sentence)} ${withoutStop(next)}`;
  return { ...draftOf(told, 'basic', prefixed(asked, told), next), fact };
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

function says({ sentence, place, topic }: ToldSentence): boolean {
  const words = countWords(sentence);
  if (words < SHORTEST_WORDS || words > LONGEST_WORDS || /[?:]$/u.test(sentence)) return false;
  const isAside = announces(sentence) || isExample(sentence) || place.grammar.sentences.isPersonal(sentence);
  return !isAside && !pointsInside(sentence, topic.stems);
}

/** "If A, B" asked as what happens then, where B says to whom. */
function condition(told: ToldSentence, answer: string): CardDraft | null {
  const { sentence, place } = told;
  const asked = place.grammar.ask.condition(withoutStop(sentence));
  if (!asked) return null;
  const doubt = doubtOf(FORM.condition, 'subject', [
    ...risksOf(told),
    risk(!asked.isNamed, 'subject', 0.25),
    risk(asked.isState, 'open', 0.2),
    risk(countWords(asked.front) > LONGEST_CONDITION_WORDS, 'open', 0.2),
  ]);
  return { ...draftOf(told, 'basic', prefixed(asked.front, told), answer), yields: 'statement', doubt };
}

/** "Se conoce como foso al espacio …", "The study of cells is called cytology": what is the thing that it names? */
function named(told: ToldSentence): CardDraft | null {
  const { sentence, place } = told;
  const found = place.grammar.sentences.naming(sentence);
  if (!found || countWords(found.definition) < FEWEST_NAMED_WORDS) return null;
  const { phrase, number } = place.grammar.ask.subject(found.term.replace(/\*\*/gu, ''), place.deck.use);
  const asked = place.grammar.ask.whatIs(phrase, number);
  if (asked === null) return null;
  const doubt = doubtOf(FORM.named, 'subject', risksOf(told));
  return { ...draftOf(told, 'basic', asked, upperFirst(found.definition)), yields: 'statement', doubt };
}

/** The ways to ask for a sentence, the surest first. */
function waysToAsk(told: ToldSentence, answer: string): readonly CardDraft[] {
  const { sentence, place, topic, clause } = told;
  if (!says(told)) return [];
  const conditional = condition(told, answer);
  if (conditional) return [conditional];
  const isOfTopic = clause !== null && (clause.subject === null || pointsToTopic(clause.subject, topic.stems));
  if (opensWithPointer(sentence, place.grammar) && !isOfTopic) return [];
  const gaps = place.grammar.sentences.isRequest(sentence) ? [] : [amount(told), rest(told)];
  return [named(told), question(told, answer), ...gaps]
    .filter((draft) => draft !== null)
    .sort((a, b) => (b.doubt?.score ?? 1) - (a.doubt?.score ?? 1));
}

/**
 * Cards for the sentences of one thought: a question where the sentence answers one cleanly, else a gap for an amount or
 * for all that it says.
 *
 * @param topic what sentences without a subject of their own speak of
 * @param followsUp the first of them already follows up on another
 */
export function statementDrafts(
  sentences: readonly string[],
  place: EntryPlace,
  topic: Topic,
  { marks = [], followsUp = false }: { readonly marks?: readonly Mark[]; readonly followsUp?: boolean } = {},
): readonly CardDraft[] {
  const drafts: CardDraft[] = [];
  for (let index = 0; index < sentences.length; index += 1) {
    const original = sentences[index] ?? '';
    const sentence = withoutTies(original);
    const tied = sentence !== original;
    const said = tied ? upperFirst(sentence) : sentence;
    const told: ToldSentence = {
      sentence: said,
      place,
      topic,
      isFollowUp: followsUp || (index > 0 && place.entry.kind === 'paragraph'),
      marks: index === 0 && !tied ? marks : [],
      clause: place.grammar.sentences.clauseOf(said),
    };
    const pair = existencePair(told, sentences[index + 1]);
    const more = pair ? 1 : joined(sentences, index, place);
    const answer = [said, ...sentences.slice(index + 1, index + 1 + more)].join(' ');
    const [best, ...otherwise] = pair ? [pair] : waysToAsk(told, answer);
    if (best) drafts.push({ ...best, otherwise });
    if (pair || best?.kind === 'basic') index += more;
  }
  return drafts;
}
