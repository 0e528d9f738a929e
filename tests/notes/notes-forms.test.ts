import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/notes/read/stretches.js';
import { parseNotes } from '../../src/notes/read/tree.js';
import { asked, cardsOf, read, skipped } from './support.js';

describe('definition lists', () => {
  it.each([
    ['one line below the other', 'Latencia\n: Tiempo que tarda un paquete.\n'],
    ['a blank line between', 'Latencia\n\n: Tiempo que tarda un paquete.\n'],
    [
      'several, one after the other',
      'Latencia\n: Tiempo que tarda un paquete.\n\nJitter\n: Variación de la latencia.\n',
    ],
    ['a definition over two lines', 'Latencia\n: Tiempo que tarda\nun paquete.\n'],
  ])('are read with %s', (_what, notes) => {
    expect(asked(`# Redes\n\n${notes}`)[0]).toMatch(
      /^¿Qué es (?:la )?\*\*[Ll]atencia\*\*\? → Tiempo que tarda un paquete\.$/,
    );
  });

  it('may give a term several definitions', () => {
    expect(asked('# Redes\n\nLatencia\n: Tiempo que tarda un paquete.\n: Se mide en ms.\n')).toEqual([
      '¿Qué es **Latencia**? → Tiempo que tarda un paquete. Se mide en ms.',
    ]);
  });
});

describe('links, pictures and formulas', () => {
  it.each([
    ['[Wireshark](https://example.org): analizador de tráfico', '¿Qué es **Wireshark**? → Analizador de tráfico'],
    [
      '**Pod**: grupo de [[contenedor|contenedores]] con una red',
      '¿Qué es **Pod**? → Grupo de contenedores con una red',
    ],
    ['**Pod**: grupo de [contenedores][c] con una red', '¿Qué es **Pod**? → Grupo de contenedores con una red'],
    ['**Pod**: grupo de contenedores con una red #k8s #redes', '¿Qué es **Pod**? → Grupo de contenedores con una red'],
    ['**Pod**: grupo de contenedores con una red ^bloque-1', '¿Qué es **Pod**? → Grupo de contenedores con una red'],
    ['**Pod**: grupo de contenedores %%revisar%% con una red', '¿Qué es **Pod**? → Grupo de contenedores con una red'],
    [
      '**Topología**: forma de la red ![plano](red.png)',
      '¿Qué es **Topología**? → Forma de la red ![plano](<red.png>)',
    ],
    ['**Topología**: forma de la red ![[red.png|300]]', '¿Qué es **Topología**? → Forma de la red ![](<red.png>)'],
    ['**Potencia**: es $P = a_1 * b_2 * c$ por vuelta', '¿Qué es **Potencia**? → Es $P = a_1 * b_2 * c$ por vuelta'],
    ['**Cuota**: cuesta $5 al mes y $6 con copia', '¿Qué hace **Cuota**? → Cuesta $5 al mes y $6 con copia'],
    ['● **Pod**: grupo de contenedores con una red', '¿Qué es **Pod**? → Grupo de contenedores con una red'],
  ])('%s', (line, card) => {
    expect(asked(`# Kubernetes\n\n- ${line}\n`)).toEqual([card]);
  });

  it('keeps a formula set apart, and the lines after it', () => {
    const notes =
      '# Física\n\n- **Energía**: vale\n  $$\n  E = m_0 \\cdot c^2\n  $$\n- **Fuerza**: se mide en newtons\n';
    const [energy, force] = cardsOf(notes);
    expect(energy?.back).toContain('E = m_0 \\cdot c^2');
    expect(force).toMatchObject({ front: expect.stringContaining('Fuerza'), source: { line: 7 } });
  });

  it('keeps what a shell writes with dollars', () => {
    const notes =
      '# Shell\n\n- `$PATH`: lista de carpetas de programas\n- `$$`: número del proceso actual\n\n```sh\necho $HOME $$\n```\n';
    expect(asked(notes)).toEqual([
      '¿Qué es `$PATH`? → Lista de carpetas de programas',
      '¿Qué es `$$`? → Número del proceso actual',
    ]);
  });
});

