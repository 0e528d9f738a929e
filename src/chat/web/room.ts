import type { ChatLogger } from '../chat-logger.js';
import { controlsOf } from '../controls-of.js';
import { type DispatchDeps, dispatch, type FormAnswer, type Prepared, type ViewAnswer } from '../dispatch.js';
import type { ActionRef, ChatApp, Destination, Place, SentFile, View } from '../port.js';
import { createProgress } from '../progress.js';
import { createAskedFiles, fileProblem } from './asked-files.js';
import type { Hub } from './hub.js';
import { LIMITS, TIMES } from './limits.js';
import { createLines, type KeptLine, SAY_ALOUD } from './lines.js';
import type { Outcome } from './outcome.js';
import type { LoggedEntry, RoomEntry, RoomLog } from './room-log.js';
import type { Visitor } from './visitor.js';
import { createWriter } from './writer.js';

export type RoomDeps = {
  readonly app: ChatApp;
  readonly log: RoomLog;
  readonly hub: Hub;
  readonly logger: ChatLogger;
  readonly workspaceId: string;
  readonly roomId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRef: () => string;
  /** Whether the person has the room to themselves. */
  readonly isAlone: (visitorId: string) => boolean;
};

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
};

export const PLATFORM = 'web';

export function directTo(visitorId: string): Destination {
  return { platform: PLATFORM, kind: 'direct', id: visitorId };
}

/** Stands for a message that the log could not keep. */
const UNKEPT = 0;

/** Where an answer comes from: the message that was pressed, by which of its buttons, and the request's name. */
type Origin = { readonly entry: number; readonly action: string; readonly key: string };

function hasControl(view: View, action: string): boolean {
  return controlsOf(view).some((control) => control.kind !== 'link' && control.action.action === action);
}

/** `problem` holds what the visitor typed only in names of ours: it is no Markdown of theirs. */
function refuse(problem: string): Outcome {
  return {
    kind: 'refused',
    view: { tone: 'warning', body: [{ kind: 'text', markdown: problem.replace(/[<>[\]]/g, '\\$&') }] },
  };
}

/** The view with the words that stand in its file's place. */
function withoutFile({ file, ...view }: View): View {
  if (file === undefined) return view;
  return { ...view, body: [...view.body, { kind: 'text', markdown: file.orElse }] };
}

