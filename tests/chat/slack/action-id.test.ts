import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionId, linkId, parseActionId } from '../../../src/chat/slack/action-id.js';

describe('an action id', () => {
  it('gives back what it was made of', () => {
    const ref = fc.record({
      action: fc.constantFrom('review.grade', 'explain.open', 'link'),
      args: fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.nat(99), ref, (n, any) => {
        expect(parseActionId(actionId(n, any))).toEqual({ kind: 'action', ref: any });
      }),
    );
  });

  it('tells links from actions', () => {
    expect(parseActionId(linkId(3))).toEqual({ kind: 'link' });
    expect(parseActionId(actionId(3, { action: 'link', args: [] }))?.kind).toBe('action');
  });

  it.each(['', 'link', '1~a', ':1~a', '1:', 'x:1~a', '1:0~a', '1:1~A', '12345:link'])('is not %j', (id) => {
    expect(parseActionId(id)).toBeNull();
  });
});