describe('callouts', () => {
  it('are read, and their marks are not', () => {
    expect(asked('# Redes\n\n> [!note] Definición\n> El TTL es un límite de saltos de un paquete.\n')).toEqual([
      '**Redes**: ¿qué es el **TTL**? → El TTL es un límite de saltos de un paquete.',
    ]);
    expect(asked('# Redes\n\n> [!TIP]\n> El TTL es un límite de saltos de un paquete.\n')).toHaveLength(1);
  });
});

describe('an export of Notion', () => {
  const id = '0123456789abcdef0123456789abcdef';

  it('has its ids taken from names, titles and links', () => {
    const { deck } = read(
      `# Redes ${id}\n\nCreated: March 3, 2024 10:12 AM\nTags: redes\n\n- [Pod ${id}](Pod%20${id}.md): grupo de contenedores que comparten la red y los volúmenes\n`,
      `Curso/Redes ${id}.md`,
    );
    expect(deck).toMatchObject({ id: 'redes', name: 'Redes' });
    expect(deck?.cards.map(({ front, context }) => [front, context])).toEqual([['¿Qué es **Pod**?', ['Redes']]]);
  });

  it('keeps a checksum that is part of the matter', () => {
    expect(asked(`# Hash\n\n- **Huella vacía**: el valor ${id} en base 16\n`)[0]).toContain(id);
  });
});

describe('the language of a card', () => {
  it('is its section’s', () => {
    const notes =
      '# Curso\n\n## Redes\n\n- **DNS**: traduce los nombres de las máquinas a direcciones\n\n## Networks\n\n- **NAT**: hides the private addresses behind one public address\n';
    expect(cardsOf(notes).map(({ front }) => front)).toEqual(['¿Qué hace **DNS**?', 'What does **NAT** do?']);
  });

  it('is seen in tables as well', () => {
    expect(asked('# T\n\n| Planeta | Lunas |\n|-|-|\n| Marte | dos |\n')[0]).toMatch(/^¿|\*\*/);
  });
});

describe('a title', () => {
  it.each([
    ['Tema 3: Redes', 'Redes'],
    ['Unidad 2 - Redes', 'Redes'],
    ['Lesson 4: Networks', 'Networks'],
    ['3.2. Redes', 'Redes'],
  ])('"%s" is read without its number', (title, name) => {
    expect(read(`# ${title}\n\n- **DNS**: traduce nombres a direcciones\n`).deck?.name).toBe(name);
  });

  it('that names nothing leaves the word to the one above', () => {
    const notes = '# Docker\n\n## Conceptos clave\n\n- Permite empaquetar aplicaciones con sus dependencias.\n';
    expect(asked(notes)[0]).toMatch(/^¿Qué permite \*\*Docker\*\*\?/);
  });
});

describe('what goes on without end', () => {
  it('is cut where no block is cut in two', () => {
    const block = `Una línea cualquiera del texto.\n`.repeat(20_000);
    const { list, unread } = stretchesOf(block);
    expect(list.map(({ text }) => text).join('')).toBe(block);
    expect(list.every(({ text }) => text.length < 60_000)).toBe(true);
    expect(unread).toEqual([]);
  });

  it('keeps its places where a line is left out', () => {
    const text = `${'a '.repeat(30_000)}\n\n# Título\n\n${'  '.repeat(80)}- hondo\n\nfin\n`;
    const { root, unread } = parseNotes(text);
    expect(unread).toEqual([
      { line: 1, why: 'long-prose' },
      { line: 5, why: 'too-deep' },
    ]);
    const [heading] = root.children.filter(({ type }) => type === 'heading');
    expect(text.slice(heading!.position!.start.offset, heading!.position!.end.offset)).toBe('# Título');
    expect(skipped(text).slice(0, 2)).toEqual(['1 long-prose', '5 too-deep']);
  });

  it('reads deep code as it is', () => {
    const code = `\`\`\`\n${' '.repeat(200)}x = 1\n\`\`\`\n`;
    expect(parseNotes(code).unread).toEqual([]);
  });
});
