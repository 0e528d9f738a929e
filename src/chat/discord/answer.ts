import { type Interaction, MessageFlags } from 'discord.js';
import type { FormAnswer, ViewAnswer } from '../dispatch.js';
import type { AnswerMode, View } from '../port.js';
import { isPassing, isTooLate } from './errors.js';
import type { FirstAnswer } from './first-answer.js';
import { type RenderedMessage, renderText, renderView, withoutFiles } from './render-view.js';
import type { AnswerCalls } from './rest.js';

/** An interaction that can be answered: all but autocomplete. */
export type Answerable = Exclude<Interaction, { type: 4 }>;

/** A press replaces the message that it is on; a command has none and is answered privately. */
function modeOf(interaction: Answerable, answer: AnswerMode): AnswerMode {
  if (answer !== 'replace') return answer;
  const onMessage = interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  return onMessage ? 'replace' : 'private';
}

/** How an interaction is answered, and how far Discord knows that an answer will come. */
export type Acknowledged = {
  readonly mode: AnswerMode;
  /** Discord has said that it came too late: the answer needs another way. */
  readonly isLate: boolean;
};

/**
 * Acknowledges at once that an answer will come, and how. Where it is not known whether Discord heard it, it counts as
 * heard: the answer itself finds out.
 */
export async function acknowledge(
  interaction: Answerable,
  first: FirstAnswer,
  answer: AnswerMode,
): Promise<Acknowledged> {
  const mode = modeOf(interaction, answer);
  try {
    if (mode === 'replace') await first.deferUpdate();
    else await first.defer(mode === 'private' ? hiddenIn(interaction) : 0);
  } catch (error) {
    if (!isTooLate(error) && !isPassing(error)) throw error;
    return { mode, isLate: isTooLate(error) };
  }
  return { mode, isLate: false };
}

/** The flag of what only the asker sees; none in direct messages, where there is nobody else. */
export function hiddenIn(interaction: Answerable): number {
  return interaction.guildId === null ? 0 : MessageFlags.Ephemeral;
}

export type Look = { readonly scope: string | null; readonly hidden: number; readonly restName: string };

/**
 * Fills an acknowledged answer in. What fails is for the asker alone and replaces nothing. Where Discord refuses a
 * message, the others are sent all the same; the first such error is thrown when all have been tried.
 */
export async function fillIn(
  calls: AnswerCalls,
  mode: AnswerMode,
  answer: ViewAnswer | Extract<FormAnswer, { kind: 'failed' }>,
  look: Look,
): Promise<void> {
  const messages = renderView(answer.view, look);
  const aside = answer.kind === 'failed' && mode !== 'private';
  if (aside && mode === 'public') await calls.remove();
  const flags = aside || mode === 'private' ? look.hidden : 0;
  const follow = (message: RenderedMessage) => calls.follow(message, flags);
  const errors: unknown[] = [];
  for (const [index, message] of messages.entries()) {
    const put = index === 0 && !aside ? calls.edit : follow;
    try {
      await place(message, put, follow);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** Puts the first message of an unfinished answer where the finished one will be. */
export async function showPart(calls: AnswerCalls, view: View, look: Look): Promise<void> {
  const [first] = renderView(view, look);
  if (first !== undefined) await calls.edit(withoutFiles(first));
}

type Put = (message: RenderedMessage) => Promise<void>;

/** A message; where its file is not taken, its text goes as messages. */
export async function place(message: RenderedMessage, put: Put, follow: Put): Promise<void> {
  if (message.files.length === 0) return put(message);
  try {
    await put(message);
  } catch {
    await put(withoutFiles(message));
    for (const { text } of message.files) {
      for (const page of renderText(text)) await follow(page);
    }
  }
}

/** An answer in one step, for where there was nothing to acknowledge with: a form that could not be made. */
export async function replyAlone(first: FirstAnswer, view: View, look: Look): Promise<void> {
  const [message] = renderView(view, look);
  if (message !== undefined) await first.reply(message, look.hidden);
}
