import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { plainMarkdown } from '../../src/language/text.js';
import { package11, package18 } from './anki-package.js';
import { told } from './support.js';

const TYPE = 1_400_000_000_000;

type Given = {
  readonly name?: string;
  readonly isCloze?: boolean;
  readonly fields: Readonly<Record<string, string>>;
  /** Question and answer of each card type. */
  readonly templates: readonly (readonly [string, string])[];
};

/** A package of one note, with a card for each of its type's templates; of a cloze, for the first two gaps. */
async function read({ name = 'Mío', isCloze = false, fields, templates }: Given) {
  const model = {
    name,
    type: isCloze ? 1 : 0,
    flds: Object.keys(fields).map((field, ord) => ({ name: field, ord })),
    tmpls: templates.map(([qfmt, afmt], ord) => ({ ord, qfmt, afmt })),
  };
  const ords = isCloze ? [0, 1] : templates.map((_, ord) => ord);
  const bytes = await package11({
    notes: [{ id: 1, type: TYPE, fields: Object.values(fields) }],
    cards: ords.map((ord) => ({ id: 10 + ord, note: 1, ord })),
    models: { [TYPE]: model },
  });
  const { decks, problems } = await readCardFile('a.apkg', bytes);
  const cards = decks.flatMap((deck) => deck.cards);
  return {
    cards: cards.map(({ kind, front, back, hint }) => [kind, front, back, ...(hint === undefined ? [] : [hint])]),
    problems: told(problems),
  };
}

const WORD = { Front: 'río de Egipto', Back: 'el Nilo' };
const BASIC = ['{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}'] as const;

describe('Anki’s stock note types', () => {
  it.each<[string, Given, readonly (readonly string[])[]]>([
    ['Basic', { fields: WORD, templates: [BASIC] }, [['basic', 'río de Egipto', 'el Nilo']]],
    [
      'Basic (and reversed card)',
      { fields: WORD, templates: [BASIC, ['{{Back}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}']] },
      [['reversed', 'río de Egipto', 'el Nilo']],
    ],
    [
      'Basic (type in the answer)',
      {
        fields: WORD,
        templates: [['{{Front}}\n\n{{type:Back}}', '{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}']],
      },
      [['basic', 'río de Egipto', 'el Nilo']],
    ],
    [
      'the same as older versions had it, with nothing but the front below the line',
      { fields: WORD, templates: [['{{Front}}\n{{type:Back}}', '{{FrontSide}}']] },
      [['basic', 'río de Egipto', 'el Nilo']],
    ],
    [
      'Cloze',
      {
        isCloze: true,
        fields: { Text: 'El {{c1::Nilo}} nace en {{c2::Burundi}}', 'Back Extra': '' },
        templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
      },
      [
        ['cloze', 'El […] nace en Burundi', 'Nilo'],
        ['cloze', 'El Nilo nace en […]', 'Burundi'],
      ],
    ],
  ])('%s', async (_, given, cards) => {
    expect(await read(given)).toEqual({ cards, problems: [] });
  });

  it('ask the other way only where the field says so', async () => {
    const reverse = ['{{#Add Reverse}}{{Back}}{{/Add Reverse}}', '{{FrontSide}}<hr id=answer>{{Front}}'] as const;
    const given = (flag: string): Given => ({ fields: { ...WORD, 'Add Reverse': flag }, templates: [BASIC, reverse] });
    expect((await read(given('y'))).cards).toEqual([['reversed', 'río de Egipto', 'el Nilo']]);
    expect((await read(given(''))).cards).toEqual([['basic', 'río de Egipto', 'el Nilo']]);
  });

  it('name image occlusion, whatever its fields hold', async () => {
    const fields = { Header: 'Corazón', Image: '<img src="c.png">' };
    const { cards, problems } = await read({
      name: 'Image Occlusion',
      fields,
      templates: [['{{Image}}', '{{Header}}']],
    });
    expect([cards, problems]).toEqual([[], ['1 no-cards', '1 image-occlusion']]);
  });
});

