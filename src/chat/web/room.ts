import { FIRST_WORDS } from '../chat-memory.js';
import type { ActionRef, SentFile } from '../port.js';
import { refusalView } from '../refusal-view.js';
import { answerRequest, UNKEPT } from './answer-request.js';
import { takeLine } from './lines.js';
import type { Outcome } from './outcome.js';
import { fileProblem } from './requested-files.js';
import { logFailure, placeOf, type RoomContext, type RoomDeps, refused, roomContext } from './room-context.js';
import type { LoggedEntry, RoomEntry } from './room-log.js';
import { SAY_ALOUD, sayAloud } from './say-aloud.js';
import type { Visitor } from './visitor.js';

export type Press = { readonly ref: ActionRef; readonly entry: number; readonly key: string };
export type Submission = Press & {
  readonly values: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, SentFile>>;
};

export type Room = {
  say(visitor: Visitor, text: string, key: string): Promise<Outcome>;
  press(visitor: Visitor, press: Press): Promise<Outcome>;
  submit(visitor: Visitor, submission: Submission): Promise<Outcome>;
  /** The first words to somebody new; nothing where they had them before. */
  welcome(visitor: Visitor): Promise<void>;
  post(entry: RoomEntry, key: string): Promise<LoggedEntry>;
  /** Gives a message of the bot what another has, for those who see it. */
  change(id: number, entry: RoomEntry): Promise<void>;
};

/** What people do in the room, joined with the bot and the log. Knows nothing of HTTP. */
export function createRoom(deps: RoomDeps): Room {
  const context = roomContext(deps);
  return {
    post: context.writer.post,
    change: (id, entry) => context.writer.put(id, entry),
    say: (visitor, text, key) => say(context, visitor, text, key),
    press: (visitor, given) => press(context, visitor, given),
    submit: (visitor, submission) => submit(context, visitor, submission),
    welcome: (visitor) => welcome(context, visitor),
  };
}

async function say(context: RoomContext, visitor: Visitor, text: string, key: string): Promise<Outcome> {
  context.hub.acknowledge(visitor.id, key);
  // Half a command is not shown to anybody. The page shows the commands for it and sends nothing.
  if (text === '/') return refused(context.app.failure(visitor, { kind: 'unknown-route', name: text }));
  return takeLine(context, { visitor, text, key });
}

async function press(context: RoomContext, visitor: Visitor, { ref, entry, key }: Press): Promise<Outcome> {
  context.hub.acknowledge(visitor.id, key);
  const problem = await pressProblem(context, visitor, entry);
  if (problem !== null) return problem;
  if (ref.action === SAY_ALOUD) return sayAloud(context, visitor, entry, Number(ref.args[0]));
  const request = { kind: 'action', person: visitor, ...ref } as const;
  return answerRequest(context, visitor, request, { entry, action: ref.action, key });
}

/**
 * Only a message of the bot that the visitor can see can be pressed: an id alone opens nothing. An answer that could
 * not be kept has no id; its buttons name message 0.
 */
async function pressProblem(context: RoomContext, visitor: Visitor, entry: number): Promise<Outcome | null> {
  const { app, log, roomId } = context;
  if (entry === UNKEPT) return null;
  try {
    const found = await log.get(roomId, entry, visitor.id);
    if (found?.content.kind === 'view') return null;
    return { kind: 'unkept', view: app.failure(visitor, { kind: 'unknown-route', name: `${entry}` }) };
  } catch (error) {
    return logFailure(context, visitor, error);
  }
}

async function submit(context: RoomContext, visitor: Visitor, submission: Submission): Promise<Outcome> {
  const { ref, entry, key, values, files } = submission;
  context.hub.acknowledge(visitor.id, key);
  const problem = fileProblem(files, context.requestedFiles.fieldsOf(visitor.id, ref), visitor.words);
  if (problem !== null) return refused(refusalView(problem));
  const request = { kind: 'submission', person: visitor, ...ref, values, files } as const;
  return answerRequest(context, visitor, request, { entry, action: ref.action, key });
}

async function welcome(context: RoomContext, visitor: Visitor): Promise<void> {
  const view = await context.app.welcome(visitor, placeOf(context, visitor));
  await context.writer.postView(view, visitor.id, `${FIRST_WORDS}${visitor.id}`);
}
