import { describe, expect, it } from 'vitest';
import { asked, cardsOf, skipped } from './support.js';

const bullets = (heading: string, ...lines: readonly string[]) =>
  `# ${heading}\n\n${lines.map((line) => `* ${line}`).join('\n')}\n`;
const frontOf = (notes: string) => cardsOf(notes)[0]?.front;

describe('a sentence is asked by what it says', () => {
  it.each([
    [
      'La toma de la Bastilla tuvo lugar el 14 de julio de 1789.',
      '**Historia**: ¿cuándo tuvo lugar la **toma de la Bastilla**?',
    ],
    ['Robespierre lideró el Terror entre 1793 y 1794.', '**Historia**: ¿cuándo lideró **Robespierre** el Terror?'],
    ['En 1492, Colón llegó a América.', '**Historia**: ¿cuándo llegó **Colón** a América?'],
    ['Los routers encaminan paquetes.', '**Historia**: ¿qué encaminan los **routers**?'],
    ['El SLA, Acuerdo de Nivel de Servicio, es un contrato formal.', '**Historia**: ¿qué es el **SLA**?'],
    ['La duramadre es un tejido muy denso.', '**Historia**: ¿qué es la **duramadre**?'],
    ['Sus capas son inmutables.', '**Historia**: ¿cómo son sus **capas**?'],
    ['Los equipos no deben superar las quince personas.', '**Historia**: ¿qué no deben superar los **equipos**?'],
    ['Compuesto por neuronas y células de sostén.', '¿De qué está compuesto **Historia**?'],
    ['Basado en la confianza del equipo.', '¿En qué está basado **Historia**?'],
    ['Ubicado en la base del cráneo.', '¿Dónde está ubicado **Historia**?'],
  ])('%s', (line, front) => {
    expect(frontOf(bullets('Historia', line))).toBe(front);
    expect(asked(bullets('Historia', line))[0]).toBe(`${front} → ${line}`);
  });

  it.each([
    [
      'The OSI model was developed by the International Organization for Standardization.',
      '**Networks**: who developed the **OSI model**?',
    ],
    ['The Berlin Wall fell on November 9, 1989.', '**Networks**: when did the **Berlin Wall** fall?'],
    ['Columbus reached America in 1492.', '**Networks**: when did **Columbus** reach America?'],
    ['Newton discovered the law of gravity.', '**Networks**: what did **Newton** discover?'],
    [
      'The Golgi apparatus modifies, packages and distributes proteins.',
      '**Networks**: what does the **Golgi apparatus** do?',
    ],
    ['Routers can join several sites.', '**Networks**: what can **Routers** join?'],
    ['The kernel is based on a small core.', '**Networks**: what is the **kernel** based on?'],
    ['DNA is located in the nucleus.', '**Networks**: where is **DNA** located?'],
    ['Agile helps teams to work better.', '**Networks**: how does **Agile** help?'],
  ])('%s', (line, front) => {
    expect(asked(bullets('Networks', line))[0]).toBe(`${front} → ${line}`);
  });

  it.each([
    ['Have a true nucleus with a membrane', 'What do **Eukaryotic cells** have?'],
    ['Found in animals, plants and fungi', 'Where are **Eukaryotic cells** found?'],
    ['Composed of many organelles', 'What are **Eukaryotic cells** made of?'],
    ['Used for growth and repair', 'What are **Eukaryotic cells** used for?'],
  ])('below the heading that it speaks of: %s', (line, front) => {
    expect(asked(bullets('Eukaryotic cells', line))).toEqual([`${front} → ${line}`]);
  });

  it('takes the gender of the heading for a participle', () => {
    expect(frontOf('# Curso\n\n## La célula\n\n- Compuesto por orgánulos y citoplasma.\n')).toBe(
      '¿De qué está compuesta la **célula**?',
    );
  });

  it('is asked of the noun that the heading has in the plural', () => {
    expect(frontOf(bullets('Arquitectura de Microservicios', 'Permiten cambiar una parte sin tocar el resto.'))).toBe(
      '¿Qué permiten los **microservicios**?',
    );
  });

  it.each([
    'Es necesario tener un espacio abierto para todo el equipo.',
    'Es más sencillo hacerlo de forma síncrona.',
    'Puede haber conflictos entre las dos ideas.',
    'Muchas veces es preferible no variar de supervisor.',
    'El proceso ofrece las siguientes garantías al equipo.',
    'Esto evita que el equipo espere.',
  ])('is not asked where it has no subject that can be named: %s', (line) => {
    expect(cardsOf(bullets('Equipo completo', line))).toEqual([]);
  });

  it.each([
    ['of a plural', 'Updates of the index in the background'],
    ['of a list of things', 'Individuals and interactions over processes and tools'],
    ['of a participle', 'Regional service with mount targets in many zones.'],
  ])('does not take a noun for a verb: %s', (_what, line) => {
    expect(cardsOf(bullets('Agile', line)).filter(({ kind }) => kind === 'basic')).toEqual([]);
  });
});

