import type { WorkspaceId } from '../../core/ids.js';
import { wallClock } from '../../core/local-date.js';
import type { AnswerModel, ModelReply, ModelRequest, OnText } from '../../model/port.js';
import type { Budget } from '../../store/interfaces/model-usage.js';
import type { TutorContext } from '../context.js';

/** Tokens that a request's roles and structure may add to its text. */
const FRAME_TOKENS = 100;

/**
 * The most tokens that a request can cost. The tokenizers in use give each token at least one byte of the text, so
 * the number of bytes is an upper bound.
 */
function mostTokens({ instructions: rules, prompt, maxOutputTokens }: ModelRequest): number {
  return Buffer.byteLength(rules) + Buffer.byteLength(prompt) + FRAME_TOKENS + maxOutputTokens;
}

/**
 * Reserves the most that the request can cost, asks, and releases what was not used.
 *
 * @param dailyTokens the part of the workspace's daily tokens (by UTC) that may be used up after this request
 */
export async function askWithin(
  { store, now }: Pick<TutorContext, 'store' | 'now'>,
  { model, dailyTokens }: { readonly model: AnswerModel; readonly dailyTokens: number },
  workspaceId: WorkspaceId,
  request: ModelRequest,
  onText?: OnText,
): Promise<ModelReply | 'spent'> {
  const budget: Budget = { workspaceId, purpose: 'answers', on: wallClock(now, 'UTC').date };
  const most = mostTokens(request);
  if ((await store.modelUsage.reserve(budget, most, dailyTokens)) === 'spent') return 'spent';
  const reply = await model.write(request, onText);
  await store.modelUsage.settle(budget, most, reply.tokens ?? most);
  return reply;
}
