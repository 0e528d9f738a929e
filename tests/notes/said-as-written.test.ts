import { describe, expect, it } from 'vitest';
import { cardsOf, read } from './support.js';

/** All cards, sure or not: what is sure is not the matter here. */
function allCards(markdown: string) {
  const { deck } = read(markdown);
  return [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])];
}

/** What a line that its author wrote as a card answers with. */
const answer = (back: string) => cardsOf(`# Notes\n\nWhat is it?::${back}\n`).map((card) => card.back);

describe('an answer says what the notes say', () => {
  it.each([
    ['a power', '10<sup>9</sup> bytes', '10⁹ bytes'],
    ['a negative one', '6.6 × 10<sup>−34</sup>', '6.6 × 10⁻³⁴'],
    ['a power of Pandoc’s', '2^64^ states', '2⁶⁴ states'],
    ['an index', 'H<sub>2</sub>SO<sub>4</sub>', 'H₂SO₄'],
    ['an index of Pandoc’s', 'C~6~H~12~O~6~', 'C₆H₁₂O₆'],
    ['a power that Unicode does not have', 'e<sup>x/2</sup>', 'e^(x/2)'],
    ['an index inside bold', '**CO<sub>2</sub>** gas', 'CO₂ gas'],
    ['a tower of powers, as it is written', '2^3^2', '2^3^2'],
    ['a key', 'press <Esc> twice', 'press \\<Esc> twice'],
    ['a type', 'Map<String, List<Integer>> of names', 'Map\\<String, List\\<Integer>> of names'],
    ['a placeholder', 'docker stop <container-id>', 'docker stop \\<container-id>'],
    ['a placeholder of words', 'git add <name of the file>', 'git add \\<name of the file>'],
    ['the name of a tag', 'the <title> of a page', 'the \\<title> of a page'],
    ['words of a shell', '$HOME/bin comes before $PATH', '$HOME/bin comes before $PATH'],
    ['a list of a shell', '$HOME/bin:$PATH', '$HOME/bin:$PATH'],
    ['a break before a small letter', 'one day<br>and a night', 'one day and a night'],
    ['a break before a capital', 'Monday<br/>Tuesday', 'Monday Tuesday'],
    ['a source', 'the year 1066<sup>[4]</sup>', 'the year 1066'],
    ['what is left of what was deleted', 'in ~~1491~~ 1492', 'in 1492'],
    ['what looks bold', '<b>bold</b> and <u>more</u>', 'bold and more'],
    ['a picture of HTML with its attributes', 'a cat <img src="cat.png"> here', 'a cat here'],
    ['a sign alone', '&&', '&&'],
    ['a picture alone', '🦊', '🦊'],
  ])('%s', (_what, notes, back) => expect(answer(notes)).toEqual([back]));

  it.each([
    ['σ squared', 'σ squared'],
    ['pH under seven', 'pH under seven'],
    ['mRNA of a virus', 'mRNA of a virus'],
    ['iPhone of the first kind', 'iPhone of the first kind'],
    ['`x` times two', '`x` times two'],
    ['x times two', 'x times two'],
    ['kg per metre', 'kg per metre'],
    ['e-mail by night', 'e-mail by night'],
    ['a wall of bricks', 'A wall of bricks'],
    ['well-known wall of bricks', 'Well-known wall of bricks'],
    ['öffnet Türen ohne Schlüssel', 'Öffnet Türen ohne Schlüssel'],
  ])('with the first letter that it has, or raised in an ordinary word: %s', (definition, back) => {
    expect(allCards(`# Notes\n\n- **Thing**: ${definition}\n`)[0]?.back).toBe(back);
  });

  it('in tables as well', () => {
    const notes = '| Symbol | Meaning |\n|-|-|\n| [[Terms|k]] | 10<sup>3</sup> of a unit, see [[Units|SI]] |\n';
    expect(allCards(`# Prefixes\n\n${notes}`).map(({ back }) => back)).toEqual(['10³ of a unit, see SI']);
  });

  it('in headings as well', () => {
    const notes =
      '# CO<sub>2</sub> and 2^10^\n\nWhat is it?::a gas\n\n## What does <Esc> do? #card\n\nIt ends a mode.\n';
    const { deck } = read(notes);
    expect(deck?.cards.map(({ context }) => context)).toEqual([
      ['CO₂ and 2¹⁰'],
      ['CO₂ and 2¹⁰', 'What does <Esc> do?'],
    ]);
    expect(deck?.cards[1]?.front).toBe('What does \\<Esc> do?');
  });

  it('where a whole line is a word in angle brackets', () => {
    expect(cardsOf('# Keys\n\n- Which key deletes?\n\n  <BS>\n')).toMatchObject([{ back: '\\<BS>' }]);
  });
});

describe('what tells terms apart tells their questions apart', () => {
  it.each([
    ['capitals of options', ['**tar -c** => packs files into one', '**tar -C** => changes to a folder first']],
    ['signs', ['**C** => language of Ritchie', '**C++** => language of Stroustrup', '**C#** => language of Hejlsberg']],
    ['accents', ['**sabana** => llanura con pocos árboles', '**sábana** => tela que cubre la cama']],
    ['capitals in code', ['`rm -r`: deletes folders with all in them', '`rm -R`: deletes folders on old systems too']],
  ])('%s', (_what, lines) => {
    const cards = allCards(`# Words\n\n${lines.join('\n\n')}\n`);
    expect(cards).toHaveLength(lines.length);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(lines.length);
    for (const { back } of cards) expect(back).not.toContain('\n');
  });

  it('but the case of ordinary words does not', () => {
    const notes = '# Words\n\n**Border** => line between two states\n\n**border** => line between two states\n';
    expect(allCards(notes)).toHaveLength(1);
  });

  it.each(['HTTPS', 'AWS', 'GPS', 'DNS'])('and an acronym is no plural: %s', (term) => {
    expect(allCards(`# Words\n\n**${term}**: a system that finds its way\n`)[0]?.front).toMatch(/^What (?:is|does) /);
  });
});

describe('what is around a term is no part of its name', () => {
  it('a number that points to a source', () => {
    const fronts = cardsOf('# Post\n\n[12] **Franking:** mark that shows what was paid.\n').map(({ front }) => front);
    expect(fronts.join()).toMatch(/^What .*\*\*Franking\*\*/);
  });

  it('an arrow above a list', () => {
    const notes = '# Post\n\n* Envelopes →\n\n  * padded\n  * with a window\n  * black-edged\n';
    expect(
      allCards(notes)
        .map(({ front }) => front)
        .join(),
    ).not.toContain('→');
  });
});
