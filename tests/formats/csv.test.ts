import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../src/formats/csv/formula.js';
import { writeCsv } from '../../src/formats/csv/write-csv.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { readSource } from '../../src/formats/read-source.js';
import { runs } from '../support/runs.js';
import { bytesOf, decksArbitrary, recordOf, simpleCard, simpleDeck, told } from './support.js';

function read(text: string, name = 'vocabulario.csv') {
  return readCardFile(name, bytesOf(text));
}

async function pairs(text: string, name?: string): Promise<readonly string[]> {
  const { decks } = await read(text, name);
  return decks.flatMap(({ cards }) => cards.map(({ front, back }) => `${front} → ${back}`));
}

describe('Repaso’s CSV', () => {
  it('comes back as it went out, progress and history included', async () => {
    await fc.assert(
      fc.asyncProperty(decksArbitrary, async (decks) => {
        expect(await read(writeCsv(decks))).toEqual({ format: 'csv', decks, media: [], problems: [] });
      }),
      { numRuns: runs(150) },
    );
  });

  const card = simpleCard('f', 'b');
  const record = recordOf(card.id, [[1, 4, false]])!;
  const ana = { learner: { id: 'ana', name: 'Ana' }, records: [record] };
  const luis = { learner: { id: 'luis', name: 'Luis' }, records: [record] };
  const deck = { ...simpleDeck([card, simpleCard('g', 'c')]), progress: [ana, luis] };

  it('has a row for each learner of a card', async () => {
    const text = writeCsv([deck]);
    expect(text.split('\r\n')).toHaveLength(1 + 3 + 1);
    expect((await read(text)).decks).toEqual([deck]);
  });

  it('is read with its columns in any order, and with `;` between them', async () => {
    const rows = writeCsv([simpleDeck([card])])
      .trim()
      .split('\r\n')
      .map((row) => row.split(','));
    const turned = rows.map((row) => row.reverse().join(';')).join('\n');
    expect((await read(turned)).decks).toEqual([simpleDeck([card])]);
  });

  it('tells a row that a spreadsheet has spoilt, and reads the rest', async () => {
    const spoilt = writeCsv([{ ...deck, progress: [ana] }]).replaceAll(record.progress.due, '7/1/26');
    const { decks, problems } = await read(spoilt);
    expect(decks[0]?.cards).toEqual(deck.cards);
    expect(decks[0]?.progress).toEqual([]);
    expect(told(problems)).toEqual(['2 row-progress']);
    const unknown = writeCsv([deck]).replace(',basic,g,', ',other,g,');
    expect(told((await read(unknown)).problems)).toEqual(['4 row-unreadable']);
  });

  it('of a newer version is refused', async () => {
    const newer = writeCsv([simpleDeck([card])]).replace('\r\n1,', '\r\n2,');
    expect(told((await read(newer)).problems)).toEqual(['1 format-newer']);
  });

  it('has no cell that a spreadsheet would compute', async () => {
    const evil = ['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(1)', '\t=1', "'=1", "''@x", "'palabra"];
    const cards = evil.map((text, index) => simpleCard(text, text, { id: simpleCard(`x${index}`, '').id }));
    const csv = writeCsv([simpleDeck(cards)]);
    expect(csv).not.toMatch(/(?:^|,|")[=+\-@\t]/mu);
    expect((await read(csv)).decks[0]?.cards).toEqual(cards);
  });

  it('guards and unguards to the letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[='+@\-ab]{0,6}$/u), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(guardCell(text)).not.toMatch(/^[=+\-@]/u);
      }),
    );
  });
});

