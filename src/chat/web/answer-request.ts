import { controlsOf } from '../controls-of.js';
import { dispatch, type Prepared } from '../dispatch.js';
import type { ChatRequest, View } from '../port.js';
import { createProgress } from '../progress.js';
import { TIMES } from './limits.js';
import type { Outcome } from './outcome.js';
import { keep, placeOf, type RoomContext, refused } from './room-context.js';
import type { Visitor } from './visitor.js';

/** Where an answer comes from: the message that was pressed, by which of its buttons, and the request's name. */
export type Origin = { readonly entry: number; readonly action: string; readonly key: string };

/** Stands for a message that the log could not keep. */
export const UNKEPT = 0;

export function answerRequest(
  context: RoomContext,
  visitor: Visitor,
  request: ChatRequest,
  origin: Origin,
): Promise<Outcome> {
  return answer(context, visitor, dispatch(context, request), origin);
}

/** A failure is for the asker alone, whatever the declared mode, and replaces nothing. */
export async function answer(
  context: RoomContext,
  visitor: Visitor,
  prepared: Prepared,
  origin: Origin,
): Promise<Outcome> {
  const part = prepared.answer === 'form' ? null : partialAnswer(context, visitor, prepared, origin);
  const result = await prepared.run(placeOf(context, visitor), part?.progress.show);
  await part?.progress.end();
  if (result.kind === 'form') {
    context.requestedFiles.opened(visitor.id, result.form);
    return { kind: 'form', form: result.form, entry: origin.entry };
  }
  const { view } = result;
  const shown = part?.entry() ?? null;
  if (result.kind === 'failed' && shown === null) return refused(view);
  const kept = await keep(context, visitor, () =>
    shown === null ? postAnswer(context, visitor, prepared, view, origin) : context.writer.change(visitor, shown, view),
  );
  return kept.kind === 'kept' ? kept : { kind: 'unkept', view: withoutFile(view) };
}

/** What is shown of an answer before it is whole: one entry, which the whole answer changes. */
function partialAnswer({ writer }: RoomContext, visitor: Visitor, { answer: mode }: Prepared, { key }: Origin) {
  let shown: number | null = null;
  const progress = createProgress(TIMES.progress, async (view) => {
    if (mode === 'replace') return;
    const onlyFor = mode === 'public' ? null : visitor.id;
    if (shown === null) shown = (await writer.postView(view, onlyFor, answerKey(visitor, key))).id;
    else await writer.change(visitor, shown, view);
  });
  return { progress, entry: () => shown };
}

async function postAnswer(
  context: RoomContext,
  visitor: Visitor,
  { answer: mode }: Prepared,
  view: View,
  origin: Origin,
): Promise<void> {
  const { log, hub, roomId, writer } = context;
  const key = answerKey(visitor, origin.key);
  if (mode === 'replace' && (await isReplaceable(context, visitor, origin))) {
    const content = await writer.contentOf(view, visitor.id, key);
    const changed = await log.replace(roomId, origin.entry, visitor.id, content);
    if (changed !== null) return hub.changed(changed.onlyFor);
  }
  await writer.postView(view, mode === 'public' ? null : visitor.id, key);
}

function answerKey(visitor: Visitor, request: string): string {
  return `${visitor.id}:${request}:answer`;
}

/** What everybody sees changes only by a button that it has now; what one person sees is theirs. */
async function isReplaceable(
  { log, roomId }: RoomContext,
  visitor: Visitor,
  { entry, action }: Origin,
): Promise<boolean> {
  const found = await log.get(roomId, entry, visitor.id);
  if (found === null || found.content.kind !== 'view') return false;
  return found.onlyFor === visitor.id || hasControl(found.content.view, action);
}

function hasControl(view: View, action: string): boolean {
  return controlsOf(view).some((control) => control.kind !== 'link' && control.action.action === action);
}

/** The view with the words that stand in its file's place. */
function withoutFile({ file, ...view }: View): View {
  if (file === undefined) return view;
  return { ...view, body: [...view.body, { kind: 'text', markdown: file.orElse }] };
}
