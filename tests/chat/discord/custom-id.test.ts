import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ENCODED_LENGTH } from '../../../src/chat/action-ref.js';
import { parseScopedId, repeatedId, scopedId } from '../../../src/chat/discord/custom-id.js';

const GUILD = '123456789012345678';

describe('a custom id', () => {
  it.each([
    [{ action: 'go', args: [] }, null, '1~go'],
    [{ action: 'review.grade', args: ['7', 'good'] }, GUILD, `${GUILD}|1~review.grade~7~good`],
    [{ action: 'go', args: ['a|b~c'] }, '@42', '@42|1~go~a%7Cb%7Ec'],
  ])('of %j in %j is %j', (ref, scope, id) => {
    expect(scopedId(ref, scope)).toBe(id);
    expect(parseScopedId(id)).toEqual({ scope, ref });
  });

  it('leaves the scope out where there is no room for it', () => {
    const ref = { action: 'go', args: ['a'.repeat(90)] };
    expect(scopedId(ref, GUILD)).toBe(scopedId(ref, null));
    expect(parseScopedId(scopedId(ref, GUILD))).toEqual({ scope: null, ref });
  });

  it('means the same in its second and third place', () => {
    const ref = { action: 'go', args: ['2'] };
    const id = repeatedId(scopedId(ref, GUILD), 3);
    expect(id).toBe(`${GUILD}|1~go~2|3`);
    expect(parseScopedId(id ?? '')).toEqual({ scope: GUILD, ref });
  });

  it('has no second place where there is no room for one', () => {
    expect(repeatedId('x'.repeat(99), 2)).toBe(null);
  });

  it.each([
    '',
    'x',
    '|',
    '1',
    `${GUILD}|`,
    `${GUILD}|go`,
    '1~go|',
    '1~go|x',
    'a|b|1~go',
    '2~go',
    '1~go~%',
    '1~GO',
  ])('is none if it reads %j', (id) => {
    expect(parseScopedId(id)).toBe(null);
  });

  it('comes back as it was, within 100 characters, whatever the arguments', () => {
    const args = fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 });
    fc.assert(
      fc.property(args, fc.constantFrom(null, GUILD, '@42'), fc.nat(30), (all, scope, copy) => {
        const ref = { action: 'do.it', args: all };
        const id = scopedId(ref, scope);
        const again = repeatedId(id, copy) ?? id;
        expect([id, again].every((each) => each.length <= MAX_ENCODED_LENGTH)).toBe(true);
        expect([id, again].map((each) => parseScopedId(each)?.ref)).toEqual([ref, ref]);
      }),
    );
  });
});
