import { describe, expect, it } from 'vitest';
import { asked, cardsOf, read, skipped } from './support.js';

/** Kind, front and back: the way a person would read a card that was written as one. */
const written = (markdown: string) => cardsOf(markdown).map(({ kind, front, back }) => [kind, front, back]);

describe('a card on one line', () => {
  it.each([
    ['¿Qué es DNS?::Traduce nombres a direcciones.', ['basic', '¿Qué es DNS?', 'Traduce nombres a direcciones.']],
    ['What is DNS? :: It maps names to addresses.', ['basic', 'What is DNS?', 'It maps names to addresses.']],
    ['Capital de Francia::París', ['basic', '**Capital de Francia**', 'París']],
    ['Capital de Francia:::París', ['reversed', '**Capital de Francia**', 'París']],
    [
      '¿Qué hace `ls -a`?::Muestra los archivos ocultos',
      ['basic', '¿Qué hace `ls -a`?', 'Muestra los archivos ocultos'],
    ],
    ['Fórmula de la fuerza::$F = m \\cdot a$', ['basic', '**Fórmula de la fuerza**', '$F = m \\cdot a$']],
  ])('is read from %s', (line, card) => {
    expect(written(`# Apuntes\n\n${line}\n`)).toEqual([card]);
    expect(written(`# Apuntes\n\n- ${line}\n`)).toEqual([card]);
  });

  it.each([
    ['a name of C++', 'std::vector guarda elementos'],
    ['a type of a cloud', 'AWS::EC2::Instance'],
    ['a field of Dataview', 'status:: terminado'],
    ['code', '`a::b` y nada más'],
  ])('is not read from %s', (_what, line) => {
    expect(cardsOf(`# Apuntes\n\n${line}\n`)).toEqual([]);
  });
});

describe('a card over several lines', () => {
  it.each([
    [
      'a question mark',
      '¿Qué hace un router?\n?\nEncamina paquetes.\nTrabaja en la capa 3.',
      'basic',
      '¿Qué hace un router?',
      'Encamina paquetes.\nTrabaja en la capa 3.',
    ],
    ['two question marks', 'Router\n??\nEncamina paquetes', 'reversed', '**Router**', 'Encamina paquetes'],
    [
      'a list behind it',
      '¿Qué lleva una trama?\n?\n- Cabecera\n- Datos',
      'basic',
      '¿Qué lleva una trama?',
      '- Cabecera\n- Datos',
    ],
    ['code behind it', 'Ver las rutas\n?\n```sh\nip route\n```', 'basic', '**Ver las rutas**', '```sh\nip route\n```'],
    ['Q and A', 'Q: What is NAT?\nA: It hides addresses.', 'basic', 'What is NAT?', 'It hides addresses.'],
    [
      'Q and A, bold',
      '**Q:** What is NAT?\n**A:** It hides addresses.',
      'basic',
      'What is NAT?',
      'It hides addresses.',
    ],
    ['Q and A, apart', 'Q: What is NAT?\n\nA: It hides addresses.', 'basic', 'What is NAT?', 'It hides addresses.'],
    ['P and R', 'P: ¿Qué es NAT?\nR: Oculta direcciones.', 'basic', '¿Qué es NAT?', 'Oculta direcciones.'],
    [
      'words for both',
      'Pregunta 1: ¿Qué es NAT?\nRespuesta: Oculta direcciones.',
      'basic',
      '¿Qué es NAT?',
      'Oculta direcciones.',
    ],
    ['a question and R/', '¿Qué es NAT?\nR/ Oculta direcciones.', 'basic', '¿Qué es NAT?', 'Oculta direcciones.'],
    [
      'a list as the answer',
      'P: ¿Qué capas hay?\nR:\n\n- Física\n- Enlace',
      'basic',
      '¿Qué capas hay?',
      '- Física\n- Enlace',
    ],
  ])('is read by %s', (_what, notes, kind, front, back) => {
    expect(written(`# Apuntes\n\n${notes}\n`)).toEqual([[kind, front, back]]);
  });

  it('is read inside a list, one after the other', () => {
    expect(
      asked('# Redes\n\n- Q: What is NAT?\n- A: It hides addresses.\n- Q: What is DNS?\n  - A: It maps names.\n'),
    ).toEqual(['What is NAT? → It hides addresses.', 'What is DNS? → It maps names.']);
  });
});