describe('anybody’s CSV of two columns', () => {
  it.each([
    ['comma', 'dog,perro\ncat,gato\n'],
    ['semicolon, with commas in the text', 'dog;perro\ncat;gato\n'],
    ['tab', 'dog\tperro\ncat\tgato\n'],
    ['a header', 'Front,Back\ndog,perro\ncat,gato\n'],
    ['a header in Spanish', 'Pregunta;Respuesta\ndog;perro\ncat;gato\n'],
    ['a header in another order', 'Definition,Term\nperro,dog\ngato,cat\n'],
    ['a byte order mark', '\u{FEFF}front,back\ndog,perro\ncat,gato\n'],
    ['line ends of Windows and empty lines', '\r\ndog,perro\r\n\r\ncat,gato\r\n'],
    ['quotes', '"dog","perro"\n"cat","gato"\n'],
    [
      'the lines that Anki writes above it',
      '#separator:tab\n#html:false\n#tags column:3\ndog\tperro\tx\ncat\tgato\ty\n',
    ],
  ])('is told apart by its %s', async (_, text) => {
    expect(await pairs(text)).toEqual(['dog → perro', 'cat → gato']);
  });

  it('keeps commas, quotes and lines inside quotes', async () => {
    expect(await pairs('"a, b","dijo ""sí"""\n"dos\nlíneas",c\n')).toEqual(['a, b → dijo "sí"', 'dos\nlíneas → c']);
  });

  it('takes a quote that is never closed as a quote', async () => {
    expect(await pairs('5" disk;disquete\n"mañana;tomorrow\nhoy;today\n')).toEqual([
      '5" disk → disquete',
      '"mañana → tomorrow',
      'hoy → today',
    ]);
  });

  it('is text: its signs are no Markdown, unless it was written as Markdown', async () => {
    expect(await pairs('*.txt,a <b>\n`ls *`,**todo**\n# uno,1. dos\n')).toEqual([
      '\\*.txt → a \\<b>',
      '`ls *` → **todo**',
      '\\# uno → 1\\. dos',
    ]);
  });

  it('is HTML where it says so', async () => {
    expect(await pairs('#separator:tab\n#html:true\n<b>uno</b>\ta<br>b\n')).toEqual(['**uno** → a\\\nb']);
  });

  it('takes tags from a column of that name', async () => {
    const { decks } = await read('front,back,tags\ndog,perro,animal a1\n');
    expect(decks[0]?.cards[0]?.tags).toEqual(['animal', 'a1']);
  });

  it('tells rows that lack a side, with their number', async () => {
    expect(told((await read('front,back\nsolo,\n,nada\ndog,perro\n')).problems)).toEqual(['2 no-back', '3 no-front']);
  });

  it('is a deck of its file’s name, in the language of its cards', async () => {
    const { decks } = await read('¿Qué es un perro?,un animal que ladra\n', 'Mis_animales.csv');
    expect(decks.map(({ id, name, language }) => [id, name, language])).toEqual([[null, 'Mis animales', 'es']]);
  });

  it('gives a card the same id wherever its row stands', async () => {
    const [one, two] = [await read('a,1\nb,2\n'), await read('b,2\na,1\n')];
    expect(one.decks[0]?.cards.map(({ id }) => id)).toEqual(two.decks[0]?.cards.map(({ id }) => id).reverse());
  });

  it('is refused with over 10,000 rows', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => `f${index},b`).join('\n');
    expect(told((await read(rows)).problems)).toEqual(['1 too-many-cards']);
  });

  it('is refused without a row', async () => {
    expect(told((await read('front,back\n')).problems)).toEqual(['1 no-cards']);
    expect(told((await readCardFile('a.csv', new Uint8Array([0, 1, 2, 0]))).problems)).toEqual(['1 binary']);
  });
});

describe('rows whose cells are not all told apart', () => {
  async function readRows(text: string) {
    const { cards, told: lines } = await readSource({ file: 'glosario.csv', bytes: bytesOf(text) });
    return {
      cards: cards.flatMap(({ read: { decks } }) =>
        decks.flatMap((deck) => deck.cards.map(({ front, back }) => `${front} → ${back}`)),
      ),
      told: lines.map(({ problem, text: row }) => `${problem.line} ${problem.code}: ${row}`),
    };
  }

  it('go on behind a comma with a space where no separator has one, and say so', async () => {
    expect(
      await readRows('quilla,pieza central, de proa a popa\nobenque,cable, lateral, del mástil\nproa,delante\n'),
    ).toEqual({
      cards: ['quilla → pieza central, de proa a popa', 'obenque → cable, lateral, del mástil', 'proa → delante'],
      told: [
        '1 row-joined: quilla\tpieza central, de proa a popa',
        '2 row-joined: obenque\tcable, lateral, del mástil',
      ],
    });
  });

  it('do so where every row has such a comma', async () => {
    const { cards } = await readRows('París, Francia,capital del Sena\nRoma, Italia,capital del Tíber\n');
    expect(cards).toEqual(['París, Francia → capital del Sena', 'Roma, Italia → capital del Tíber']);
  });

  it('are told and left out where nothing says it, and the row is there to make a card of', async () => {
    expect(await readRows('proa,delante\n\npopa,detrás,al final\nbabor,izquierda\n')).toEqual({
      cards: ['proa → delante', 'babor → izquierda'],
      told: ['3 row-unclear: popa\tdetrás,al final'],
    });
  });

  it('are told below a header too', async () => {
    expect(await readRows('Pregunta,Respuesta\nproa,delante,del todo\nbabor,izquierda\n')).toEqual({
      cards: ['babor → izquierda'],
      told: ['2 row-unclear: proa\tdelante,del todo'],
    });
  });

  it('are told in a table of several columns', async () => {
    const { told: lines } = await readRows('Nudo,Uso,Vueltas\nas de guía,amarre,1\nballestrinque,poste,de madera,2\n');
    expect(lines).toContain('3 row-unclear: ballestrinque\tposte,de madera,2');
  });

  it('tell nothing of empty cells at the end', async () => {
    expect(await readRows('proa,delante,,\nbabor,izquierda,,\n')).toEqual({
      cards: ['proa → delante', 'babor → izquierda'],
      told: [],
    });
  });

  it('tell columns that are not read', async () => {
    expect(await readRows('Term,Definition,Hint,Autor\nproa,bow,b…,Ana\n')).toEqual({
      cards: ['proa → bow'],
      told: ['1 columns-unread: Term\tDefinition\tHint\tAutor'],
    });
  });
});

