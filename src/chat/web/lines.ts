import { dispatch } from '../dispatch.js';
import { knownValues } from '../known-values.js';
import { findCommand, parseCommand, splitCommand } from '../parse-command.js';
import type { ActionRef, AnswerMode, CommandSpec } from '../port.js';
import { refusalView } from '../refusal-view.js';
import { wordsToBot } from './addressed.js';
import { answer, answerRequest, UNKEPT } from './answer-request.js';
import type { Outcome } from './outcome.js';
import { logFailure, placeOf, type RoomContext, refused } from './room-context.js';
import { withSayAloud } from './say-aloud.js';
import type { Visitor } from './visitor.js';

/** A line by its id in the log, or what its writer reads where the log does not take it. */
type KeptLine = { readonly kind: 'line'; readonly id: number } | Outcome;

type WaitingCard = { readonly entry: number; readonly ref: ActionRef };

/** What a visitor wrote into the box. */
type Line = {
  readonly visitor: Visitor;
  readonly text: string;
  /** The request's name. */
  readonly key: string;
};

/**
 * What somebody writes into the box: a command, words to the bot, or words to everyone. Who is alone here writes to the
 * bot, as in a conversation of the two; among others it is spoken to by its name.
 */
export async function takeLine(context: RoomContext, line: Line): Promise<Outcome> {
  const { visitor, text } = line;
  const command = splitCommand(text);
  const spec = command === null ? undefined : findCommand(context.app.commands, command.name);
  if (command !== null && spec !== undefined) return runCommand(context, line, spec, command.rest);
  if (command !== null) return ask(context, line, text, false);
  const words = wordsToBot(text, visitor.words.botName);
  const waiting = words === null && !ASKS.test(text) ? await waitingCard(context, visitor) : null;
  if (waiting !== null) return answerCard(context, line, waiting);
  if (context.isAlone(visitor.id)) return ask(context, line, words ?? text, false);
  if (words !== null) return askAloud(context, line, words);
  if (await goesOn(context, line)) return askAloud(context, line, text);
  context.talk.answered = null;
  return sayToAll(context, line);
}

/** Who asks something answers no card. */
const ASKS = /[?？]\s*$/u;

/** So many of the latest entries are looked at for a card that waits. */
const LATEST = 20;

/** A card of the visitor's own that waits for what is typed: nothing of theirs came after it. */
async function waitingCard({ log, logger, roomId }: RoomContext, { id }: Visitor): Promise<WaitingCard | null> {
  try {
    const entries = await log.before(roomId, id, null, LATEST);
    const last = entries.findLast(
      ({ onlyFor, author }) => onlyFor === id || (author.kind === 'person' && author.id === id),
    );
    if (last?.content.kind !== 'view' || last.onlyFor !== id) return null;
    const { awaits } = last.content.view;
    return awaits === undefined ? null : { entry: last.id, ref: awaits };
  } catch (error) {
    logger.warn({ person: id, err: error }, 'it could not be told whether a card waits');
    return null;
  }
}

/** What is typed is the answer to a card, for nobody else to see; it stands in the card's own entry. */
function answerCard(context: RoomContext, { visitor, text, key }: Line, { entry, ref }: WaitingCard): Promise<Outcome> {
  const request = { kind: 'submission', person: visitor, ...ref, values: { answer: text }, files: {} } as const;
  return answerRequest(context, visitor, request, { entry, action: ref.action, key });
}

/** Among others, what one person asks aloud belongs together. */
function conversationOf({ roomId }: RoomContext, { id }: Visitor): string {
  return `${roomId}/${id}`;
}

async function askAloud(context: RoomContext, line: Line, words: string): Promise<Outcome> {
  const outcome = await ask(context, line, words, true);
  context.talk.answered = line.visitor.id;
  return outcome;
}

/** Whether a line goes on with what its writer has just asked the bot, with nobody having spoken in between. */
async function goesOn(context: RoomContext, { visitor, text }: Line): Promise<boolean> {
  const { app, logger, workspaceId } = context;
  if (context.talk.answered !== visitor.id) return false;
  try {
    return await app.follows({
      workspaceId,
      conversation: conversationOf(context, visitor),
      personId: visitor.id,
      text,
    });
  } catch (error) {
    logger.warn({ person: visitor.id, err: error }, 'it could not be told whether a line goes on');
    return false;
  }
}

async function runCommand(context: RoomContext, line: Line, spec: CommandSpec, rest: string): Promise<Outcome> {
  const { visitor, key } = line;
  const known = await knownValues(context, spec, rest, { person: visitor, place: placeOf(context, visitor) });
  const parsed = parseCommand(spec, rest, visitor.words, '/', known);
  if (!parsed.ok) return refused(refusalView(parsed.problem));
  const request = { kind: 'command', person: visitor, command: spec.name, options: parsed.options } as const;
  const prepared = dispatch(context, request);
  // Where the line cannot be kept, the answer may still work.
  await keepLine(context, line, readersOf(prepared.answer, visitor));
  return answer(context, visitor, prepared, { entry: UNKEPT, action: spec.name, key });
}

async function ask(context: RoomContext, line: Line, words: string, aloud: boolean): Promise<Outcome> {
  const { visitor, key } = line;
  const prepared = dispatch(context, {
    kind: 'question',
    person: visitor,
    text: words,
    aloud,
    conversation: aloud ? conversationOf(context, visitor) : null,
    files: [],
  });
  const kept = await keepLine(context, line, readersOf(prepared.answer, visitor));
  const mayBeForAll = !aloud && kept.kind === 'line' && !line.text.startsWith('/');
  const offering = mayBeForAll ? withSayAloud(visitor, prepared, kept.id) : prepared;
  return answer(context, visitor, offering, { entry: UNKEPT, action: 'question', key });
}

async function sayToAll(context: RoomContext, line: Line): Promise<Outcome> {
  const kept = await keepLine(context, line, null);
  if (kept.kind !== 'line') return kept;
  await offerHelp(context, line);
  return { kind: 'kept' };
}

/** Tells the writer alone what the bot knows of a line among others; nothing where that fails. */
async function offerHelp(context: RoomContext, { visitor, text, key }: Line): Promise<void> {
  const { app, offers, now, writer, logger } = context;
  const place = placeOf(context, visitor);
  try {
    const offer = await app.overhear({
      kind: 'question',
      person: visitor,
      place,
      text,
      aloud: true,
      conversation: null,
      files: [],
    });
    if (offer === null || !offers.take(visitor.id, now())) return;
    await writer.postView(offer, visitor.id, `${visitor.id}:${key}:offer`);
  } catch (error) {
    logger.warn({ person: visitor.id, err: error }, 'nothing could be offered to what was said');
  }
}

/** The only person who sees a line, or `null` for everyone: those who see the answer see the question. */
function readersOf(mode: AnswerMode | 'form', visitor: Visitor): string | null {
  return mode === 'public' ? null : visitor.id;
}

async function keepLine(context: RoomContext, { visitor, text, key }: Line, onlyFor: string | null): Promise<KeptLine> {
  try {
    const { id } = await context.writer.postLine(visitor, text, onlyFor, `${visitor.id}:${key}`);
    return { kind: 'line', id };
  } catch (error) {
    return logFailure(context, visitor, error);
  }
}
