import { describe, expect, it } from 'vitest';
import { asked, doubtful, skipped } from './support.js';

/** Notes with the sure cards that they give, and all the doubtful ones. */
type Kind = readonly [what: string, notes: string, sure: readonly string[], waiting?: readonly string[]];

const LABELS: readonly Kind[] = [
  [
    'a label that says what is done is no name',
    '# El faro\n\n**Cuida la lente:** limpia el cristal y engrasa el motor.\n',
    [],
    ['label: ¿Qué hace **Cuida la lente**? → Limpia el cristal y engrasa el motor.'],
  ],
  [
    'the same in English, and its text speaks of somebody else',
    '# The usher\n\n**Greets the guests:** the usher stands at the door and shows the seats.\n',
    [],
    ['label: **The usher**: **Greets the guests** → The usher stands at the door and shows the seats.'],
  ],
  [
    'the parts of each of several things are asked of the thing',
    '# Nudos\n\n- **Ballestrinque**\n\t- Def: nudo que sujeta un cabo a un palo.\n\t- Ventajas: se hace con una sola mano.\n- **As de guía**\n\t- Def: nudo que forma un lazo que no corre.\n\t- Ventajas: se deshace sin esfuerzo.\n',
    [
      '¿Qué es **Ballestrinque**? → Nudo que sujeta un cabo a un palo.',
      '**Ballestrinque**: ¿cuáles son las **ventajas**? → Se hace con una sola mano.',
      '¿Qué es **As de guía**? → Nudo que forma un lazo que no corre.',
      '**As de guía**: ¿cuáles son las **ventajas**? → Se deshace sin esfuerzo.',
    ],
  ],
  [
    'the same in English',
    '# Trees\n\n- **Oak**\n  - Definition: a tree with lobed leaves that bears acorns.\n  - Uses: barrels and ships.\n- **Yew**\n  - Definition: an evergreen tree with red berries.\n  - Uses: bows and hedges.\n',
    [
      'What is **Oak**? → A tree with lobed leaves that bears acorns.',
      '**Oak**: what are the **uses**? → Barrels and ships.',
      'What is **Yew**? → An evergreen tree with red berries.',
      '**Yew**: what are the **uses**? → Bows and hedges.',
    ],
  ],
  [
    'a part by its number is no name',
    '# Atlas\n\n**Figura 3**: mapa de los vientos del sur.\n',
    [],
    ['label: ¿Qué es **Figura 3**? → Mapa de los vientos del sur.'],
  ],
];

const ARTICLES: readonly Kind[] = [
  [
    'the article that its ending asks for, for one',
    '# Barcos\n\n## Objetivo\n\n- Cruzar el mar\n- Llevar carga\n- Volver pronto\n',
    ['¿Cuál es el **objetivo de los Barcos**? → - Cruzar el mar\n- Llevar carga\n- Volver pronto'],
  ],
  [
    'and for several',
    '# Barcos\n\n## Funciones\n\n- Cruzar el mar\n- Llevar carga\n- Volver pronto\n',
    ['¿Cuáles son las **funciones de los Barcos**? → - Cruzar el mar\n- Llevar carga\n- Volver pronto'],
  ],
];

