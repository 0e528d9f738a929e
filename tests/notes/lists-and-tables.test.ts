import { describe, expect, it } from 'vitest';
import { asked, cardsOf, doubtful, skipped } from './support.js';

describe('a list whose points say little alone', () => {
  it.each([
    [
      'a set',
      '# Docker\n\n## Ventajas\n\n- Arranque rápido\n- Poco peso\n- Mismo entorno en todas partes\n',
      '¿Cuáles son las **ventajas de Docker**? → - Arranque rápido\n- Poco peso\n- Mismo entorno en todas partes',
    ],
    [
      'a set in English',
      '# Docker\n\n## Key features\n\n- Fast start\n- Small size\n- One environment\n',
      'What are the **key features of Docker**? → - Fast start\n- Small size\n- One environment',
    ],
    [
      'a line that names it',
      '# Docker\n\nDesventajas:\n\n- Menos aislamiento\n- Más piezas\n- Curva de aprendizaje\n',
      '¿Cuáles son las **desventajas de Docker**? → - Menos aislamiento\n- Más piezas\n- Curva de aprendizaje',
    ],
    [
      'a line that opens it',
      '# Seguridad\n\nUn plan de respaldo preserva dos partes:\n\n- **Confidencialidad**: que solo lea quien puede\n- **Integridad**: que nadie cambie los datos\n',
      '**Seguridad**: un plan de respaldo preserva dos partes… ¿cuáles? (2) → - Confidencialidad\n- Integridad',
    ],
    [
      'a line that opens it, in English',
      '# Lattice\n\nThe service reduces 3 loads:\n\n- Custom controllers\n- Manual routes\n- Extra sidecars\n',
      '**Lattice**: the service reduces 3 loads… which ones? (3) → - Custom controllers\n- Manual routes\n- Extra sidecars',
    ],
    [
      'an item above it',
      '# Git\n\n- Áreas de trabajo\n  - Directorio\n  - Índice\n  - Repositorio\n',
      '¿Cuáles son las **áreas de trabajo**? → - Directorio\n- Índice\n- Repositorio',
    ],
    [
      'stages, numbered',
      '# La mitosis\n\n## Fases de la mitosis\n\n1. Profase\n2. Metafase\n3. Anafase\n4. Telofase\n',
      '¿Cuáles son las **fases de la mitosis**? → 1. Profase\n2. Metafase\n3. Anafase\n4. Telofase',
    ],
  ])('is asked as a whole: %s', (_what, notes, card) => {
    expect(asked(notes)[0]).toBe(card);
  });

  it('is doubtful where it only counts up what is said of a thing', () => {
    const notes = '# Standard\n\n- Cheap storage\n- Slow first access\n- One zone only\n';
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual([
      'list: What are the key points of **Standard**? (3) → - Cheap storage\n- Slow first access\n- One zone only',
    ]);
  });

  it.each([
    [
      'does not say of what there are several',
      '# Lattice\n\nThe service helps to reduce:\n\n- Custom controllers\n- Manual routes\n- Extra sidecars\n',
      '**Lattice**: the service helps to reduce… what? (3)',
    ],
    [
      'does not say of whom it speaks',
      '# Lattice\n\nIt helps to reduce:\n\n- Custom controllers\n- Manual routes\n- Extra sidecars\n',
      '**Lattice**: it helps to reduce… what? (3)',
    ],
    [
      'names a set in the middle of a section',
      '# Docker\n\nUn párrafo cualquiera.\n\nDesventajas:\n\n- Menos aislamiento\n- Más piezas\n- Curva de aprendizaje\n',
      '¿Cuáles son las **desventajas de Docker**?',
    ],
  ])('is doubtful where the line above it %s', (_what, notes, front) => {
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toContainEqual(expect.stringContaining(`list: ${front} → - `));
  });

  it('tells for each point that it is asked with the list', () => {
    const notes = '# Docker\n\n## Ventajas\n\n- Arranque rápido\n- Poco peso\n- Mismo entorno\n';
    expect(skipped(notes)).toEqual(['5 part-of-list', '6 part-of-list', '7 part-of-list']);
  });

  it('keeps the terms that it defines as cards of their own', () => {
    const notes = '# Redes\n\n## Tipos\n\n- **LAN**: cubre un edificio\n- **WAN**: une ciudades y países\n';
    expect(asked(notes)).toEqual([
      '¿Cuáles son los **tipos de las Redes**? → - LAN\n- WAN',
      '**Tipos de las Redes**: ¿qué es **LAN**? → Cubre un edificio',
      '**Tipos de las Redes**: ¿qué es **WAN**? → Une ciudades y países',
    ]);
  });

  const principles = [
    '- Todo organismo está formado por células.',
    '- Toda célula proviene de otra anterior.',
    '- Cada célula contiene la información hereditaria.',
  ].join('\n');

  it('takes the place of its points where they are members of a set', () => {
    const notes = `# Célula\n\n## Principios de la teoría celular\n\n${principles}\n`;
    expect(cardsOf(notes).map(({ source }) => source.line)).toEqual([3]);
  });

  it('gives way where its points are facts that stand alone', () => {
    const notes = `# Biología\n\n## Célula\n\n${principles}\n`;
    expect(cardsOf(notes).map(({ source }) => source.line)).toEqual([5, 6, 7]);
  });

  it.each([
    ['is too long', Array.from({ length: 9 }, (_, index) => `- Punto ${'x'.repeat(index + 1)}`).join('\n')],
    ['is one point', '- Poco peso'],
    ['holds links', '- [Uno](a.md)\n- [Dos](b.md)\n- Tres'],
    ['holds blanks', '- Uno\n- Dos\n- Otro: ________________'],
  ])('is not asked where it %s', (_what, items) => {
    expect(asked(`# Docker\n\n## Ventajas\n\n${items}\n`)).toEqual([]);
  });

  it('is not asked where its names come again below another line', () => {
    const side = '- EBS:\n  - un disco\n- EFS:\n  - una carpeta\n';
    expect(asked(`# Modelos de acceso\n\n${side}\n# Modelos de copia\n\n${side}`)).toEqual([]);
  });
});

