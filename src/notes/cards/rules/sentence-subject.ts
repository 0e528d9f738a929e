import { opensWithAll } from '../../../language/any/lines.js';
import { isPossessed, pointsBack, pointsToTopic, tailOfName } from '../../../language/any/sentences.js';
import type { Asked } from '../../../language/asked.js';
import type { Clause } from '../../../language/clause.js';
import { splitDeterminer } from '../../../language/determiners.js';
import { nounStem } from '../../../language/number.js';
import { lowerFirst } from '../../../language/text.js';
import type { Mark } from '../../read/inline.js';
import type { EntryPlace } from '../rule.js';
import { nounStems, type Topic, topicPhrase } from '../topic.js';

/** A sentence of the notes with what a question about it must know. */
export type ToldSentence = {
  readonly sentence: string;
  readonly place: EntryPlace;
  readonly topic: Topic;
  readonly marks: readonly Mark[];
  /** Another sentence of the same thought stands before it. */
  readonly isFollowUp: boolean;
  readonly clause: Clause | null;
};

/** "Las imágenes" under "Imágenes de Docker" are the "imágenes de Docker". */
function withTail(subject: string, topic: Topic): string {
  const { noun } = splitDeterminer(subject);
  const tail = tailOfName(topic.name);
  return !/\s/u.test(noun) && nounStem(noun) === topic.stems[0] ? subject + tail : subject;
}

/** What a question asks of: named by its sentence, or lent by the heading. */
export type Subject = { readonly asked: Asked; readonly isNamed: boolean };

/** Whether the heading lends its thing to a line: the line is a point right below it, and names no subject of its own. */
export function isLent({ place }: ToldSentence): boolean {
  return place.entry.kind === 'item' && place.entry.parents.length === 0 && place.entry.lead === null;
}

/** What a clause speaks of: its own subject, or the topic where it names none. `null` where neither can be asked of. */
export function subjectOf(told: ToldSentence, clause: Clause): Subject | null {
  const { place, topic, isFollowUp } = told;
  const { ask, sentences } = place.grammar;
  const { use } = place.deck;
  if (clause.subject !== null && (isFollowUp || !pointsToTopic(clause.subject, topic.stems))) {
    if (pointsBack(clause.subject)) return null;
    if (!sentences.isNominal(clause.subject) || (isPossessed(clause.subject) && topic.kind !== 'thing')) return null;
    return { asked: ask.subject(withTail(clause.subject, topic), use), isNamed: true };
  }
  const spoken = topic.kind !== 'category' ? topic : place.entry.kind === 'item' ? topic.of : undefined;
  if (spoken?.kind !== 'thing') return null;
  const tail = spoken.name.split(' ').at(-1) ?? '';
  if (spoken.number === 'sg' && tail !== spoken.name && sentences.speaksOfTail(clause, tail)) {
    return { asked: ask.subject(lowerFirst(tail), use, 'pl'), isNamed: false };
  }
  const fits = sentences.standsFor(clause.pronoun, spoken.number);
  return fits ? { asked: { phrase: topicPhrase(spoken), number: spoken.number, own: false }, isNamed: false } : null;
}

/** Whether a sentence speaks of what its heading names, or of what its author set in bold at its beginning. */
export function speaksOfTopic({ clause, topic, marks, place }: ToldSentence): boolean {
  if (!clause?.subject) return false;
  const isBold = marks[0]?.kind === 'strong' && marks[0].start <= 4;
  const stems = nounStems(clause.subject, place.grammar);
  const named = [...topic.stems, ...(topic.of?.stems ?? [])];
  return isBold || opensWithAll(clause.subject) || stems.some((stem) => named.includes(stem));
}