const LEADS: readonly Kind[] = [
  [
    'the line above values says what they are',
    '# Quesos\n\nCada queso tiene su leche:\n\n* Manchego → oveja\n* Cabrales → vaca\n* Majorero → cabra\n',
    [
      '**Cada queso tiene su leche**: **Manchego** → Oveja',
      '**Cada queso tiene su leche**: **Cabrales** → Vaca',
      '**Cada queso tiene su leche**: **Majorero** → Cabra',
    ],
  ],
  [
    'the same in English',
    '# Parking\n\nLongest stay by street:\n\n- Mill Lane - `2 h`\n- High Street - `30 min`\n- Castle Road - `4 h`\n',
    [
      '**Longest stay by street**: **Mill Lane** → `2 h`',
      '**Longest stay by street**: **High Street** → `30 min`',
      '**Longest stay by street**: **Castle Road** → `4 h`',
    ],
  ],
  [
    'a condition keeps whom it befalls',
    '# Ice\n\n- If it is thin, lake ice breaks under a child\n- If the load doubles, a long plank breaks\n',
    [
      'What happens to lake ice if it is thin? → If it is thin, lake ice breaks under a child',
      '**Ice**: what happens to a long plank if the load doubles? → If the load doubles, a long plank breaks',
    ],
  ],
  [
    'an amount whose sentence is only half there waits',
    '# Biblioteca\n\nPara socios nuevos:\n- 15 días para devolver el libro y\n- 2 meses para pedir otro carné\n',
    [],
    [
      'gap: **Biblioteca**: […] para devolver el libro y → 15 días',
      'gap: **Biblioteca**: […] para pedir otro carné → 2 meses',
    ],
  ],
];

const BELOW: readonly Kind[] = [
  [
    'a bullet that asks is answered by what is below it',
    '# Clocks\n\n- Why does a pendulum keep time?\n  - Its swing takes as long whether it is wide or narrow.\n- What is an escapement?\n  - The part that lets the wheels go on tooth by tooth.\n',
    [
      'Why does a pendulum keep time? → Its swing takes as long whether it is wide or narrow.',
      'What is an escapement? → The part that lets the wheels go on tooth by tooth.',
    ],
  ],
  [
    'by the whole list there',
    '# Huerto\n\n- ¿Qué se siembra en otoño?\n\t- Habas\n\t- Ajos\n\t- Guisantes\n',
    ['¿Qué se siembra en otoño? → - Habas\n- Ajos\n- Guisantes'],
  ],
  [
    'a numbered line as well',
    '# Panadería\n\n1. ¿Por qué leva la masa?\n\n   La levadura suelta gas y la masa lo retiene.\n',
    ['¿Por qué leva la masa? → La levadura suelta gas y la masa lo retiene.'],
  ],
  [
    'a term on its line is defined by what is below it',
    '# Sewing\n\n- Dart\n  - a fold that is sewn into cloth so that it fits the body.\n- Placket\n  - an opening in a garment that makes it easy to put on.\n',
    [
      'What is **Dart**? → A fold that is sewn into cloth so that it fits the body.',
      'What is **Placket**? → An opening in a garment that makes it easy to put on.',
    ],
  ],
  [
    'a term on its heading too',
    '# Música\n\n## Anacrusa\n\nUna nota o grupo de notas que suena antes del primer tiempo fuerte.\n\n## Síncopa\n\nUna nota que empieza en parte débil y se alarga hasta la fuerte.\n',
    [
      '¿Qué es **Anacrusa**? → Una nota o grupo de notas que suena antes del primer tiempo fuerte.',
      '¿Qué es **Síncopa**? → Una nota que empieza en parte débil y se alarga hasta la fuerte.',
    ],
  ],
  [
    'rather than by a gap on a number in it',
    '# Crafts\n\n- Coopers\n  - a trade of makers of barrels that was free of tax since the 16th century in most ports.\n',
    ['What are **Coopers**? → A trade of makers of barrels that was free of tax since the 16th century in most ports.'],
  ],
];

