import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEmphasisOf, withoutEmphasis } from '../../src/notes/read/emphasis.js';
import { runs } from '../support/runs.js';

describe('what a field shows of a card', () => {
  it.each([
    ['¿Qué es **DNS**?', '¿Qué es DNS?'],
    ['**Dockerfile**: ¿qué hace `RUN`?', 'Dockerfile: ¿qué hace `RUN`?'],
    ['__init__ is *special*, ***very*** so', 'init is special, very so'],
    ['- **one**: first\n- **two**: `a**b`', '- one: first\n- two: `a**b`'],
    ['SELECT \\*, `COUNT(**)`', 'SELECT \\*, `COUNT(**)`'],
    ['$a*b*c$ and **bold**', '$a*b*c$ and bold'],
    ['\\\\(x_1 * y_2 * z\\\\)', '\\\\(x_1 * y_2 * z\\\\)'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['[a **link**](https://example.org/a_b_c)', '[a link](https://example.org/a_b_c)'],
    // Without its marks this would be a list, a heading, a rule.
    ['**1. first**', '**1. first**'],
    ['*# no heading*', '*# no heading*'],
    ['**-** and **+**', '**-** and **+**'],
    ['```\n**code**\n```', '```\n**code**\n```'],
    ['', ''],
  ])('%j is %j', (markdown, shown) => {
    expect(withoutEmphasis(markdown)).toBe(shown);
  });
});

describe('what somebody wrote into it', () => {
  it.each([
    ['nothing else', '¿Qué es **DNS**?', '¿Qué es DNS?', '¿Qué es **DNS**?'],
    ['with the ends of lines of a browser', '**a**\nb', 'a\r\nb', '**a**\nb'],
    ['more words', '¿Qué es **DNS**?', '¿Qué es DNS en una red?', '¿Qué es **DNS** en una red?'],
    ['other words', '¿Qué es **DNS**?', '¿Qué es una zona?', '¿Qué es una zona?'],
    ['a longer word', 'A **pod** runs', 'Many pods run', 'Many pods run'],
    ['marks of their own', '¿Qué es **DNS**?', '¿**Qué** es DNS?', '¿**Qué** es **DNS**?'],
    ['the same marks', '¿Qué es **DNS**?', '¿Qué es el **DNS**?', '¿Qué es el **DNS**?'],
    ['the same word, more often', 'a **b** b', 'see a b b', 'see a **b** b'],
    ['the same word, less often', 'b b **b**', 'see b b', 'see b **b**'],
    ['twice what stood out twice', '**b** and **b**', 'b and b, see', '**b** and **b**, see'],
    ['the word in code', 'the **RUN** step', 'the `RUN` step', 'the `RUN` step'],
    ['the word in a formula', 'the *x* axis', 'the $x$ axis', 'the $x$ axis'],
    ['a list', '- **one**: first', '- one: first\n- two: second', '- **one**: first\n- two: second'],
  ])('keeps marks where it says %s', (_, before, written, after) => {
    expect(withEmphasisOf(before, written)).toBe(after);
  });

  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '$',
    '\\',
    '\n',
    '- ',
    '1. ',
    '# ',
    '[',
    '](x)',
    'a',
    'bc',
    ' ',
    '.',
  );
  const markdown = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));

  it('is what the card said, where nothing is changed, whatever it says', () => {
    fc.assert(
      fc.property(markdown, (before) => {
        expect(withEmphasisOf(before, withoutEmphasis(before))).toBe(before);
      }),
      { numRuns: runs(300) },
    );
  });

  it('loses nothing but marks and adds nothing but marks', () => {
    const bare = (text: string) => text.replace(/[*_]/g, '');
    fc.assert(
      fc.property(markdown, markdown, (before, written) => {
        expect(bare(withoutEmphasis(before))).toBe(bare(before));
        const after = withEmphasisOf(before, written);
        if (after !== before) expect(bare(after)).toBe(bare(written));
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(['>', '*a ', '[', '- ', '**'])('takes a text of many %j in its stride', (part) => {
    const long = part.repeat(Math.floor(3_000 / part.length));
    expect(withEmphasisOf(long, `${withoutEmphasis(long)}x`).length).toBeGreaterThan(2_900);
    expect(withEmphasisOf('What is **a**?', long)).toContain(part.trim());
  });
});
