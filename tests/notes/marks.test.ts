import { describe, expect, it } from 'vitest';
import { asked, cardsOf, skipped } from './support.js';

const gap = (line: string) => asked(`# T\n\n${line}\n`).map((card) => card.replace('**T**: ', ''));

describe('what the author marked is a gap', () => {
  it.each([
    ['words', 'Bees dance to show ==the way== to food.', 'Bees dance to show […] to food. → the way'],
    ['bold', 'Bees dance to show ==**the way**== to food.', 'Bees dance to show […] to food. → the way'],
    ['inside bold', 'Bees dance **to show ==the way==** to food.', 'Bees dance to show […] to food. → the way'],
    ['bold round it', 'Bees dance to show **==the way==** to food.', 'Bees dance to show […] to food. → the way'],
    ['code', 'The command ==`ls -a`== shows hidden files.', 'The command […] shows hidden files. → `ls -a`'],
    ['a formula', 'The area of a circle is ==$\\pi r^2$==.', 'The area of a circle is […]. → $\\pi r^2$'],
    ['a comparison', 'It is right that ==a = b== in the end.', 'It is right that […] in the end. → a = b'],
    ['over two lines', 'Bees dance to show ==the\nway== to food.', 'Bees dance to show […] to food. → the way'],
    ['in HTML', 'Bees dance to show <mark>the way</mark> to food.', 'Bees dance to show […] to food. → the way'],
    ['a power', 'Light covers ==3·10^8^ m== in a second.', 'Light covers […] in a second. → 3·10⁸ m'],
  ])('%s', (_what, line, card) => expect(gap(line)).toEqual([card]));

  it('with its own sentence only, however long the paragraph', () => {
    const filler = 'Nobody knows for how long they have done so or who was the first to see it with own eyes. '.repeat(
      4,
    );
    expect(
      gap(`${filler}Bees show ==the way==. ${filler}They see ==ultraviolet== light and ==no red== at all.`),
    ).toEqual([
      'Bees show […]. → the way',
      'They see […] light and no red at all. → ultraviolet',
      'They see ultraviolet light and […] at all. → no red',
    ]);
  });

  it('however long the sentence', () => {
    const line = `Bees ${'that have flown far and wide over the hills '.repeat(8)}show ==the way==.`;
    expect(gap(line)).toHaveLength(1);
    expect(skipped(`# T\n\n${line}\n`)).toEqual([]);
  });

  it('beside what the line defines', () => {
    expect(asked('# Blood\n\n- **Vein**: a vessel that carries blood ==to the heart==\n')).toEqual([
      expect.stringMatching(/^What .*\*\*vein\*\*\?/i),
      'Vein: a vessel that carries blood […] → to the heart',
    ]);
  });

  it('below any heading', () => {
    expect(asked('# Bees\n\n## Ejemplos\n\n- Las abejas ven ==ultravioleta== y nada de rojo.\n')).toHaveLength(1);
  });

  it.each([
    ['comparisons', 'It holds if a==b and c==d are both so.'],
    ['comparisons with blanks', 'It holds if a == b and c == d are both so.'],
    ['three signs', 'In some languages === compares and === tells types.'],
    ['a line below a title', '======'],
    ['code', 'It holds if `a ==b== c` is so.'],
  ])('but not %s', (_what, line) => {
    expect(cardsOf(`# T\n\n${line}\n`).filter(({ kind, back }) => kind === 'cloze' && !/^\d/.test(back))).toEqual([]);
  });
});
