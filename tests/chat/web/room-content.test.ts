import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Control, View } from '../../../src/chat/port.js';
import { parseRoomContent } from '../../../src/chat/web/room-content.js';

const action = fc.record({ action: fc.string(), args: fc.array(fc.string()) });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), markdown: fc.string() }),
  fc.record(
    { kind: fc.constant('code' as const), code: fc.string(), language: fc.string() },
    { requiredKeys: ['kind', 'code'] },
  ),
  fc.record(
    { kind: fc.constant('list' as const), items: fc.array(fc.string()), ordered: fc.boolean() },
    { requiredKeys: ['kind', 'items'] },
  ),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: fc.string(), value: fc.string() })),
  }),
  fc.record({
    kind: fc.constant('meters' as const),
    meters: fc.array(fc.record({ label: fc.string(), value: fc.nat(), max: fc.nat(), text: fc.string() })),
  }),
);
const choice = fc.record(
  { label: fc.string(), value: fc.string(), selected: fc.boolean() },
  { requiredKeys: ['label', 'value'] },
);
const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button' as const),
      label: fc.string(),
      action,
      style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
    },
    { requiredKeys: ['kind', 'label', 'action'] },
  ),
  fc.record({ kind: fc.constant('select' as const), label: fc.string(), action, options: fc.array(choice) }),
  fc.record({ kind: fc.constant('link' as const), label: fc.string(), url: fc.string() }),
);
const view: fc.Arbitrary<View> = fc.record(
  {
    tone: fc.constantFrom('neutral' as const, 'success' as const, 'warning' as const, 'danger' as const),
    title: fc.string(),
    body: fc.array(block),
    controls: fc.array(control),
    footer: fc.string(),
  },
  { requiredKeys: ['body'] },
);
const content = fc.oneof(
  fc.record({ kind: fc.constant('line' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('view' as const), view }),
);

it('reads back every content that was kept as JSON', () => {
  fc.assert(
    fc.property(content, (any) => {
      expect(parseRoomContent(JSON.parse(JSON.stringify(any)))).toEqual(JSON.parse(JSON.stringify(any)));
    }),
  );
});

it.each([
  [null],
  ['line'],
  [{ kind: 'line' }],
  [{ kind: 'view', view: {} }],
  [{ kind: 'other', text: 'a' }],
])('keeps the room readable around %j, which this program never wrote', (stored) => {
  expect(parseRoomContent(stored)).toEqual({ kind: 'line', text: '…' });
});