describe('a gap that the author made', () => {
  it('is one card for each number of Anki’s, with its hint', () => {
    const [first, second, ...more] = cardsOf(
      '# Redes\n\n{{c1::TCP}} garantiza la entrega, {{c2::UDP::sin conexión}} no, y {{c1::TCP}} ordena.\n',
    );
    expect(first).toMatchObject({
      kind: 'cloze',
      front: '**Redes**: […] garantiza la entrega, UDP no, y […] ordena.',
      back: 'TCP, TCP',
    });
    expect(second).toMatchObject({
      kind: 'cloze',
      front: '**Redes**: TCP garantiza la entrega, […] no, y TCP ordena.',
      back: 'UDP',
      hint: 'sin conexión',
    });
    expect(first).not.toHaveProperty('hint');
    expect(more).toEqual([]);
  });

  it('is one card for each highlight of Obsidian’s', () => {
    expect(asked('# Redes\n\nEl ==modelo OSI== tiene ==siete== capas.\n')).toEqual([
      '**Redes**: El […] tiene siete capas. → modelo OSI',
      '**Redes**: El modelo OSI tiene […] capas. → siete',
    ]);
    expect(skipped('# Modelo OSI\n\nEl ==modelo OSI== es de 1984.\n')).toEqual(['3 given-away']);
  });

  it.each([
    ['a whole sentence', '==El router encamina paquetes entre redes distintas.=='],
    ['code', 'En C se compara con `a == b` y se asigna con `a = b` siempre.'],
  ])('is not made of %s', (_what, line) => {
    expect(cardsOf(`# Redes\n\n${line}\n`).filter(({ kind }) => kind === 'cloze')).toEqual([]);
  });

  it('takes formulas as they are', () => {
    expect(asked('# Física\n\nLa energía es {{c1::$\\frac{m v^2}{2}$}} en reposo.\n')).toEqual([
      '**Física**: La energía es […] en reposo. → $\\frac{m v^2}{2}$',
    ]);
  });
});

describe('a choice', () => {
  const list = '- [ ] 80\n- [x] 443\n- [ ] 22\n';

  it.each([
    ['a question above', `¿Qué puerto usa HTTPS?\n\n${list}`],
    ['a heading that asks', `## ¿Qué puerto usa HTTPS?\n\n${list}`],
    ['a question in a list', `- ¿Qué puerto usa HTTPS?\n${list.replaceAll('- [', '  - [')}`],
    ['a question with another list behind', `¿Qué puerto usa HTTPS?\n\n${list}\n- fin\n`],
  ])('is made of %s', (_what, notes) => {
    expect(cardsOf(`# Redes\n\n${notes}`)).toEqual([
      expect.objectContaining({
        kind: 'choice',
        front: '¿Qué puerto usa HTTPS?',
        back: '443',
        choices: ['80', '443', '22'],
      }),
    ]);
  });

  it('may have several right answers', () => {
    const [card] = cardsOf('# Redes\n\nWhich use UDP?\n\n- [x] DNS\n- [x] DHCP\n- [ ] SSH\n');
    expect(card).toMatchObject({ kind: 'choice', back: '- DNS\n- DHCP', choices: ['DNS', 'DHCP', 'SSH'] });
  });

  it('is not made of a list of tasks', () => {
    expect(cardsOf('# Redes\n\n- [x] Leer el tema\n- [ ] Hacer los ejercicios\n')).toEqual([]);
    expect(skipped('# Redes\n\n- [x] Leer el tema\n- [ ] Hacer los ejercicios\n')).toEqual(['3 task', '4 task']);
  });
});

describe('what looks like a card and is none', () => {
  it('is a directive of MyST with its placeholders', () => {
    const notes = '# Célula\n\n:::{note}\n:class: tip\n:::\n\n:::{admonition} Objetivo\nVer {ref} y {id}.\n:::\n';
    expect(cardsOf(notes)).toEqual([]);
    expect(skipped(notes).length).toBeGreaterThan(0);
  });

  it('is passed over where the front matter has the same sign', () => {
    const { deck } = read('---\ncards-deck: Nube::Docker\n---\n\n# Docker\n\n- **Capa**: un cambio en los archivos\n');
    expect(deck?.cards.map(({ front }) => front)).toEqual(['¿Qué es **Capa**?']);
  });
});
