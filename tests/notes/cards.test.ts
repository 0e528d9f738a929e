import { describe, expect, it } from 'vitest';
import { asked, cardsOf, doubtful, read, skipped } from './support.js';

const bullets = (heading: string, ...lines: readonly string[]) =>
  `# ${heading}\n\n${lines.map((line) => `* ${line}`).join('\n')}\n`;

describe('a defined term', () => {
  it.each([
    ['**Rancher** => Orquestador de clusters.', '¿Qué es **Rancher**?', 'Orquestador de clusters.'],
    ['**Vault**: guarda los secretos del equipo.', '¿Qué hace **Vault**?', 'Guarda los secretos del equipo.'],
    ['**Vault** - es un almacén de secretos.', '¿Qué es **Vault**?', 'Es un almacén de secretos.'],
    ['**Vault:** es un almacén de secretos.', '¿Qué es **Vault**?', 'Es un almacén de secretos.'],
    ['Vault — es un almacén de secretos.', '¿Qué es **Vault**?', 'Es un almacén de secretos.'],
    [
      '**LXC (Linux container)** : Es exclusivo para Linux.',
      '¿Qué es **LXC (Linux container)**?',
      'Es exclusivo para Linux.',
    ],
    [
      '**Ansible** => Automatizar las tareas de los servidores.',
      '¿Para qué sirve **Ansible**?',
      'Automatizar las tareas de los servidores.',
    ],
    [
      '**Riñón**: se encarga de filtrar la sangre.',
      '¿De qué se encarga **Riñón**?',
      'Se encarga de filtrar la sangre.',
    ],
    ['**Volcanes**: son aberturas de la corteza.', '¿Qué son **Volcanes**?', 'Son aberturas de la corteza.'],
    ['`ls -a`: mostrar los archivos ocultos', '¿Para qué sirve `ls -a`?', 'Mostrar los archivos ocultos'],
  ])('is asked for in Spanish: %s', (line, front, back) => {
    expect(asked(bullets('Apuntes de la clase', line))).toEqual([`${front} → ${back}`]);
  });

  it.each([
    ['**Branch** - A branch is a line of development.', 'What is a **branch**?', 'A branch is a line of development.'],
    ['**Fetch**: Downloads the new objects.', 'What does **Fetch** do?', 'Downloads the new objects.'],
    [
      '**Router**: Responsible for the routing of packets.',
      'What is **Router** responsible for?',
      'Responsible for the routing of packets.',
    ],
    ['`git add` - add the file to the index', 'What does `git add` do?', 'Add the file to the index'],
  ])('is asked for in English: %s', (line, front, back) => {
    expect(asked(bullets('Notes on the course', line))).toEqual([`${front} → ${back}`]);
  });

  it('is found in a definition list', () => {
    expect(asked('# Célula\n\nRibosomas\n: Son los que generan las proteínas.\n')).toEqual([
      '¿Qué son **Ribosomas**? → Son los que generan las proteínas.',
    ]);
  });

  it('is told apart by its heading where two headings define it differently', () => {
    const notes = '# Biología\n\n* **Núcleo** => Guarda el ADN.\n\n# Física\n\n* **Núcleo** => Guarda los protones.\n';
    expect(asked(notes)).toEqual([
      '¿Qué hace **Núcleo**? → Guarda el ADN.',
      '**Física**: ¿qué hace **Núcleo**? → Guarda los protones.',
    ]);
  });

  it('names the command that an option belongs to', () => {
    const notes =
      '# Comandos\n\n- `docker container`: mostrar los comandos\n  - stop {id}: detener el contenedor\n    - -f: forzar la parada del contenedor\n';
    expect(asked(notes).slice(1)).toEqual([
      '¿Para qué sirve `docker container stop {id}`? → Detener el contenedor\n- `-f`: forzar la parada del contenedor',
    ]);
  });

  it('asks for each option where there are many', () => {
    const notes =
      '# Comandos\n\n- `docker build`: construir la imagen\n  - -t: darle un nombre a la imagen\n  - --no-cache: construir sin usar la caché\n  - --push: subir la imagen al registro\n';
    expect(asked(notes).slice(1)).toEqual([
      '¿Para qué sirve `docker build -t`? → Darle un nombre a la imagen',
      '¿Para qué sirve `docker build --no-cache`? → Construir sin usar la caché',
      '¿Para qué sirve `docker build --push`? → Subir la imagen al registro',
    ]);
  });

  it('takes arguments below a command for another way to call it', () => {
    const notes =
      '# Comandos\n\n- `docker cp {archivo} {contenedor}:{ruta}`: copiar un archivo del equipo dentro de un contenedor que está en marcha\n  - {contenedor}:{ruta} {archivo}: copiar un archivo del contenedor a una ruta del equipo propio, por ejemplo una copia de seguridad\n';
    expect(asked(notes)[1]).toMatch(/^¿Para qué sirve `docker cp \{contenedor\}:\{ruta\} \{archivo\}`\? → /);
  });

  it('is answered with its list where the definition opens one', () => {
    const notes = '# Git\n\n**Commit object** - Text file which stores:\n\n* The user.\n* The message.\n';
    expect(asked(notes)).toEqual(['What is **Commit object**? → Text file which stores:\n- The user.\n- The message.']);
    expect(skipped(notes)).toEqual(['5 part-of-list', '6 part-of-list']);
  });

  it('leaves to be looked at what a long definition goes on to say', () => {
    const notes = bullets(
      'Redes',
      '**Istio** => Es un agente que intercepta el tráfico de la red y agrega autenticación a los servicios de una ' +
        'aplicación sin tener que desarrollar nada nuevo. Nació en 2017 de la mano de Google y Lyft.',
    );
    expect(asked(notes)).toEqual([expect.stringMatching(/^¿Qué es \*\*Istio\*\*\? → Es un agente .* nuevo\.$/)]);
    expect(doubtful(notes)).toEqual(['subject: ¿Cuándo nació **Istio**? → Nació en 2017 de la mano de Google y Lyft.']);
  });
});