describe('a heading that asks', () => {
  it.each([
    ['¿Qué es un pod?', 'Un grupo de contenedores que comparten red.', '¿Qué es un pod?'],
    ['Cómo funciona DNS', 'Un servidor pregunta a otro hasta dar con la dirección.', '¿Cómo funciona DNS?'],
    ['How does DNS work?', 'A resolver asks the root servers first.', 'How does DNS work?'],
    ['Why Lean prefers pull', 'Overproduction is the most harmful waste of all.', 'Why does Lean prefer pull?'],
  ])('"%s" is answered by what stands under it', (heading, text, front) => {
    expect(asked(`# Curso\n\n## ${heading}\n\n${text}\n`)[0]).toBe(`${front} → ${text}`);
  });

  it('is answered by the first sentences of a long text', () => {
    const long = `Un grupo de contenedores que comparten red. ${'El planificador lo pone en un nodo con sitio para él y lo vigila. '.repeat(6)}`;
    const notes = `# Curso\n\n## ¿Qué es un pod?\n\n${long}\n`;
    const [card] = asked(notes);
    expect(card).toMatch(/^¿Qué es un pod\? → Un grupo de contenedores/);
    expect(card!.split(' ').length).toBeLessThan(50);
  });

  it('is no question where English would turn its words and cannot', () => {
    const notes = '# Course\n\n## What it shows\n\nA map is a drawing of the steps and of the waiting time.\n';
    expect([...asked(notes), ...doubtful(notes)]).toEqual([
      expect.stringMatching(/what is a \*\*map\*\*\? → A map is a drawing/i),
    ]);
  });
});