const SENTENCES: readonly Kind[] = [
  [
    'what it is called is asked for, whichever way round it is said',
    '# Navegación\n\nSe conoce como barlovento al lado de donde viene el viento que mueve la nave.\n\nLínea de flotación (LF) es la línea hasta donde el agua cubre el casco.\n',
    [
      '¿Qué es **barlovento**? → El lado de donde viene el viento que mueve la nave',
      '**Navegación**: ¿qué es **Línea de flotación (LF)**? → Línea de flotación (LF) es la línea hasta donde el agua cubre el casco.',
    ],
  ],
  [
    'the same in English, and never the heading',
    '# Navigation\n\nThe side of a ship from which the wind blows is called windward.\n\nThe drawing of lines of equal depth is known as contouring.\n',
    [
      'What is **windward**? → The side of a ship from which the wind blows',
      'What is **contouring**? → The drawing of lines of equal depth',
    ],
    [],
  ],
  [
    'a noun that looks like a verb before "that" is none',
    '# Rules of the pool\n\n## Late shows\n\nParks that close after nine must light every gate.\n',
    [],
    [],
  ],
  [
    'a manner is asked with its verb whole, and waits where the heading speaks of more',
    '# Cocina\n\nEl secado de las setas se puede hacer mediante aire y calor.\n',
    [],
    [
      'open: **Cocina**: ¿cómo se puede hacer el **secado de las setas**? → El secado de las setas se puede hacer mediante aire y calor.',
    ],
  ],
  [
    'what "these" are is not asked of the heading, nor counted among its kinds',
    '# Tipos de mesas\n\nMesas de noche\n\n- Estas mesas también se conocen como mesillas.\n- Estas mesas tienen un cajón.\n',
    [],
  ],
  [
    'what "también" goes on about is not surely the heading',
    '# Estación\n\n## Horario de trenes\n\nEl jefe de estación es la persona que da la salida a cada tren de la mañana.\nTambién es el enlace entre el maquinista y la central que manda en la línea.\n',
    [
      '**Horario de trenes**: ¿qué es el **jefe de estación**? → El jefe de estación es la persona que da la salida a cada tren de la mañana.',
    ],
    ['subject: ¿Qué es **Horario de trenes**? → Es el enlace entre el maquinista y la central que manda en la línea.'],
  ],
  [
    'no word of a bracket is hidden',
    '# Pan\n\nLa masa se puede hacer con varias harinas: trigo (Candeal, fuerza), centeno o maíz (PAN, gofio,...).\n',
    [],
    [
      'gap: **Pan**: la masa se puede […]. → hacer con varias harinas: trigo (Candeal, fuerza), centeno o maíz (PAN, gofio,...)',
    ],
  ],
];

const MARKS: readonly Kind[] = [
  [
    'each has its own sentence, however long the paragraph is',
    '# Salt\n\nSalt that is boiled from sea water keeps some ==magnesium==, which draws water from the air on a wet day and makes it clump in the jar. Rock salt is dug from beds that dried up in the ==Permian== age, long before people were there to want it.\n',
    [
      'Salt that is boiled from sea water keeps some […], which draws water from the air on a wet day and makes it clump in the jar. → magnesium',
      'Rock salt is dug from beds that dried up in the […] age, long before people were there to want it. → Permian',
    ],
  ],
  [
    'in Spanish too',
    '# Papel\n\nLa pasta que se bate mucho tiempo da un papel ==translúcido==, porque las fibras se abren y dejan pasar la luz aunque la hoja sea gruesa y pese lo suyo. La cola se añade para que la tinta no se ==corra== al secarse.\n',
    [
      'La pasta que se bate mucho tiempo da un papel […], porque las fibras se abren y dejan pasar la luz aunque la hoja sea gruesa y pese lo suyo. → translúcido',
      '**Papel**: La cola se añade para que la tinta no se […] al secarse. → corra',
    ],
  ],
];