describe('a fact without a subject', () => {
  it.each([
    ['Soporta variables y parámetros.', '¿Qué soporta **Dockerfile**?'],
    ['Es la receta de una imagen.', '¿Qué es **Dockerfile**?'],
    ['Depende de la versión instalada.', '¿De qué depende **Dockerfile**?'],
    ['Se guarda en el repositorio.', '¿Dónde se guarda **Dockerfile**?'],
    ['Se usa para crear imágenes.', '¿Para qué se usa **Dockerfile**?'],
    ['Siempre debe tener un origen.', '¿Qué debe tener siempre **Dockerfile**?'],
    ['Está compuesto por instrucciones.', '¿De qué está compuesto **Dockerfile**?'],
    ['Existe desde 2013.', '¿Desde cuándo existe **Dockerfile**?'],
    ['No virtualiza hardware, virtualiza procesos.', '¿Qué virtualiza **Dockerfile**?'],
  ])('is asked for under its heading: %s', (line, front) => {
    expect(asked(bullets('Dockerfile', line))).toEqual([`${front} → ${line}`]);
  });

  it.each([
    ['Manages the sessions of users.', 'What does **Keycloak** manage?'],
    ['It consists of realms and clients.', 'What does **Keycloak** consist of?'],
    ['Is an identity provider.', null],
    ['It is an identity provider.', 'What is **Keycloak**?'],
  ])('is asked for in English: %s', (line, front) => {
    if (front) expect(asked(bullets('Keycloak', line))).toEqual([`${front} → ${line}`]);
    else expect(asked(bullets('Keycloak', line))[0]).toContain('Keycloak');
  });

  it('takes the number of its heading', () => {
    const notes = bullets('Los layers', 'Los layers se guardan una vez.', 'Permite reutilizar el trabajo.');
    expect(asked(notes)).toContain('¿Qué permiten los **layers**? → Permite reutilizar el trabajo.');
  });

  it.each([
    ['Dockerfile', 'Se puede versionar.', '¿Qué se puede hacer con **Dockerfile**?'],
    ['Keycloak', 'It can federate other directories.', 'What can **Keycloak** do?'],
  ])('has too many answers where it asks what %s can do', (heading, line, front) => {
    expect(asked(bullets(heading, line))).toEqual([]);
    expect(doubtful(bullets(heading, line))).toEqual([`open: ${front} → ${line}`]);
  });
});