describe('what a table says of itself', () => {
  it.each([
    ['a line for Excel', 'sep=;\r\nFront;Back\r\nproa, a veces;bow\r\n'],
    ['a line for Excel with a tab', 'sep=\\t\nproa, a veces\tbow\n'],
    ['a line for Excel that Excel has quoted', '"sep=|"\nproa, a veces|bow\n'],
    ['bars', 'proa, a veces|bow\n'],
    ['semicolons in every row', 'Front;Back\nproa, a veces;bow\n'],
  ])('is heard: %s', async (_, text) => {
    expect(await pairs(text)).toEqual(['proa, a veces → bow']);
  });

  it('counts in the numbers of its rows', async () => {
    const { decks } = await read('sep=;\n\nproa;bow\n\n"a\nb";c\nx;y\n');
    expect(decks[0]?.cards.map(({ source }) => source.line)).toEqual([3, 5, 6]);
  });

  it('may stand above Repaso’s own columns', async () => {
    const deck = simpleDeck([simpleCard('uno; dos', 'b')]);
    const [first = '', ...rest] = writeCsv([deck]).split('\r\n');
    const { decks } = await read(`sep=,\r\n${[first.replace('\u{FEFF}', ''), ...rest].join('\r\n')}`);
    expect(decks).toEqual([deck]);
  });

  it('has a hint by its name', async () => {
    const { decks } = await read('pregunta;pista;respuesta\nproa;parte;bow\n');
    expect(decks[0]?.cards[0]?.hint).toBe('parte');
  });
});

describe('the words of a cell', () => {
  it.each([
    ['2<sup>16</sup> valores', '2¹⁶ valores'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['una línea<br>otra<br/>y otra', 'una línea\\\notra\\\ny otra'],
    ['salta con <br> en HTML', 'salta con \\<br> en HTML'],
    ['Map<String, List<T>>', 'Map\\<String, List\\<T>>'],
    ['pulsa <Esc> o `<Tab>`', 'pulsa \\<Esc> o `<Tab>`'],
    ['CO~2~ y H~2~O', 'CO\\~2\\~ y H\\~2\\~O'],
    ['~/.bashrc', '~/.bashrc'],
    ['cuesta $5 *ya* o $6', 'cuesta $5 \\*ya\\* o $6'],
    ['pH y σ', 'pH y σ'],
    ['**a** <b> c', '**a** \\<b> c'],
    ['**a** <https://a.b>', '**a** <https://a.b>'],
  ])('stay what they are: %s', async (cell, markdown) => {
    expect(await pairs(`x\t${cell}\n`)).toEqual([`x → ${markdown}`]);
  });

  it('tell terms apart by signs, case and accents', async () => {
    const terms = ['C', 'C++', 'C#', 'papa', 'papá', "'-p", '-P', 'σ', 'Σ', 'x²', 'x'];
    const { decks, problems } = await read(terms.map((term) => `${term}\tlo mismo\n`).join(''));
    expect(decks[0]?.cards.map(({ front }) => front)).toEqual(terms.map((term) => term.replace("'", '')));
    expect(new Set(decks[0]?.cards.map(({ id }) => id)).size).toBe(terms.length);
    expect(problems).toEqual([]);
  });
});

describe('a table as Notion exports it', () => {
  const NAME = 'Planetas 0123456789abcdef0123456789abcdef.csv';
  const TABLE = 'Name,Radio,Lunas\nMarte,3390 km,2\nJúpiter,69911 km,95\n';

  it('becomes the cards that the same table in notes becomes', async () => {
    const { decks, problems } = await read(TABLE, NAME);
    const facts = decks.flatMap(({ cards }) => cards.map(({ front, back }) => `${front} ${back}`));
    expect(decks[0]?.name).toBe('Planetas');
    expect(facts.some((fact) => fact.includes('Marte') && fact.includes('3390 km'))).toBe(true);
    expect(facts.some((fact) => fact.includes('Júpiter') && fact.includes('95'))).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names the row of each card', async () => {
    const { decks } = await read(TABLE, NAME);
    for (const { front, source } of decks[0]?.cards ?? []) {
      expect(source).toEqual({ file: NAME, line: front.includes('Marte') ? 2 : 3 });
    }
  });

  it('is read the same without Notion’s name, where it has three columns', async () => {
    expect((await read(TABLE, 'Planetas.csv')).decks[0]?.cards.length).toBeGreaterThan(0);
  });

  it('of thousands of rows is read in seconds', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `Astro${index},${index} km,${index % 90}`);
    const { decks } = await read(`Name,Radio,Lunas\n${rows.join('\n')}\n`, NAME);
    expect(decks[0]?.cards.length).toBeGreaterThan(3000);
  }, 60_000);
});
