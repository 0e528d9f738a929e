import { describe, expect, it } from 'vitest';
import { asked, doubtful } from './support.js';

describe('a heading that says which part of the notes it is', () => {
  it.each([
    ['BOT 210A - Week 4 Notes'],
    ['Lecture 7'],
    ['Reading: chapter 3'],
    ['Apuntes rápidos del examen'],
    ['Definitions for the midterm'],
  ])('is no topic: %s', (title) => {
    const notes = `# ${title}\n\n- **Stolon**: a stem that creeps along the ground\n- **Tuber**: a swollen stem under the ground\n`;
    expect(asked(notes).every((card) => !card.includes(title))).toBe(true);
  });

  it('is one where it names a thing as well', () => {
    expect(asked('# Week 3: Ferns\n\nFerns are plants that have no seeds.\n')).toEqual([
      'What are **Ferns**? → Ferns are plants that have no seeds.',
    ]);
  });
});

describe('a name of several small words', () => {
  it('is asked for its meaning in English, which needs no article', () => {
    expect(asked('# Sails\n\n- **running rigging**: ropes that move the sails of a ship\n')).toEqual([
      'What does **running rigging** mean? → Ropes that move the sails of a ship',
    ]);
  });

  it.each([
    [
      'the definition is an amount',
      '- **nautical mile**: 1,852 metres of the way over water',
      'What is **nautical mile**?',
    ],
    ['it does something', '- **bilge pump**: removes the water from the hold', 'What does **bilge pump** do?'],
    ['it is a name', '- **Plimsoll Line**: a mark on the side of a ship', 'What is **Plimsoll Line**?'],
  ])('not where %s', (_what, line, question) => {
    expect(asked(`# Sails\n\n${line}\n`)[0]).toContain(question);
  });
});

it('what cannot be counted has no article, though its definition has one', () => {
  expect(asked('# Art\n\n**cubism**: a style that shows a thing from several sides. Some like cubism.\n')[0]).toContain(
    'What is **cubism**?',
  );
});

describe('a table', () => {
  it('of words in two languages asks how to say them', () => {
    expect(
      asked(
        '# Words\n\nLearn them with the pictures and say them out loud.\n\n|English|Spanish|\n|-|-|\n|Stove|Estufa|\n|Attic|Ático|\n',
      ),
    ).toEqual(['How do you say **Stove** in Spanish? → Estufa', 'How do you say **Attic** in Spanish? → Ático']);
    expect(asked('# Palabras\n\n|Francés|Español|\n|-|-|\n|Poêle|Estufa|\n|Grenier|Ático de la casa|\n')).toEqual([
      '¿Cómo se dice **Poêle** en español? → Estufa',
      '¿Cómo se dice **Grenier** en español? → Ático de la casa',
    ]);
  });

  it('whose rows are named by letters says what they are', () => {
    expect(asked('# Lenses\n\n|Mount type|Maker|\n|-|-|\n|FE|Nikon|\n|EF|Canon|\n')).toEqual([
      '**Lenses**: what is the **maker** of the **FE** mount type? → Nikon',
      '**Lenses**: what is the **maker** of the **EF** mount type? → Canon',
    ]);
  });
});

describe('labels of notes in which most define nothing', () => {
  const LOOSE =
    '- **June 3**: they left the harbour at night\n- **Weather**: rainy and dark\n- **Quarrel**: because of the map\n- **Landing**: they rowed all night\n- **Morning**: he threw the map away\n';
  it('wait', () => {
    expect(asked(`# The voyage\n\n${LOOSE}- **Fever**: how a body fights what it has caught\n`)).toEqual([]);
    expect(asked('# The voyage\n\n- **Fever**: how a body fights what it has caught\n')).toHaveLength(1);
  });

  it('but for those whose text opens as a definition', () => {
    const card = 'What is a **sextant**? → A tool that measures the height of the sun';
    const notes = `# The voyage\n\n${LOOSE}- **Sextant**: a tool that measures the height of the sun\n\nHe took a sextant.\n`;
    expect(asked(notes)).toContain(card);
  });
});