describe('a fact with its own subject', () => {
  it.each([
    ['Cada layer representa un comando del Dockerfile.', '¿Qué representa cada **layer**?'],
    ['Los layers son capas de solo lectura.', '¿Qué son los **layers**?'],
    ['El hash de un layer depende de los archivos.', '¿De qué depende el **hash de un layer**?'],
  ])('is asked for: %s', (line, front) => {
    expect(asked(bullets('Layers', line))).toEqual([`${front} → ${line}`]);
  });

  it.each([
    ['worth', 'Los layers son inmutables.', '¿Cómo son los **layers**?'],
    ['open', 'Los layers son inmutables por dentro y por fuera.', '¿Cómo son los **layers**?'],
    ['subject', 'La idea de los layers es que nada se repita.', '¿Cuál es la **idea de los layers**?'],
  ])('is left to be looked at (%s): %s', (reason, line, front) => {
    expect(asked(bullets('Layers', line))).toEqual([]);
    expect(doubtful(bullets('Layers', line))).toEqual([`${reason}: ${front} → ${line}`]);
  });

  it('asks how many where the notes say how many', () => {
    expect(asked(bullets('Layers', 'Cada imagen tiene uno o más layers.'))).toEqual([
      '¿Cuántos **layers** tiene cada **imagen**? → Cada imagen tiene uno o más layers.',
    ]);
  });

  it('is put under its heading where it does not name what it is about', () => {
    expect(asked(bullets('Registros', 'DockerHub es un almacén público de imágenes.'))).toEqual([
      '**Registros**: ¿qué es **DockerHub**? → DockerHub es un almacén público de imágenes.',
    ]);
  });

  it('is a condition: what happens then?', () => {
    expect(asked(bullets('Layers', 'Si dos layers tienen el mismo hash, solo se almacena uno de ambos.'))).toEqual([
      '¿Qué pasa si dos layers tienen el mismo hash? → Si dos layers tienen el mismo hash, solo se almacena uno de ambos.',
    ]);
    expect(asked(bullets('Git', 'When you checkout a commit, the working tree is updated.'))).toEqual([
      '**Git**: what happens to the working tree when you checkout a commit? → When you checkout a commit, the working tree is updated.',
    ]);
  });

  it('may mean the heading by "this layer", and asks nothing where "this" is unclear', () => {
    const notes = '# Network Layer\n\n- This layer contains the routers of the provider.\n';
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual([
      'subject: What does the **Network Layer** contain? → This layer contains the routers of the provider.',
    ]);
    expect(skipped(bullets('Redes', 'Por eso esto no sirve para las aulas.'))).toEqual(['3 no-fact']);
  });
});

