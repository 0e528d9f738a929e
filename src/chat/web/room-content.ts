import { z } from 'zod';
import type { RoomContent } from './room-log.js';

const action = z.object({ action: z.string(), args: z.array(z.string()) });

const button = z.object({
  kind: z.literal('button'),
  label: z.string(),
  action,
  style: z.enum(['primary', 'plain', 'danger']).exactOptional(),
});
const bar = z.object({ value: z.number(), max: z.number() });

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), markdown: z.string() }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.object({ name: z.string(), value: z.string() })) }),
  z.object({ kind: z.literal('code'), code: z.string(), language: z.string().exactOptional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()), ordered: z.boolean().exactOptional() }),
  z.object({
    kind: z.literal('meters'),
    meters: z.array(z.object({ label: z.string(), value: z.number(), max: z.number(), text: z.string() })),
  }),
  z.object({ kind: z.literal('headline'), markdown: z.string() }),
  z.object({ kind: z.literal('caption'), text: z.string(), bar: bar.exactOptional() }),
  z.object({
    kind: z.literal('rows'),
    rows: z.array(z.object({ markdown: z.string(), bar: bar.exactOptional(), controls: z.array(button) })),
  }),
]);

const control = z.discriminatedUnion('kind', [
  button,
  z.object({
    kind: z.literal('select'),
    label: z.string(),
    action,
    options: z.array(z.object({ label: z.string(), value: z.string(), selected: z.boolean().exactOptional() })),
  }),
  z.object({ kind: z.literal('link'), label: z.string(), url: z.string() }),
]);

const view = z.object({
  tone: z.enum(['neutral', 'success', 'warning', 'danger']).exactOptional(),
  title: z.string().exactOptional(),
  body: z.array(block),
  controls: z.array(control).exactOptional(),
  footer: z.string().exactOptional(),
  awaits: action.exactOptional(),
});

const file = z.object({ id: z.string(), name: z.string(), size: z.number() });

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), text: z.string() }),
  z.object({ kind: z.literal('view'), view, file: file.exactOptional() }),
]);

/** What stands for an entry that a newer version wrote and this one cannot read: the rest of the room stays readable. */
const UNREADABLE: RoomContent = { kind: 'line', text: '…' };

/** An entry's content as a store kept it. Never throws: one entry that cannot be read must not close the room. */
export function parseRoomContent(stored: unknown): RoomContent {
  const parsed = content.safeParse(stored);
  return parsed.success ? parsed.data : UNREADABLE;
}
