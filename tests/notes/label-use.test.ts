import { describe, expect, it } from 'vitest';
import { isValue, labelUseOf } from '../../src/notes/cards/label-use.js';
import { definedTerm } from '../../src/notes/cards/terms.js';
import { isTextEntry } from '../../src/notes/read/entries.js';
import { entriesOf } from '../../src/notes/read/entry-walk.js';
import { outlineOf } from '../../src/notes/read/outline.js';
import { shaped } from '../../src/notes/read/shape.js';
import { parseNotes } from '../../src/notes/read/tree.js';

function entriesIn(markdown: string) {
  return outlineOf(shaped(parseNotes(markdown).root), 'notes').flatMap((section) =>
    entriesOf(section).filter(isTextEntry),
  );
}

function termOf(line: string) {
  const [entry] = entriesIn(`- ${line}\n`);
  return entry ? definedTerm(entry.inline) : null;
}

describe('a value', () => {
  it.each([
    ['Council - `16`', true],
    ['Violins → spruce', true],
    ['Precio: 3,50 €', true],
    ['Puerto: 8080', true],
    ['Sede: Ciudad de México', true],
    ['Lien: a claim', false],
    ['Foso: un hueco', false],
    ['Motto: "always ready"', false],
    ['Colores: rojo, verde, azul', false],
    ['Regla: nadie entra. Nadie sale.', false],
    ['Lien: claims on property until a debt is paid', false],
  ])('is so short that it says nothing of what a thing is: %s', (line, is) => {
    const term = termOf(line);
    expect(term && isValue(term)).toBe(is);
  });
});

describe('how the labels of a deck are used', () => {
  const PARTS = '- **Oak**\n  - Uses: barrels\n  - Age: 600 years\n- **Yew**\n  - uses: bows\n';

  it('counts a label however it is written, and no commands', () => {
    const use = labelUseOf(entriesIn(`${PARTS}- \`uses\`: prints what is used there\n`));
    expect([use.times('**Uses**'), use.times('age'), use.times('Oak')]).toEqual([2, 1, 0]);
  });

  it('knows a part of each of several things', () => {
    const use = labelUseOf(entriesIn(PARTS));
    expect([use.isPartOfEach('Uses'), use.isPartOfEach('Age')]).toEqual([true, false]);
  });

  it('knows it by three headings, not by two: a term may be defined twice', () => {
    const under = (count: number) =>
      Array.from({ length: count }, (_, index) => `# Illness ${index}\n\n- Causes: too much of one thing\n`).join('\n');
    expect(labelUseOf(entriesIn(under(2))).isPartOfEach('Causes')).toBe(false);
    expect(labelUseOf(entriesIn(under(3))).isPartOfEach('Causes')).toBe(true);
  });

  it('counts the values beside an entry, below the same line only', () => {
    const entries = entriesIn(
      '- Mill Lane: 2 h\n- High Street: 30 min\n- Fair: a market of one day\n\n# Other\n\n- End: 4 h\n',
    );
    const use = labelUseOf(entries);
    expect(entries.map((entry) => use.valuesBeside(entry))).toEqual([2, 2, 2, 1]);
  });

  it('takes many terms with their texts for a glossary, and lines of other sorts for none', () => {
    const terms = ['Dart', 'Placket', 'Gusset', 'Yoke', 'Hem'].map(
      (term) => `- ${term}: folds of cloth that somebody sewed\n`,
    );
    const glossary = entriesIn(terms.join(''));
    expect(glossary.every((entry) => labelUseOf(glossary).isGlossary(entry))).toBe(true);
    const mixed = entriesIn(`${terms.join('')}- Cloth is woven.\n- Wool is spun.\n- Linen is old.\n`);
    expect(mixed.some((entry) => labelUseOf(mixed).isGlossary(entry))).toBe(false);
    const few = entriesIn(terms.slice(1).join(''));
    expect(few.some((entry) => labelUseOf(few).isGlossary(entry))).toBe(false);
  });
});
