import { z } from 'zod';
import type { SeenMessage } from '../../contracts/chat-adapter.js';
import type { MessageBlock } from '../../support/fake-slack/schema/blocks.js';
import { check, checkMessageBlocks } from '../../support/fake-slack/schema/problems.js';
import { anyView, type View } from '../../support/fake-slack/schema/view.js';
import { buttonsOf, labelOf, menusOf } from '../../support/fake-slack/screen.js';
import { wordsOf } from '../../support/fake-slack/words.js';
import type { TakenView } from './front.js';

const fileSchema = z.object({ name: z.string(), url_private: z.string() });

export const messageSchema = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().optional(),
  reply_count: z.number().default(0),
  blocks: z.array(z.unknown()).default([]),
  files: z.array(fileSchema).default([]),
  metadata: z.unknown().optional(),
});
export type StoredMessage = z.infer<typeof messageSchema>;

/** The blocks as Slack would have them: the emulator itself takes any object. Throws for others. */
export function checkedBlocks(blocks: readonly unknown[]): readonly MessageBlock[] {
  const checked = checkMessageBlocks([...blocks]);
  if (!checked.ok) throw new Error(`Slack would refuse this: ${checked.problems.join('; ')}`);
  return checked.value;
}

/** The same for a view, without what the emulator adds to it. */
export function checkedView(view: TakenView): View {
  const { type, callback_id, private_metadata, title, submit, close, blocks } = view;
  const named = Object.entries({ title, submit, close }).filter(([, value]) => value !== null);
  const sent = { type, blocks, private_metadata, callback_id, ...Object.fromEntries(named) };
  const checked = check(anyView, sent, ['view']);
  if (!checked.ok) throw new Error(`Slack would refuse this: ${checked.problems.join('; ')}`);
  return checked.value;
}

export function seen(id: string, text: string, blocks: readonly MessageBlock[]): SeenMessage {
  return {
    id,
    text: wordsOf({ text, blocks }),
    buttons: buttonsOf(blocks).map(labelOf),
    selects: menusOf(blocks).map(labelOf),
  };
}
