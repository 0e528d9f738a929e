import { workspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import { type AskedTopic, completeQuestion, subjectOf, type WholeQuestion } from '../../language/follow-up.js';
import { searchWords } from '../../language/search-words.js';
import { hasMeaning } from '../../lookup/text/meaning.js';
import type { SpokenTopic } from '../../store/interfaces/conversations.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

const HOUR_MS = 3_600_000;
/** Who is alone with the bot may come back for something else; what stands in a thread stays in view. */
const ALONE_MS = 2 * HOUR_MS;
const ALOUD_MS = 24 * HOUR_MS;
/** In characters. */
const LONGEST_SUBJECT = 80;
const LONGEST_QUESTION = 300;

/** A conversation by its name, and how long its topic holds: a private one is never read in a public place. */
export type ConversationKey = { readonly name: string; readonly holdsMs: number };

/** What a person and the bot say to each other with nobody reading along. */
export function aloneWith({ id }: Pick<Learner, 'id'>): ConversationKey {
  return { name: `alone:${id}`, holdsMs: ALONE_MS };
}

/** What is said where others read along. @param conversation as the platform names it */
export function amongOthers(conversation: string): ConversationKey {
  return { name: `aloud:${conversation}`, holdsMs: ALOUD_MS };
}

/** What was spoken of there last; `null` where nothing was, or too long ago. */
export async function readTopic(
  { store, now }: Pick<TutorContext, 'store' | 'now'>,
  workspace: string,
  { name, holdsMs }: ConversationKey,
): Promise<SpokenTopic | null> {
  const topic = await store.conversations.topic(workspaceId(workspace), name);
  return topic === null || isOver(topic.at, now, holdsMs) ? null : topic;
}

function isOver(at: Instant, now: Instant, holdsMs: number): boolean {
  return now - at > holdsMs;
}

/** A question in words that need nothing before them. */
export function wholeQuestion(asked: string, topic: AskedTopic | null): WholeQuestion {
  return completeQuestion(asked, topic);
}

/** What is spoken of once that was asked: a question that hangs on a topic keeps it. */
export async function topicAfter(
  context: TutorContext,
  learner: Learner,
  asked: WholeQuestion,
  before: AskedTopic | null,
): Promise<AskedTopic | null> {
  const { text: question } = asked;
  if (asked.kind === 'hanging' || !hasMeaning(searchWords(question))) return before;
  if (asked.kind === 'goes-on') return before === null ? null : { subject: before.subject, question };
  if (asked.kind === 'instead') return { subject: asked.subject, question };
  const subject = subjectOf(question) ?? (await titleOf(context, learner, question));
  return subject === null ? before : { subject, question };
}

/** What the notes call the nearest thing to a question that names none in short. */
async function titleOf({ lookups }: TutorContext, learner: Learner, question: string): Promise<string | null> {
  const [nearest] = (await lookups.of(learner.workspaceId)).find(question, 1).results;
  return nearest?.passage.title.replace(/[¿?]/gu, '') ?? null;
}

const UNSTORABLE = /[\p{Cc}\p{Cs}\s]+/gu;

function storable(text: string): string {
  return text.replace(UNSTORABLE, ' ').trim();
}

/** Keeps what is spoken of, for the next question there. */
export async function keepTopic(
  { store, now }: TutorContext,
  learner: Learner,
  { name }: ConversationKey,
  { subject, question }: AskedTopic,
): Promise<void> {
  await store.conversations.keepTopic(learner.workspaceId, name, {
    subject: storable(subject).slice(0, LONGEST_SUBJECT),
    question: storable(question).slice(0, LONGEST_QUESTION),
    by: learner.id,
    at: now,
  });
}