const TABLES: readonly Kind[] = [
  [
    'a column says of what its cells are',
    '# Envíos\n\n| Campo del albarán | Descripción |\n| --- | --- |\n| Bultos | Número de cajas que viajan juntas. |\n| Portes | Precio que paga quien recibe el paquete. |\n',
    [
      '**Albarán**: ¿qué es el campo **Bultos**? → Número de cajas que viajan juntas.',
      '**Albarán**: ¿qué es el campo **Portes**? → Precio que paga quien recibe el paquete.',
    ],
  ],
  [
    'a column of remarks is not asked for',
    '# Verbs\n\nSome verbs change:\n\nPresent|Past|Comment\n---|---|---\nsing|sang|vowel change\nring|rang|same\nbring|brought|old form\n',
    [
      'What is the **past** of **sing**? → sang',
      'What is the **past** of **ring**? → rang',
      'What is the **past** of **bring**? → brought',
    ],
    [],
  ],
  [
    'a link with another name is read by that',
    '# Orders\n\n| Term | Meaning |\n|-|-|\n| [[Francis|Franciscans]] | friars who own nothing, not even together |\n',
    ['What are **Franciscans**? → friars who own nothing, not even together'],
    [],
  ],
];

describe.each([
  { kind: 'a label', kinds: LABELS },
  { kind: 'a property has', kinds: ARTICLES },
  { kind: 'what a line leads to', kinds: LEADS },
  { kind: 'what stands below', kinds: BELOW },
  { kind: 'a sentence', kinds: SENTENCES },
  { kind: 'a mark', kinds: MARKS },
  { kind: 'a table', kinds: TABLES },
])('$kind', ({ kinds }) => {
  it.each(kinds.map(([what, notes, sure, waiting]) => ({ what, notes, sure, waiting })))('$what', ({
    notes,
    sure,
    waiting,
  }) => {
    expect(asked(notes)).toEqual(sure);
    if (waiting) expect(doubtful(notes)).toEqual(waiting);
  });
});

describe('what is not worth learning', () => {
  it('is the page itself: its class, its day, how long it took, its aims', () => {
    const notes =
      '# Acta de la reunión 7: El pozo\n\n**Asignatura:** Historia\n**Fecha:** 3 de mayo de 2023\n**Duración:** 40 min\n\n---\n\n# 1. Objetivos de la sesión\n\n1. Entender cómo se excava un pozo.\n2. Explicar de dónde viene el agua.\n';
    expect([...asked(notes), ...doubtful(notes)]).toEqual([]);
    expect(skipped(notes)).toEqual(['3 metadata', '4 metadata', '5 metadata', '11 no-facts-here', '12 no-facts-here']);
  });

  it('but a line of the same form is a fact where no page describes itself', () => {
    const notes = '# Guerra de los Bóeres\n\n**Causas:** oro y diamantes\n**Duración:** dos años y medio\n';
    expect(asked(notes)).toContain('**Guerra de los Bóeres**: ¿cuál es la **duración**? → Dos años y medio');
  });

  it.each([
    ['a caption', '![Fern Notes 3, 41, May 2, 2019](img/fern.png)'],
    ['a citation', 'Fern Notes 3, 41, May 2, 2019'],
    ['advice', 'Checking the light first can help you choose a window.'],
    ['talk about the course', 'Este es uno de los temas clave del curso.'],
  ])('is %s: no sure card', (_what, line) => {
    expect(asked(`# Ferns\n\n${line}\n`)).toEqual([]);
  });
});

describe('what is worth it', () => {
  it.each([
    ['Source-book', 'a collection of old texts for students.'],
    ['License plate', 'a sign with the number of a car.'],
    ['Credit union', 'a bank that belongs to its savers.'],
    ['Contents insurance', 'a policy that pays for stolen furniture.'],
    ['Class action', 'a lawsuit by many people at once.'],
  ])('is not refused for a word by which pages describe themselves: %s', (term, definition) => {
    expect(asked(`# Words\n\n${term}: ${definition}\n`)).toEqual([`What is **${term}**? → A${definition.slice(1)}`]);
  });

  it('is asked without the marks around it', () => {
    const notes = '# Correo\n\n[3] **MARCHAMO:** marca que prueba que se pagó en la aduana.\n';
    expect(asked(notes)).toEqual(['¿Qué es **MARCHAMO**? → Marca que prueba que se pagó en la aduana.']);
  });
});