describe('a table', () => {
  it.each([
    [
      'a glossary',
      '| Término | Definición |\n|-|-|\n| Capa | Un cambio en los archivos |\n| Imagen | Una plantilla inmutable |\n',
      ['¿Qué es **Capa**? → Un cambio en los archivos', '¿Qué es **Imagen**? → Una plantilla inmutable'],
    ],
    [
      'a glossary of commands',
      '| Command | Purpose |\n|-|-|\n| `git add` | add the file to the index |\n',
      ['What does the `git add` command do? → add the file to the index'],
    ],
    [
      'a grid',
      '| Planeta | Lunas | Anillos |\n|-|-|-|\n| Marte | dos | ninguno |\n',
      ['¿Cuáles son las **lunas** de **Marte**? → dos', '¿Cuáles son los **anillos** de **Marte**? → ninguno'],
    ],
    [
      'a grid whose columns are compared',
      '| Feature | VM | Container |\n|-|-|-|\n| Start | minutes | seconds |\n',
      ['**VM** — start? → minutes', '**Container** — start? → seconds'],
    ],
    [
      'two things with a part in common',
      '| Procariote | Eucariote |\n|-|-|\n| Un cromosoma | Varios cromosomas |\n| Ribosomas 70S | Ribosomas 80S |\n',
      [
        '**Procariote**: Un cromosoma. ¿Y **Eucariote**? → Varios cromosomas',
        '**Procariote**: Ribosomas 70S. ¿Y **Eucariote**? → Ribosomas 80S',
      ],
    ],
    [
      'two things under "X vs Y"',
      '## Pull vs push\n\n| Pull | Push |\n|-|-|\n| Demand starts the work | Forecasts start it |\n',
      [
        '**Push**: Forecasts start it. And **Pull**? → Demand starts the work',
        '**Pull**: Demand starts the work. And **Push**? → Forecasts start it',
      ],
    ],
    [
      'what follows from what',
      '| Síntoma | Causa |\n|-|-|\n| No hay red | El cable está suelto |\n',
      ['**Síntoma**: No hay red — ¿causa? → El cable está suelto'],
    ],
    [
      'names with what they have',
      '| Option | Use Case |\n|-|-|\n| Ingress | Public access |\n| NodePort | Direct access |\n',
      [
        'What is the **use case** of the **Ingress** option? → Public access',
        'What is the **use case** of the **NodePort** option? → Direct access',
      ],
    ],
    [
      'names with an answer to a question',
      '| User | Can log in? | Shell |\n|-|-|-|\n| root | Yes | bash |\n| daemon | No | nologin |\n',
      ['What is the **shell** of **root**? → bash', 'What is the **shell** of **daemon**? → nologin'],
    ],
  ])('is read as %s', (_what, table, cards) => {
    expect(asked(table)).toEqual(cards);
  });

  it.each([
    ['is empty', '| Patrón | Resumen |\n|-|-|\n| Cola | |\n'],
    ['has no names', '| | |\n|-|-|\n| a | b |\n'],
    ['has only marks', '| Cosa | Uno | Dos |\n|-|-|-|\n| Fila | ✓ | - |\n'],
  ])('that %s gives none, and says so', (_what, table) => {
    expect(asked(table)).toEqual([]);
    expect(skipped(table)).toEqual(['1 table']);
  });
});

describe('code with its purpose', () => {
  it.each([
    [
      'the line above',
      'Listar los pods:\n\n```bash\nkubectl get pods\n```',
      '¿Qué comando sirve para **listar los pods**? → `kubectl get pods`',
    ],
    [
      'the line above, with its reason',
      'Para borrar un pod:\n\n```sh\n$ kubectl delete pod web\n```',
      '¿Qué comando sirve para **borrar un pod**? → `kubectl delete pod web`',
    ],
    [
      'the line above, in English',
      'To list the pods:\n\n```\nkubectl get pods\n```',
      'Which command do you use to **list the pods**? → `kubectl get pods`',
    ],
    [
      'a comment',
      '```bash\n# Listar los pods\nkubectl get pods\n```',
      '¿Qué comando sirve para **listar los pods**? → `kubectl get pods`',
    ],
    [
      'a remark behind it',
      '```bash\nkubectl get pods   # list the pods\n```',
      'Which command do you use to **list the pods**? → `kubectl get pods`',
    ],
    [
      'code of a language',
      '```js\n// Imprimir el nombre\nconsole.log(name)\n```',
      '**Pods**: ¿qué código sirve para **imprimir el nombre**? → `console.log(name)`',
    ],
  ])('is asked by %s', (_what, notes, card) => {
    expect(asked(`# Pods\n\n${notes}\n`)).toEqual([card]);
  });

  it('is asked by a heading that says what to do', () => {
    expect(asked('# Docker\n\n## List the images\n\n```sh\ndocker images\n```\n')).toEqual([
      'Which command do you use to **list the images**? → `docker images`',
    ]);
  });

  it('gives each comment its own command', () => {
    const notes =
      '# Pods\n\n```bash\n# Listar los pods\nkubectl get pods\n\n# Borrar un pod\nkubectl delete pod web\n```\n';
    expect(cardsOf(notes).map(({ back, source }) => [back, source.line])).toEqual([
      ['`kubectl get pods`', 5],
      ['`kubectl delete pod web`', 8],
    ]);
  });

  it.each([
    ['a comment that only names it', '```bash\n# Pod tipo DEPLOYMENT\nkubectl get pods\n```'],
    [
      'one comment over many commands',
      '```bash\n# Listar todo\nkubectl get pods\nkubectl get nodes\nkubectl get svc\n```',
    ],
    ['a name above', '**Deployment**\n\n```bash\nkubectl get pods\n```'],
    ['a program', 'Crear la clase:\n\n```js\nclass A {\n  b() {}\n}\n```'],
  ])('is not guessed from %s', (_what, notes) => {
    expect(asked(`# PODS\n\n${notes}\n`)).toEqual([]);
  });
});