it.each([
  ['Si el motor está frío, la culpa es del termostato'],
  ['When you look at a lamp, the rays are waves of light'],
])('what is so is no event: %s', (line) => {
  expect(asked(`# Motor\n\n- ${line}\n`)).toEqual([]);
  expect(doubtful(`# Motor\n\n- ${line}\n`)).toHaveLength(1);
});

it('a sentence without a subject below two things speaks of neither for sure', () => {
  const notes = '# Historia\n\n## Molinos y batanes\n\n- Utilizan la fuerza del agua\n';
  expect(asked(notes)).toEqual([]);
  expect(doubtful(notes)[0]).toContain('**Molinos y batanes**');
});

describe('questions by letters, as a text editor indents them', () => {
  const TABBED =
    '# Colmenas\n\n## Ejercicio 4\nAbejas\n\ta. ¿Qué come la larva de una reina?\n\t\tSolo jalea real, que hacen las obreras.\n\tb. ¿Cómo avisa una abeja de dónde\n\thay flores?\n\t\tCon un baile en forma de ocho.\n\tc. ¿Qué hacen las obreras en verano?\n\t- Buscan néctar\n\t- Ventilan la colmena\n## Ejercicio 5\na. ¿De qué es el panal?\n\tDe cera.\n';

  it('have what stands below them as their answers, whatever the heading', () => {
    expect(asked(TABBED)).toEqual([
      '¿Qué come la larva de una reina? → Solo jalea real, que hacen las obreras.',
      '¿Cómo avisa una abeja de dónde hay flores? → Con un baile en forma de ocho.',
      '¿Qué hacen las obreras en verano? → - Buscan néctar\n- Ventilan la colmena',
      '**Colmenas**: ¿De qué es el panal? → De cera.',
    ]);
  });

  it('are left as they are in the points of a list', () => {
    expect(asked('# Hives\n\n- a. What is comb made of?\n  - Of wax.\n')).toEqual(['What is comb made of? → Of wax.']);
  });
});

describe('a quiz', () => {
  it.each([
    ['Which of these builds the comb?', 'The correct answer is: the worker'],
    ['¿Cuál de las siguientes hace el panal?', 'La respuesta correcta es: la obrera'],
  ])('whose question needs its options waits: %s', (question, answer) => {
    expect(asked(`# Bees\n\n**${question}**\n\n${answer}\n`)).toEqual([]);
    expect(doubtful(`# Bees\n\n**${question}**\n\n${answer}\n`)[0]).toContain(question);
  });

  it('is answered without why the answer is right', () => {
    const notes =
      '# Bees\n\n**Who builds the comb?**\n\n- **Correct Answer:** The worker\n  **Explanation:** It has glands for wax.\n';
    expect(asked(notes)).toEqual(['Who builds the comb? → The worker']);
  });
});

it.each([
  ['an example of a formula', '- Union, e.g. $\\{1,2\\} \\cup \\{3\\} = \\{1,2,3\\}$'],
  ['how much a thing matters', 'Pollen is an important factor for the hive.'],
  ['lo mucho que importa', 'El polen es un factor clave de la colmena.'],
])('%s is no sure card', (_what, line) => {
  expect(asked(`# Hive\n\n${line}\n`)).toEqual([]);
});

it('what a line of code sets in an example need not be known', () => {
  const block = (code: string) => `# Java\n\n\`\`\`java\n${code}\n\`\`\`\n`;
  expect(asked(block('int b = 7 + 5; // sets the variable b to 12'))).toEqual([]);
  expect(asked(block('list.sort(null); // sorts the list in place'))).toHaveLength(1);
});

it('a heading has no pictures in a question', () => {
  expect(asked('# Redes ✅\n\n- **Tipos**\n\t- **Troncal**: red que une a las demás redes\n').join()).not.toContain(
    '✅',
  );
});

it('an adjective is asked for its meaning', () => {
  expect(asked('# Words\n\n- **Apian**: relating to bees and their hives\n- **Ovine**: relating to sheep\n')[0]).toBe(
    'What does **Apian** mean? → Relating to bees and their hives',
  );
});

it('a definition may open a section that goes on', () => {
  const notes =
    '# Bees\n\n## Swarm\n\nA group of bees that leaves its hive with a queen.\n\nIt flies far.\n\nIt rests in trees.\n';
  expect(asked(notes)).toContain('What is **Swarm**? → A group of bees that leaves its hive with a queen.');
});
