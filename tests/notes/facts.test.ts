import { describe, expect, it } from 'vitest';
import { asked, cardsOf, doubtful, skipped } from './support.js';

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
    ['El SLA, Acuerdo de Nivel de Servicio, es un contrato formal.', '**Historia**: ¿qué es el **SLA**?'],
    ['La duramadre es un tejido muy denso.', '**Historia**: ¿qué es la **duramadre**?'],
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
    ['The Linux kernel is based on a small core.', '**Networks**: what is the **Linux kernel** based on?'],
    ['DNA is located in the nucleus.', '**Networks**: where is **DNA** located?'],
    ['Agile helps teams to work better.', '**Networks**: how does **Agile** help?'],
  ])('%s', (line, front) => {
    expect(asked(bullets('Networks', line))[0]).toBe(`${front} → ${line}`);
  });

  it.each([
    ['Historia', 'Los routers encaminan paquetes.', '**Historia**: ¿qué encaminan los **routers**?'],
    ['Networks', 'Newton discovered the law of gravity.', '**Networks**: what did **Newton** discover?'],
    [
      'Networks',
      'The Golgi apparatus modifies, packages and distributes proteins.',
      '**Networks**: what does the **Golgi apparatus** do?',
    ],
  ])('is one of many things said of what is not the matter of "%s": %s', (heading, line, front) => {
    expect(asked(bullets(heading, line))).toEqual([]);
    expect(doubtful(bullets(heading, line))).toEqual([`open: ${front} → ${line}`]);
  });

  it.each([
    ['Routers', 'Los routers encaminan paquetes.', '¿Qué encaminan los **routers**?'],
    ['Historia', '**Los routers** encaminan paquetes.', '¿Qué encaminan los **routers**?'],
    ['Historia', 'Todos los routers encaminan paquetes.', '**Historia**: ¿qué encaminan todos los **routers**?'],
  ])('is sure where "%s" names it, it is bold, or of all of a kind: %s', (heading, line, front) => {
    expect(cardsOf(bullets(heading, line)).map((card) => card.front)).toEqual([front]);
  });

  it.each([
    ['La idea nació en una cocina de Turín.', false],
    ['El resultado es la suma de los dos votos.', false],
    ['The purpose is the safety of the crew.', false],
    ['La célula es la unidad más pequeña de la vida.', true],
    ['El comprador es la persona que paga el precio.', true],
    ['The mitochondrion is the power house of a cell.', true],
  ])('is asked where its noun alone is known without the sentence before: %s', (line, isSure) => {
    expect(asked(bullets('Apuntes sueltos', line))).toHaveLength(isSure ? 1 : 0);
    expect(doubtful(bullets('Apuntes sueltos', line))).toHaveLength(isSure ? 0 : 1);
  });

  it.each([
    ['Los equipos no deben superar las quince personas.', 'superar las quince personas'],
    ['Routers can join several sites.', 'join several sites'],
  ])('is left with a gap, doubtful, where its question has many answers: %s', (line, hidden) => {
    expect(asked(bullets('Networks', line))).toEqual([]);
    expect(doubtful(bullets('Networks', line))).toEqual([expect.stringMatching(/^gap: \*\*Networks\*\*: /)]);
    expect(doubtful(bullets('Networks', line))[0]).toContain(`[…]. → ${hidden}`);
  });

  it.each([
    ['Found in animals, plants and fungi', 'Where are **Eukaryotic cells** found?'],
    ['Composed of many organelles', 'What are **Eukaryotic cells** made of?'],
    ['Used for growth and repair', 'What are **Eukaryotic cells** used for?'],
  ])('below the heading that it speaks of: %s', (line, front) => {
    expect(asked(bullets('Eukaryotic cells', line))).toEqual([`${front} → ${line}`]);
  });

  it('is not surely of the heading where English would name its subject', () => {
    const notes = bullets('Eukaryotic cells', 'Have a true nucleus with a membrane');
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual([
      'subject: What do **Eukaryotic cells** have? → Have a true nucleus with a membrane',
    ]);
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
    expect(doubtful(bullets('Equipo completo', line)).filter((card) => !card.startsWith('gap: '))).toEqual([]);
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
    const notes = `# Biology\n\n## Nucleus\n\n${text}\n`;
    expect(asked(notes)).toEqual(['What is the **nucleus**? → The nucleus is the control center of the cell.']);
    expect(doubtful(notes)[0]).toBe('subject: What does the **nucleus** contain? → It contains the DNA of the cell.');
  });

  it('is not asked twice where the heading asks already', () => {
    expect(asked('# Curso\n\n## ¿Qué es un pod?\n\nUn pod es un grupo de contenedores.\n')).toHaveLength(1);
  });
});

describe('what a sentence without a subject speaks of', () => {
  it('is the thing, below a set of its parts', () => {
    const items = [
      '- Permite el uso de los recursos de la máquina',
      ...'bcdefghi'.split('').map((name) => `- Punto ${name}`),
    ];
    expect(frontOf(`# Docker\n\n## Ventajas\n\n${items.join('\n')}\n`)).toBe('¿Qué permite **Docker**?');
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
    ['**Objetivo**: controlar los cambios del proyecto', '**Línea base**: ¿cuál es el **objetivo**?'],
  ])('is asked as what it is: %s', (line, front) => {
    expect(frontOf(bullets('Línea base', line))).toBe(front);
  });

  it.each([
    [
      '**Desde el punto de vista del proceso:** punto de referencia del desarrollo',
      '**Línea base**: ¿qué es **desde el punto de vista del proceso**? → Punto de referencia del desarrollo',
    ],
    ['Fechas: 1789 - 1799', '**Línea base**: ¿cuáles son las **fechas**? → 1789 - 1799'],
  ])('may be no name: %s', (line, card) => {
    expect(asked(bullets('Línea base', line))).toEqual([]);
    expect(doubtful(bullets('Línea base', line))).toEqual([`label: ${card}`]);
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