describe('gaps that are typed', () => {
  const fields = { Text: 'El {{c1::Nilo}} nace en {{c2::Burundi}}', Nota: 'África' };

  it.each([
    ['alone', '{{type:cloze:Text}}', ['El […] nace en Burundi', 'Nilo']],
    ['below the sentence', '{{cloze:Text}}\n{{type:cloze:Text}}', ['El […] nace en Burundi', 'Nilo']],
    ['with another field above', '{{Nota}}<br>{{cloze:Text}}', ['África\\\nEl […] nace en Burundi', 'Nilo']],
  ])('%s', async (_, question, [front, back]) => {
    const { cards } = await read({ isCloze: true, fields, templates: [[question, question]] });
    expect(cards[0]).toEqual(['cloze', front, back]);
  });

  it('have the hint of the sentence beside their own', async () => {
    const text = { Text: 'El {{c1::Nilo::río}} crece', Nota: 'África' };
    const { cards } = await read({
      isCloze: true,
      fields: text,
      templates: [['{{cloze:Text}}{{hint:Nota}}', '{{cloze:Text}}']],
    });
    expect(cards).toEqual([['cloze', 'El […] crece', 'Nilo', 'río; África']]);
  });
});

describe('filters of a field', () => {
  const fields = { A: ' 東京[とうきょう]に 行[い]く', B: 'ir a Tokio', C: 'verbo' };

  it.each([
    ['a hint', '{{A}}{{hint:C}}', '{{B}}', ['東京[とうきょう]に 行[い]く', 'ir a Tokio', 'verbo']],
    ['a hint below the answer', '{{B}}', '{{A}} {{hint:C}}', ['ir a Tokio', '東京[とうきょう]に 行[い]く verbo']],
    ['readings behind the characters', '{{B}}', '{{furigana:A}}', ['ir a Tokio', '東京(とうきょう)に行(い)く']],
    ['characters alone', '{{kanji:A}}', '{{B}}', ['東京に行く', 'ir a Tokio']],
    ['readings alone', '{{kana:A}}', '{{B}}', ['とうきょうにいく', 'ir a Tokio']],
    ['text', '{{text:B}}', '{{C}}', ['ir a Tokio', 'verbo']],
    ['what an add-on knows', '{{spoiler:B}}', '{{edit:C}}', ['ir a Tokio', 'verbo']],
    ['what is read aloud beside its text', '{{B}}{{tts es_ES:B}}', '{{C}}', ['ir a Tokio', 'verbo']],
    [
      'what is only read aloud',
      '{{tts es_ES:B}}',
      '{{FrontSide}}<hr id=answer>{{B}}<br>{{C}}',
      ['ir a Tokio', 'verbo'],
    ],
    ['an answer that is only read aloud', '{{B}}', '{{tts es_ES voices=X:C}}', ['ir a Tokio', 'verbo']],
    ['what is typed without accents', '{{C}}', '{{FrontSide}}<hr id=answer>{{type:nc:B}}', ['verbo', 'ir a Tokio']],
    [
      'a link to a dictionary',
      '{{B}}',
      '<a href="https://d.org/{{text:C}}">{{C}}</a>',
      ['ir a Tokio', '[verbo](https://d.org/verbo)'],
    ],
    [
      'an answer that names no field that there is',
      '{{B}}',
      '{{Z}}',
      ['ir a Tokio', '東京[とうきょう]に 行[い]く\\\nverbo'],
    ],
    ['a question that names none', '{{Z}}', '{{B}}', ['東京[とうきょう]に 行[い]く', 'ir a Tokio\\\nverbo']],
  ])('%s', async (_, question, answer, [front = '', back = '', ...hint]) => {
    const { cards, problems } = await read({ fields, templates: [[question, answer]] });
    const shown = cards.map((sides) => sides.map(plainMarkdown));
    expect([shown, problems]).toEqual([[['basic', front, back, ...hint]], []]);
  });

  it('cuts a hint that is an article', async () => {
    const long = { A: 'a', B: 'b', C: 'palabra '.repeat(300) };
    const { cards } = await read({ fields: long, templates: [['{{A}}{{hint:C}}', '{{B}}']] });
    expect(cards[0]?.[3]?.length).toBeLessThanOrEqual(1000);
    expect(cards[0]?.[3]).toMatch(/…$/u);
  });
});

describe('a whole collection', () => {
  it('is read as a package is, of either age', async () => {
    const collection = { notes: [{ id: 1, fields: ['seis', 'six'] }], cards: [{ id: 2, note: 1 }] };
    for (const bytes of [await package11(collection), await package18(collection)]) {
      const { decks, problems } = await readCardFile('copia.colpkg', bytes);
      expect(decks.flatMap(({ cards }) => cards.map(({ front, back }) => [front, back]))).toEqual([['seis', 'six']]);
      expect(problems).toEqual([]);
    }
  });
});