describe('a gap', () => {
  it.each([
    ['Cada nodo aguanta hasta 110 pods a la vez.', '110'],
    ['El arranque tarda 30 segundos en una nube.', '30 segundos'],
    ['La batería pierde el 20 % cada invierno.', '20 %'],
    ['El billete sencillo cuesta $3 en la taquilla.', '$3'],
    ['El billete sencillo cuesta 3 € en la taquilla.', '3 €'],
  ])('hides an amount: %s', (line, hidden) => {
    const [card] = cardsOf(bullets('Docker', line));
    expect(card).toMatchObject({ kind: 'cloze', back: hidden });
    expect(card?.front).toContain('[…]');
    expect(card?.front).toContain('**Docker**: ');
  });

  it.each([
    ['a year alone', 'Llegó al mercado en 2008 con mucho ruido.', '2008'],
    ['what is bold', 'Lo normal hoy es la **replicación asíncrona** entre sedes.', 'replicación asíncrona'],
    ['code in a sentence', 'Lo normal hoy es copiar con `rsync` entre sedes.', '`rsync`'],
    ['an amount of nobody', 'Sin ayuda tarda 30 segundos en una nube.', '30 segundos'],
  ])('is doubtful over %s', (_what, line, hidden) => {
    const notes = bullets('Docker', line);
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual([expect.stringMatching(/^gap: \*\*Docker\*\*: .*\[…\]/)]);
    expect(doubtful(notes)[0]).toContain(` → ${hidden}`);
  });

  it.each([
    ['a name', 'Apareció gracias a Solomon Hykes en una charla.'],
    ['a name of a thing', 'En redes grandes se usa sobre todo Calico en producción.'],
    ['a word that could be any other', 'Para esto casi siempre conviene una base sencilla.'],
    ['a word of the headings beside it', 'Lo que más se usa hoy es sin duda Docker.'],
    ['the number of a name', 'El balanceador trabaja siempre sobre Capa 7 del modelo.'],
    ['what is to be done', 'Reducir al mínimo los 5 parámetros de cada llamada.'],
    ['what only the writer did', 'Instalo las 3 dependencias mínimas de todo el equipo.'],
  ])('never hides %s', (_what, line) => {
    const { cards = [], doubtful: waiting = [] } = read(bullets('Docker', line)).deck ?? {};
    const hidden = [...cards, ...waiting].filter(({ kind, back }) => kind === 'cloze' && back.split(' ').length < 3);
    expect(hidden).toEqual([]);
  });
});

describe('headings', () => {
  it('that ask are answered by what stands under them', () => {
    expect(asked('## Qué son los layers?\n\n* Son capas\n* Tienen un hash\n')[0]).toBe(
      '¿Qué son los layers? → - Son capas\n- Tienen un hash',
    );
    expect(asked('## How does DNS work?\n\nA resolver asks the root servers first.\n')[0]).toBe(
      'How does DNS work? → A resolver asks the root servers first.',
    );
  });

  it('that name a set ask for its members', () => {
    const notes = bullets(
      'Beneficios de Docker',
      '**Portabilidad** => Corre en todas partes.',
      '**Ligereza** => Pesa poco.',
    );
    expect(asked(notes)).toEqual([
      '¿Cuáles son los **beneficios de Docker**? → - Portabilidad\n- Ligereza',
      '**Beneficios de Docker**: ¿qué significa **Portabilidad**? → Corre en todas partes.',
      '**Beneficios de Docker**: ¿qué significa **Ligereza**? → Pesa poco.',
    ]);
  });

  it('that leave out “de” before a name are asked with it', () => {
    const under = (title: string, ...more: readonly string[]) =>
      asked(`# Docker\n\n#### ${title}\n\n* Portabilidad\n* Ligereza\n* Aislamiento\n${more.join('\n')}`)[0];
    expect(under('Beneficios Docker')).toContain('¿Cuáles son los **beneficios de Docker**?');
    expect(under('Ventajas Principales')).not.toContain('de Principales');
    expect(under('Ventajas principales')).not.toContain('de principales');
    expect(under('Beneficios del contenedor')).not.toContain('de del');
  });

  it('stand in the context, outermost first, without emoji', () => {
    const [card] = cardsOf('# Docker 🚀️\n\n### Imágenes\n\n* **Capa** => Un cambio en los archivos.\n');
    expect(card?.context).toEqual(['Docker', 'Imágenes']);
  });
});

