import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lookup/lookup.js';
import { passage } from './support/passages.js';

const lookup = buildLookup([
  passage('Faros', 'El faro de Punta Vela lo construyó Elena Duarte en 1871. Su luz alcanza 22 millas.'),
  passage('Mareas', 'La marea sube porque la Luna atrae el agua. La marea viva llega con luna llena.'),
  passage('Anclas', 'Un ancla sujeta el barco al fondo. Se leva con el cabrestante.'),
  passage('Nudos', 'El ballestrinque es un nudo que ata el cabo a un poste. Hay nudos corredizos y nudos fijos.'),
  passage('Cartas', 'Una carta náutica indica la profundidad y los peligros de la costa.'),
  passage('Vientos', 'El viento de través empuja el barco por un lado.'),
]);

/** Which of the three answers a query gets. */
function kindOf(query: string): 'answer' | 'near' | 'none' {
  const { answer, near } = lookup.find(query);
  expect(answer === null || near === null).toBe(true);
  if (answer !== null) return 'answer';
  return near === null ? 'none' : 'near';
}

function quoted(query: string): readonly string[] {
  const { answer } = lookup.find(query);
  return answer === null ? [] : lookup.quote(query, answer.passage.id, 2);
}

describe('the three answers', () => {
  it.each([
    ['¿Quién construyó el faro de Punta Vela?', 'answer'],
    ['¿Qué indica una carta náutica?', 'answer'],
    ['¿Quién construyó el faro de Cabo Norte en 1950?', 'near'],
    ['¿Qué no indica una carta náutica?', 'near'],
    ['¿Cuándo se leva un ancla con el cabrestante?', 'near'],
    ['¿Quién ata el ballestrinque a un poste?', 'near'],
    ['¿Cuántas ruedas tiene un camión eléctrico?', 'none'],
    ['nube', 'none'],
    ['sudo', 'none'],
  ] as const)('%s → %s', (query, kind) => {
    expect(kindOf(query)).toBe(kind);
  });
});

describe('what was asked', () => {
  it.each(['barro', 'mercado', 'fardo'])('is not bent to another word: %s', (query) => {
    expect(kindOf(query)).not.toBe('answer');
  });

  it('is told where a slip of the finger was read as a word of the notes', () => {
    const { answer, readings } = lookup.find('balestrinque nudo');
    expect(answer?.passage.title).toBe('Nudos');
    expect(readings).toEqual([{ asked: 'balestrinque', as: 'ballestrinque' }]);
    expect(lookup.find('ballestrinque').readings).toEqual([]);
  });
});

describe('the sentence that answers', () => {
  it.each([
    ['¿Quién construyó el faro?', /^El faro de Punta Vela lo construyó Elena/],
    ['¿Cuántas millas alcanza la luz del faro?', /^Su luz alcanza 22 millas/],
    ['¿Por qué sube la marea?', /^La marea sube porque/],
    ['¿Qué es el ballestrinque?', /^El ballestrinque es un nudo/],
  ])('%s', (query, first) => {
    expect(quoted(query)[0]).toMatch(first);
  });

  it('is followed by what it announces, and has no more words than are read at once', () => {
    const long = passage(
      'Tipos de vela',
      `Hay tres tipos:\n\n- foque\n- mayor\n- génova\n\n${'Otra cosa más. '.repeat(90)}`,
    );
    const sails = buildLookup([long]);
    const said = sails.quote('¿Qué tipos de vela hay?', long.id, 2);
    expect(said).toEqual(['Hay tres tipos:', 'foque', 'mayor', 'génova', 'Otra cosa más.']);
  });

  it('is no line of a table of contents, no option of a quiz and no remark', () => {
    const body =
      '<!-- izar la vela -->\n\n- [Izar la vela](#izar)\n- [ ] A) izar la vela\n\nPara izar la vela se tira de la driza.';
    const one = passage('Maniobras', body);
    expect(buildLookup([one]).quote('¿cómo se hace para izar la vela?', one.id, 3)).toEqual([
      'Para izar la vela se tira de la driza.',
    ]);
  });
});

describe('names that differ by a sign, case or accent', () => {
  const names = buildLookup(
    ['F', 'F#', 'F*', 'grep -v', 'grep -V', 'Árbol B', 'Árbol B+', 'papá', 'papa'].map((title, n) =>
      passage(title, `Texto ${n}.`, { kind: 'term', headings: ['Notes'] }),
    ),
  );
  it.each([
    ['F', 'F'],
    ['what is F#?', 'F#'],
    ['¿Qué es F*?', 'F*'],
    ['grep -v', 'grep -v'],
    ['what does grep -V do?', 'grep -V'],
    ['árbol B', 'Árbol B'],
    ['¿qué es un árbol B+?', 'Árbol B+'],
    ['papá', 'papá'],
    ['¿Qué es papa?', 'papa'],
  ])('%s → %s', (query, title) => {
    expect(names.find(query).answer?.passage.title).toBe(title);
  });
});

describe('a difference', () => {
  it('shows both sides by name where no text compares them', () => {
    const { sides, answer } = lookup.find('¿Qué diferencia hay entre anclas y nudos?');
    expect(sides.map((hit) => hit.passage.title)).toEqual(['Anclas', 'Nudos']);
    expect(answer).toBe(sides[0]);
  });
  it('of which the notes lack a side shows none', () => {
    expect(lookup.find('¿Qué diferencia hay entre anclas y bicicletas?').sides).toEqual([]);
  });
});

it('a word of asking is read as no word of the notes', () => {
  const notes = buildLookup([
    passage('Velas', 'Un barco tiene dos velas.'),
    passage('Cabos', 'Los cabos son de cáñamo.'),
  ]);
  expect(notes.find('how many velas does a barco have?').readings).toEqual([]);
});
