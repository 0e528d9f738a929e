import type { LineAmongOthers } from '../../chat/port.js';
import { workspaceId as workspaceOf } from '../../core/ids.js';
import { pattern } from '../../core/word-pattern.js';
import { isAsked } from '../../language/asks.js';
import { isPartOfTalk } from '../../language/follow-up.js';
import { anyList } from '../../language/lists.js';
import { searchWords } from '../../language/search-words.js';
import { lookUpSurely } from '../../tutor/ask/look-up-surely.js';
import { amongOthers, readTopic, wholeQuestion } from '../../tutor/ask/topics.js';
import type { TutorContext } from '../../tutor/context.js';
import { talkIn, withoutCourtesy } from '../phrases/courtesy.js';

/** Longest line that is taken for a question: more is a story. In characters. */
const LONGEST = 200;
/** "@Luis", "Luis, and …?", "…, Luis?": somebody else is spoken to. */
const CALLS_SOMEBODY = /(?<![\p{L}\p{N}._-])@\p{L}|^[¿¡\s]*\p{Lu}[\p{L}.-]+\s*[,:]\s|[,;]\s*\p{Lu}\p{L}+\s*[?!.]*$/u;
/** "How do I …", "can you …": said of anybody. */
const ANYBODY = pattern('giu')`(?<!\p{L})(?:${anyList('closed question openers')})\s+(?:i|you|we)(?!\p{L})`;

const CLOCK = pattern('iu')`(?<!\p{L})(?:${anyList('asks the clock')})(?!\p{L})`;

/**
 * Whether a line among people goes on with what the bot was asked there. In doubt it does not: who wants an answer can call
 * the bot, and nobody can make it unsay one.
 */
export async function followsTopic(
  context: TutorContext,
  { workspaceId, conversation, text }: LineAmongOthers,
): Promise<boolean> {
  const asked = withoutCourtesy(text);
  if (!mayBeAsked(text, asked)) return false;
  const topic = await readTopic(context, workspaceId, amongOthers(conversation));
  if (topic === null) return false;
  const { kind } = wholeQuestion(asked, topic);
  if (kind === 'goes-on' || kind === 'instead') return true;
  return (await lookUpSurely(context, { workspaceId: workspaceOf(workspaceId) }, asked)) !== null;
}

/** Told by the words alone, before anything is read. */
function mayBeAsked(text: string, asked: string): boolean {
  if (text.length > LONGEST || CALLS_SOMEBODY.test(text) || CLOCK().test(asked) || talkIn(text) !== null) return false;
  const isQuestion = isAsked(asked) || /\?\s*$/u.test(text);
  return isQuestion && !searchWords(asked.replace(ANYBODY(), ' ')).some(isPartOfTalk);
}