describe('other forms', () => {
  it('takes cards that the author wrote, and lets them come first', () => {
    const notes = '# Docker\n\n- **Imagen**: plantilla de un contenedor\n\n¿Qué es Imagen?::Una plantilla inmutable.\n';
    expect(asked(notes)).toEqual(['¿Qué es Imagen? → Una plantilla inmutable.']);
    expect(skipped(notes)).toEqual(['3 asked-already']);
  });

  it('reads tables as glossaries, comparisons and grids', () => {
    expect(asked('| Término | Definición |\n|-|-|\n| Capa | Un cambio en los archivos |\n')).toEqual([
      '¿Qué es **Capa**? → Un cambio en los archivos',
    ]);
    expect(asked('| Procarionte | Eucarionte |\n|-|-|\n| ADN disperso | ADN en el núcleo |\n')[0]).toBe(
      '**Eucarionte**: ADN en el núcleo. ¿Y **Procarionte**? → ADN disperso',
    );
    expect(asked('| Planet | Moons | Rings |\n|-|-|-|\n| Mars | two | none |\n')[0]).toBe(
      'What are the **moons** of **Mars**? → two',
    );
  });
});

describe('what is no fact', () => {
  it.each([
    ['a task', '- [ ] Aprender los comandos de la semana', 'task'],
    ['a note to oneself', '- TODO explicar los comandos', 'todo'],
    ['credits', '- Autor: Ana Pérez', 'credits'],
    ['a link', '- [La documentación oficial](https://example.org)', 'link'],
    ['a cross reference', '- **Index** - See Staging Area.', 'cross-reference'],
    ['an introduction', 'Los tipos son los siguientes:', 'introduction'],
    ['a question alone', '- ¿Y qué pasa con los pods?', 'question'],
    ['a picture', '![](captura.png)', 'no-words'],
    ['a blank', '- Nombre: ______________', 'blank'],
    ['code alone', '```\nls -la\n```', 'code-without-purpose'],
  ])('gives no card and says why: %s', (_what, markdown, code) => {
    const notes = `# Apuntes\n\n${markdown}\n`;
    expect(asked(notes)).toEqual([]);
    expect(skipped(notes)).toEqual([`3 ${code}`]);
  });

  it('gives no card for commands without a purpose', () => {
    const notes = '# PODS\n\n**Single POD**\n\n```bash\n# Pod tipo POD\nkubectl get pods\n```\n';
    expect(asked(notes)).toEqual([]);
    expect(skipped(notes)).toEqual(['3 code-label', '5 code-without-purpose']);
  });

  it('makes no wall of text', () => {
    const definition = `${'una palabra tras otra '.repeat(20)}y ya`;
    expect(skipped(bullets('Notas', `**Ladrillo** => ${definition}`))).toEqual(['3 long-answer']);
  });

  it('is told once where the same card comes twice', () => {
    const notes = bullets('Docker', '**Capa** => Un cambio.', '**Capa** => Un cambio.');
    expect(asked(notes)).toHaveLength(1);
    expect(skipped(notes)).toEqual(['4 duplicate']);
  });
});

describe('identity', () => {
  const notes = bullets('Docker', '**Capa** => Un cambio en los archivos.', 'Soporta variables y parámetros.');

  it('does not depend on lines, neighbours or line ends', () => {
    const ids = cardsOf(notes).map((card) => card.id);
    const more = notes.replace('* **Capa**', '\n\n* **Nueva** => Otra cosa distinta.\n* **Capa**');
    expect(cardsOf(more).map((card) => card.id)).toEqual(expect.arrayContaining(ids));
    expect(cardsOf(notes.replaceAll('\n', '\r\n')).map((card) => card.id)).toEqual(ids);
  });

  it('is twelve characters of base32 and unique in the deck', () => {
    const ids = cardsOf(notes).map((card) => card.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{12}$/);
  });

  it('points at the line and the passage', () => {
    const { deck } = read(notes);
    const [term, fact] = deck!.cards;
    const passages = new Map(deck!.passages.map((passage) => [passage.id, passage]));
    expect(term?.source).toEqual({ file: 'notes.md', line: 3 });
    expect(passages.get(term!.passageId)).toMatchObject({ kind: 'term', title: 'Capa' });
    expect(passages.get(fact!.passageId)).toMatchObject({ kind: 'section', title: 'Docker' });
  });
});
