import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { readSource } from '../../src/formats/read-source.js';
import { runs } from '../support/runs.js';
import { package11, REVERSED } from './anki-package.js';
import { bytesOf, told } from './support.js';

function read(text: string, name = 'notas.txt') {
  return readCardFile(name, bytesOf(text));
}

async function cardsOf(text: string, name?: string): Promise<readonly string[]> {
  const { decks } = await read(text, name);
  return decks.flatMap(({ cards }) =>
    cards.map(({ kind, front, back, hint }) => `${kind}: ${front} → ${back}${hint === undefined ? '' : ` (${hint})`}`),
  );
}

const ALL = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
  'aB1~\tBasic\tMúsica::Notas\tRedonda\tcuatro <i>tiempos</i>\tsolfeo ritmo',
  'aB2~\tBasic (and reversed card)\tMúsica::Notas\tclave de sol\ttreble clef\t',
  'aB3~\tBasic (type in the answer)\tMúsica::Claves\tLínea de la clave de fa\tla cuarta\t',
  'aB4~\tCloze\tMúsica::Claves\tUna {{c1::blanca}} dura {{c2::dos::número}} tiempos\t\t',
  '',
].join('\n');

describe('Anki’s notes in plain text', () => {
  it.each([
    'notas.txt',
    'notas.csv',
    'notas.tsv',
    'notas.md',
  ])('are cards by their first lines, in %s', async (name) => {
    expect(await cardsOf(ALL, name)).toEqual([
      'basic: Redonda → cuatro *tiempos*',
      'reversed: clave de sol → treble clef',
      'basic: Línea de la clave de fa → la cuarta',
      'cloze: Una […] dura dos tiempos → blanca',
      'cloze: Una blanca dura […] tiempos → dos (número)',
    ]);
  });

  it('keep their decks, tags and lines', async () => {
    const { decks, problems } = await read(ALL);
    expect(decks.map(({ name, cards }) => [name, cards.map(({ source }) => source.line)])).toEqual([
      ['Música › Notas', [7, 8]],
      ['Música › Claves', [9, 10, 10]],
    ]);
    expect(decks[0]?.cards[0]?.tags).toEqual(['solfeo', 'ritmo']);
    expect(problems).toEqual([]);
  });

  it('are the same cards as those of a package, by their guids', async () => {
    const notes = [
      { id: 11, fields: ['uno', 'one'] },
      { id: 12, type: REVERSED, fields: ['dos', 'two'] },
    ];
    const cards = [
      { id: 21, note: 11 },
      { id: 22, note: 12, ord: 0 },
      { id: 23, note: 12, ord: 1 },
    ];
    const packed = await readCardFile('a.apkg', await package11({ notes, cards }));
    const text =
      '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n' +
      'guid-11\tBasic\tuno (otra vez)\tone\nguid-12\tBasic (and reversed card)\tdos\ttwo\n';
    const ids = (decks: typeof packed.decks) => decks.flatMap((deck) => deck.cards.map(({ id }) => id));
    expect(ids((await read(text)).decks)).toEqual(ids(packed.decks));
  });

  it('take deck, note type and tags of all notes from the lines above', async () => {
    const text =
      '#separator:Semicolon\n#html:false\n#deck:Costura::Puntos\n#tags:taller curso\n#notetype:Básico (y tarjeta invertida)\n' +
      'pespunte;backstitch\nhilván;"basting; loose"\n';
    const { decks } = await read(text);
    expect(decks.map(({ name }) => name)).toEqual(['Costura › Puntos']);
    expect(decks[0]?.cards.map(({ kind, back, tags }) => [kind, back, tags])).toEqual([
      ['reversed', 'backstitch', ['taller', 'curso']],
      ['reversed', 'basting; loose', ['taller', 'curso']],
    ]);
  });

  it.each([
    ['the other way only where it is asked for', 'Basic (optional reversed card)', 'a\tb\ty', ['reversed: a → b']],
    ['no flag as an answer', 'Basic (optional reversed card)', 'a\tb\t', ['basic: a → b']],
    ['more fields below the answer', 'Vocabulario', 'a\tb\tc', ['basic: a → b\\\nc']],
    ['gaps of a type of any name', 'Frases', 'un {{c1::gato}}\t', ['cloze: un […] → gato']],
    ['no gaps where a basic note writes about them', 'Basic', '{{c1::x}}\tun hueco', ['basic: {{c1::x}} → un hueco']],
  ])('have %s', async (_, type, row, expected) => {
    expect(await cardsOf(`#separator:tab\n#html:true\n#notetype:${type}\n${row}\n`)).toEqual(expected);
  });

  it('tell hidden parts of pictures by the name of their type and by their shapes', async () => {
    const head = '#separator:tab\n#html:true\n#notetype column:1\n';
    const rows = 'Image Occlusion\tx\t<img src="a.png">\nX\t{{c1::image-occlusion:rect:left=.2}}\t<img src="b.png">\n';
    expect(told((await read(`${head}${rows}Basic\ta\tb\n`)).problems)).toEqual([
      '4 image-occlusion',
      '5 image-occlusion',
    ]);
  });

  it('find front, back and hint by the names of the columns', async () => {
    const text =
      '#separator:Comma\n#html:false\n#columns:Tags,Back,Hint,Front\nnudos,ballestrinque,dos vueltas,clove hitch\n';
    expect(await cardsOf(text)).toEqual(['basic: clove hitch → ballestrinque (dos vueltas)']);
    expect((await read(text)).decks[0]?.cards[0]?.tags).toEqual(['nudos']);
  });

  it('pass over remarks, and keep a quoted cell that begins like one', async () => {
    expect(await cardsOf('#separator:tab\n#html:false\n# una nota mía\n"#fff"\tblanco\n')).toEqual([
      'basic: #fff → blanco',
    ]);
  });

  it('are HTML where no line says so and the fields have tags', async () => {
    expect(await cardsOf('#separator:tab\n#tags column:3\nuno<br>dos\t<b>x</b>\t\n')).toEqual([
      'basic: uno\\\ndos → **x**',
    ]);
  });

  it('tell a note that lacks a side with its line', async () => {
    const { problems } = await read('#separator:tab\n#html:true\nsolo\t\n\n<br>\tnada\na\tb\n');
    expect(told(problems)).toEqual(['3 no-back', '5 no-front']);
  });

  it('have the whole row for whoever makes a card of it', async () => {
    const source = { file: 'n.txt', bytes: bytesOf('#separator:tab\n#html:true\nsolo\t\na\tb\n') };
    const { told: lines, isNotes } = await readSource(source);
    expect([isNotes, lines.map(({ problem, text }) => [problem.line, text])]).toEqual([false, [[3, 'solo\t']]]);
  });

  it.each([
    ['UTF-16', Buffer.from(`\u{FEFF}${ALL}`, 'utf16le')],
    ['a byte order mark', bytesOf(`\u{FEFF}${ALL}`)],
    ['line ends of Windows', bytesOf(ALL.replaceAll('\n', '\r\n'))],
  ])('are known in %s', async (_, bytes) => {
    const { decks } = await readCardFile('notas.txt', new Uint8Array(bytes));
    expect(decks.map(({ cards }) => cards.length)).toEqual([2, 3]);
  });

  it.each([
    '# separator:tab\n\nUn título.',
    '#deck:algo\n\nApuntes con una etiqueta.',
    'Texto\n#separator:tab\na\tb',
    '#tags: biología\n\n# Célula\n\nLa unidad de la vida.',
  ])('are not notes of a line that only looks like theirs: %s', async (text) => {
    expect((await readSource({ file: 'n.txt', bytes: bytesOf(text) })).isNotes).toBe(true);
  });

  it('are read whatever they hold', async () => {
    const piece = fc.constantFrom(
      ...[
        '#separator:tab',
        '#guid column:1',
        '#tags column:99',
        '#columns:a\tb',
        '#notetype column:-1',
        '\n',
        '\t',
        '"',
        'a',
      ],
      ...['#html:true', '<b>', '{{c1::', '}}', '::', '<sup>', '&lt;', '\\(', '#deck:', '\u{E000}', 'Cloze', '#', ' '],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { decks, problems } = await read(`#separator:tab\n${pieces.join('')}`);
        expect(decks.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(400) },
    );
  });
});