/** What people do in the room, joined with the bot and the log. Knows nothing of HTTP. */
export function createRoom(deps: RoomDeps): Room {
  const { app, log, hub, roomId, now } = deps;
  const dispatching: DispatchDeps = { app, logger: deps.logger, newRef: deps.newRef };
  const asked = createAskedFiles(LIMITS.forms);

  const { post, postLine, postView, contentOf, change } = createWriter(deps);
  const placeOf = (visitor: Visitor): Place => ({
    workspaceId: deps.workspaceId,
    lead: '/',
    direct: directTo(visitor.id),
  });

  /** What a person is told when the log itself is away: the same words as for any failure, with an id for the log. */
  function logFailure(visitor: Visitor, error: unknown): Outcome {
    const ref = deps.newRef();
    deps.logger.error({ ref, person: visitor.id, err: error }, 'the room’s log failed');
    return { kind: 'refused', view: app.failure(visitor, { kind: 'error', error, ref }) };
  }

  async function keep(visitor: Visitor, write: () => Promise<unknown>): Promise<Outcome> {
    try {
      await write();
      return { kind: 'kept' };
    } catch (error) {
      return logFailure(visitor, error);
    }
  }

  /** A failure is for the asker alone, whoever would have seen the answer. It replaces nothing. */
  async function answer(visitor: Visitor, prepared: Prepared, origin: Origin): Promise<Outcome> {
    const part = prepared.answer === 'form' ? null : partialAnswer(visitor, prepared, origin);
    const result: ViewAnswer | FormAnswer = await prepared.run(placeOf(visitor), part?.progress.show);
    await part?.progress.end();
    if (result.kind === 'form') {
      asked.opened(visitor.id, result.form);
      return { kind: 'form', form: result.form, entry: origin.entry };
    }
    const { view } = result;
    const shown = part?.entry() ?? null;
    if (result.kind === 'failed' && shown === null) return { kind: 'refused', view };
    const kept = await keep(visitor, () =>
      shown === null ? postAnswer(visitor, prepared, view, origin) : change(visitor, shown, view),
    );
    return kept.kind === 'kept' ? kept : { kind: 'unkept', view: withoutFile(view) };
  }

  /** What is shown of an answer before it is whole: one entry, which the whole answer changes. */
  function partialAnswer(visitor: Visitor, { answer: mode }: Prepared, { key }: Origin) {
    let shown: number | null = null;
    const progress = createProgress(TIMES.progress, async (view) => {
      if (mode === 'replace') return;
      const onlyFor = mode === 'public' ? null : visitor.id;
      if (shown === null) shown = (await postView(view, onlyFor, `${visitor.id}:${key}:answer`)).id;
      else await change(visitor, shown, view);
    });
    return { progress, entry: () => shown };
  }

  /** What everybody sees changes only by a button that it has now; what one person sees is theirs. */
  async function replaceable(visitor: Visitor, { entry, action }: Origin): Promise<boolean> {
    const found = await log.get(roomId, entry, visitor.id);
    if (found === null || found.content.kind !== 'view') return false;
    return found.onlyFor === visitor.id || hasControl(found.content.view, action);
  }

  async function postAnswer(visitor: Visitor, { answer: mode }: Prepared, view: View, origin: Origin): Promise<void> {
    const { entry: from } = origin;
    const key = `${visitor.id}:${origin.key}:answer`;
    if (mode === 'replace' && (await replaceable(visitor, origin))) {
      const content = await contentOf(view, visitor.id, key);
      const changed = await log.replace(roomId, from, visitor.id, content);
      if (changed !== null) return hub.changed(changed.onlyFor);
    }
    await postView(view, mode === 'public' ? null : visitor.id, key);
  }

  async function keepLine(visitor: Visitor, text: string, onlyFor: string | null, key: string): Promise<KeptLine> {
    try {
      const { id } = await postLine(visitor, text, onlyFor, `${visitor.id}:${key}`);
      return { kind: 'line', id };
    } catch (error) {
      return logFailure(visitor, error);
    }
  }

  const sayLine = createLines({
    dispatching,
    placeOf,
    isAlone: deps.isAlone,
    now,
    keepLine,
    tell: async (visitor, view, key) => void (await postView(view, visitor.id, `${visitor.id}:${key}:offer`)),
    answer: (visitor, prepared, action, key) => answer(visitor, prepared, { entry: UNKEPT, action, key }),
    refuse,
  });

  /** Says a line to everyone that its writer has said to the bot alone, once. */
  async function sayAloud(visitor: Visitor, entry: number, line: number): Promise<Outcome> {
    return keep(visitor, async () => {
      const said = await log.get(roomId, line, visitor.id);
      if (said?.author.kind !== 'person' || said.author.id !== visitor.id || said.content.kind !== 'line') return;
      await postLine(visitor, said.content.text, null, `${visitor.id}:${line}:aloud`);
      const asked = await log.get(roomId, entry, visitor.id);
      if (asked?.content.kind !== 'view') return;
      const controls = asked.content.view.controls?.filter(
        (control) => control.kind === 'link' || control.action.action !== SAY_ALOUD,
      );
      await change(visitor, entry, { ...asked.content.view, controls: controls ?? [] });
    });
  }

  /**
   * Only a message of the bot that the visitor can see can be pressed: an id alone opens nothing. An answer that could
   * not be kept has no id; its buttons name message 0.
   */
  async function refusal(visitor: Visitor, entry: number): Promise<Outcome | null> {
    if (entry === UNKEPT) return null;
    try {
      const found = await log.get(roomId, entry, visitor.id);
      return found === null || found.content.kind !== 'view'
        ? { kind: 'unkept', view: app.failure(visitor, { kind: 'unknown-route', name: `${entry}` }) }
        : null;
    } catch (error) {
      return logFailure(visitor, error);
    }
  }

  return {
    post,
    async say(visitor, text, key) {
      hub.acknowledge(visitor.id, key);
      // Half a command is for nobody's eyes. The page shows the commands for it and sends nothing.
      if (text === '/') return { kind: 'refused', view: app.failure(visitor, { kind: 'unknown-route', name: text }) };
      return sayLine(visitor, text, key);
    },
    async press(visitor, { ref, entry, key }) {
      hub.acknowledge(visitor.id, key);
      const refused = await refusal(visitor, entry);
      if (refused !== null) return refused;
      if (ref.action === SAY_ALOUD) return sayAloud(visitor, entry, Number(ref.args[0]));
      const request = { kind: 'action', person: visitor, ...ref } as const;
      return answer(visitor, dispatch(dispatching, request), { entry, action: ref.action, key });
    },
    async submit(visitor, { ref, entry, key, values, files }) {
      hub.acknowledge(visitor.id, key);
      const problem = fileProblem(files, asked.fieldsOf(visitor.id, ref), visitor.words);
      if (problem !== null) return refuse(problem);
      const sent = { ...ref, values, files };
      const request = { kind: 'submission', person: visitor, ...sent } as const;
      return answer(visitor, dispatch(dispatching, request), { entry, action: ref.action, key });
    },
    async welcome(visitor) {
      const key = `welcome:${visitor.id}`;
      const view = await app.welcome(visitor, placeOf(visitor));
      await postView(view, visitor.id, key);
    },
  };
}