describe('prose', () => {
  it('gives the sentences that define, and nothing of what goes on about them', () => {
    const text =
      'The nucleus is the control center of the cell. It contains the DNA of the cell. As we saw, this is why it matters so much in 3 of 4 cases.';
    expect(asked(`# Biology\n\n## Nucleus\n\n${text}\n`)).toEqual([
      'What is the **nucleus**? → The nucleus is the control center of the cell.',
      'What does the **nucleus** contain? → It contains the DNA of the cell.',
    ]);
  });

  it('is not asked twice where the heading asks already', () => {
    expect(asked('# Curso\n\n## ¿Qué es un pod?\n\nUn pod es un grupo de contenedores.\n')).toHaveLength(1);
  });
});

describe('what a sentence without a subject speaks of', () => {
  it('is the thing, below a set of its parts', () => {
    const notes = `# Docker\n\n## Ventajas\n\n${Array.from({ length: 9 }, (_, index) => `- Permite el uso número ${index} de los recursos de la máquina`).join('\n')}\n`;
    expect(frontOf(notes)).toBe('¿Qué permite **Docker**?');
  });

  it('is nobody below an item that has no name', () => {
    const notes =
      '# Razones de fondo\n\n- Cuando se crean los recursos nuevos, el sistema:\n  - Crea una red nueva\n  - Registra los servicios\n';
    expect(cardsOf(notes).filter(({ front }) => /^¿Qué (?:crea|registra)/u.test(front))).toEqual([]);
  });

  it('is no heading that says what to do', () => {
    expect(cardsOf('# Curso\n\n## Crear una imagen\n\n- Permite guardar los cambios.\n')).toEqual([]);
  });
});

describe('a term', () => {
  it.each([
    ['CI = integrar el código a menudo y probarlo', '¿Para qué sirve **CI**?'],
    ['**1789**: toma de la Bastilla y comienzo de la revolución', '¿Qué pasó en **1789**?'],
    [
      '**Desde el punto de vista del proceso:** punto de referencia del desarrollo',
      '**Línea base**: ¿qué es **desde el punto de vista del proceso**?',
    ],
    ['Fechas: 1789 - 1799', '**Línea base**: ¿cuáles son las **fechas**?'],
    ['**Objetivo**: controlar los cambios del proyecto', '**Línea base**: ¿cuál es el **objetivo**?'],
  ])('is asked as what it is: %s', (line, front) => {
    expect(frontOf(bullets('Línea base', line))).toBe(front);
  });

  it.each([
    ['a whole clause', 'You can say: containers are light'],
    ['a clause', 'Lo bueno es: pesa poco y arranca pronto'],
    ['a flow', 'Mindset → Values → Principles → Practices'],
    ['an amount', '90: 270 days for the archive'],
    ['a label', 'Dato: conviene usar el color en hexadecimal'],
    ['a step', 'Step 10: open the file in the editor'],
    ['code', '`cat = Category(name="tea")`'],
  ])('is not read from %s', (_what, line) => {
    expect(cardsOf(bullets('Notes', line)).filter(({ front }) => /¿Qué es|What is/.test(front))).toEqual([]);
  });

  it('is answered by the sentence that defines it, where that comes later', () => {
    const line =
      '**Detached HEAD** - Branch labels usually point to the newest commit. Essentially, a detached HEAD means that HEAD has no branch.';
    expect(asked(bullets('Git', line))[0]).toBe(
      'What is a **detached HEAD**? → A detached HEAD means that HEAD has no branch.',
    );
  });

  it('with a formula is asked for it', () => {
    expect(asked('# Energía\n\n- Power Usage Effectiveness\n  $$PUE = \\frac{P_t}{P_i}$$\n')).toEqual([
      'What is the formula of **Power Usage Effectiveness**? → $$PUE = \\frac{P_t}{P_i}$$',
    ]);
  });
});

it('tells a reason for every line that gives no card', () => {
  const notes = bullets(
    'Equipo',
    'Es necesario tener un espacio abierto.',
    'Los routers encaminan paquetes entre redes.',
    'uno',
  );
  expect(skipped(notes)).toEqual(['3 no-fact', '5 too-short']);
});
