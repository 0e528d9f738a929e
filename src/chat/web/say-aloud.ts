import type { Prepared } from '../dispatch.js';
import type { Control } from '../port.js';
import type { Outcome } from './outcome.js';
import { keep, type RoomContext } from './room-context.js';
import type { Visitor } from './visitor.js';

/** Says a line to everyone that was between its writer and the bot; carries the line's id. The room's own action. */
export const SAY_ALOUD = 'room.say-aloud';

/** A note for others is no question: where there is no answer, it can be left for them. */
export function withSayAloud({ words }: Visitor, prepared: Prepared, line: number): Prepared {
  if (prepared.answer === 'form') return prepared;
  const say: Control = { kind: 'button', label: words.sayAloud, action: { action: SAY_ALOUD, args: [`${line}`] } };
  const { answer, run } = prepared;
  return {
    answer,
    async run(place, show) {
      const result = await run(place, show);
      if (result.kind === 'failed' || result.view.tone !== 'warning') return result;
      return { ...result, view: { ...result.view, controls: [...(result.view.controls ?? []), say] } };
    },
  };
}

/**
 * Says a line to everyone that its writer has said to the bot alone, once.
 *
 * @param entry the message with the button, which goes
 */
export function sayAloud(context: RoomContext, visitor: Visitor, entry: number, line: number): Promise<Outcome> {
  const { log, roomId, writer } = context;
  return keep(context, visitor, async () => {
    const written = await log.get(roomId, line, visitor.id);
    if (written?.author.kind !== 'person' || written.author.id !== visitor.id) return;
    if (written.content.kind !== 'line') return;
    await writer.postLine(visitor, written.content.text, null, `${visitor.id}:${line}:aloud`);
    const answered = await log.get(roomId, entry, visitor.id);
    if (answered?.content.kind !== 'view') return;
    const { view } = answered.content;
    const controls = view.controls?.filter((control) => control.kind === 'link' || control.action.action !== SAY_ALOUD);
    await writer.change(visitor, entry, { ...view, controls: controls ?? [] });
  });
}
