import { ApiError, type Problem } from './api-error.js';
import { type MessageBody, messageBodySchema, type Upload } from './body.js';
import { type Before, messageProblems } from './check-message.js';
import { officialProblems } from './official.js';
import type { Draft } from './write-message.js';

/** Throws an `ApiError` when there is any problem. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ApiError('invalidBody', problems);
}

/** A message that passes all rules but the official schema, which its endpoint has asked. */
export function acceptDraft(
  body: unknown,
  uploads: readonly Upload[],
  before: Before | null,
  at: Problem['path'],
): Draft {
  const parsed: MessageBody = messageBodySchema.parse(body ?? {});
  refuse(messageProblems(parsed, uploads, before).map((problem) => ({ ...problem, path: [...at, ...problem.path] })));
  return { body: parsed, uploads };
}

/**
 * A message in the body of a request. Throws an `ApiError` with all that is wrong with it.
 *
 * @param before the message as it is, for an edit
 */
export function acceptMessage(
  endpoint: 'createMessage' | 'editMessage' | 'followUp' | 'editReply',
  body: unknown,
  uploads: readonly Upload[],
  before: Before | null = null,
): Draft {
  refuse(officialProblems(endpoint, body));
  return acceptDraft(body, uploads, before, []);
}
