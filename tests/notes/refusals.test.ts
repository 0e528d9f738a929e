import { describe, expect, it } from 'vitest';
import { asked, doubtful, skipped } from './support.js';

describe('what is no fact gives no card, and the reason is told', () => {
  it.each([
    ['a task', '- [ ] Leer el tema tres antes del lunes', 'task'],
    ['a finished task', '- [x] Leer el tema tres antes del lunes', 'task'],
    ['a note to oneself', '- TODO: explicar las subredes', 'todo'],
    ['a note to oneself', '- Pendiente: explicar las subredes', 'todo'],
    ['credits', '- Autora: Ana Pérez', 'credits'],
    ['credits', '- Source: Computer Networks, 5th edition', 'credits'],
    ['a title with its author', '- Tema uno: _Redes_ Estudiante: Ana Pérez', 'credits'],
    ['a step', '- **Create role**: Create an IAM role with a trust policy.', 'step'],
    ['a step', '- **Crear la rama**: ejecutar el comando de siempre', 'step'],
    ['a step', '- Go to the dashboard - settings page of the project', 'step'],
    ['a row without its table', '- | `scheme` | `internet-facing` | public address |', 'table'],
    ['advice to the reader', '- Make sure you set this before deploying.', 'no-fact'],
    ['a pointer inside', '- No se debe usar este algoritmo con listas largas.', 'no-fact'],
    ['a link', '- [La documentación oficial](https://example.org)', 'link'],
    ['a wiki link', '- [[Tema 3]]', 'link'],
    ['a cross reference', '- **Índice** - Ver Área de preparación.', 'cross-reference'],
    ['another name only', '- **Repo** - Repositorio.', 'cross-reference'],
    ['an introduction', 'Los tipos son los siguientes:', 'introduction'],
    ['a question alone', '- ¿Y qué pasa con los pods?', 'question'],
    ['a picture', '![](captura.png)', 'no-words'],
    ['a blank', '- Nombre: ______________', 'blank'],
    ['dots to fill in', '- Nombre: ................', 'blank'],
    ['code alone', '```sh\nls -la\n```', 'code-without-purpose'],
    ['a diagram', '```mermaid\ngraph TD\n  A --> B\n```', 'code-without-purpose'],
    ['an example', '- Por ejemplo: un servidor de correo con dos réplicas', 'example'],
    ['an example', '- Example: a mail server with two replicas', 'example'],
    ['a date', '2024-05-17', 'metadata'],
    ['tags', '#redes #apuntes', 'metadata'],
    ['a property of a page', 'Created: March 3, 2024 10:12 AM', 'metadata'],
    ['a property of a page', 'Estado: en curso', 'metadata'],
    ['a command said in one word', '- `ls`: listar', 'too-short'],
    ['a term that is only marked', '- **Puerto**: opcional', 'too-short'],
    ['an aside', '- Creo que esto lo veremos otro día con calma.', 'no-fact'],
    ['a pointer', '- Por eso esto no sirve para las aulas.', 'no-fact'],
    ['advice', '- Reducir al mínimo el número de dependencias.', 'no-fact'],
    ['an announcement', '- El switch ofrece las siguientes ventajas frente al hub.', 'no-fact'],
    ['a footnote', '[^1]: Una nota al pie.', 'footnote'],
    ['raw HTML', '<div>hola</div>', 'html'],
  ])('%s: %s', (_what, markdown, code) => {
    const notes = `# Apuntes\n\n${markdown}\n`;
    expect(asked(notes)).toEqual([]);
    expect(skipped(notes)).toEqual([`3 ${code}`]);
  });

  it.each([
    'Todo organismo está formado por células.',
    'Todos los routers encaminan paquetes.',
  ])('but "%s" is one', (fact) => expect(asked(`# Notas\n\n- ${fact}\n`)).toHaveLength(1));

  it.each([
    ['Referencias', 'no-facts-here'],
    ['Enlaces', 'no-facts-here'],
    ['Tabla de contenidos', 'no-facts-here'],
    ['Table of contents', 'no-facts-here'],
    ['Further reading', 'no-facts-here'],
    ['Créditos', 'no-facts-here'],
    ['Tareas', 'no-facts-here'],
    ['Learning objectives', 'no-facts-here'],
    ['Contributing', 'no-facts-here'],
    ['Ejemplos', 'example'],
    ['Ejercicios', 'example'],
    ['Exercise 2', 'example'],
  ])('no statement below the heading "%s", but what somebody set off as a fact', (heading, code) => {
    const facts = '- **DNS**: traduce nombres a direcciones\n\n¿Qué guarda un zócalo?::una dirección y un puerto';
    const notes = `# Redes\n\n## ${heading}\n\n- Los servidores tienen dos réplicas cada uno.\n\n${facts}\n`;
    expect(asked(notes)).toEqual([
      expect.stringMatching(/¿qué (?:hace|es) \*\*DNS\*\*\? → Traduce nombres a direcciones$/i),
      '¿Qué guarda un zócalo? → una dirección y un puerto',
    ]);
    expect(doubtful(notes)).toEqual([]);
    expect(skipped(notes)).toEqual([`5 ${code}`]);
  });

  it.each([
    'Ejemplo: un servidor',
    'Enlaces entre nodos',
    'Laboratorio 4',
    'Data Link',
    'Practice examples',
  ])('is not said of a section for a word in its heading: "%s"', (heading) => {
    const notes = `# Redes\n\n## ${heading}\n\n- Los servidores tienen dos réplicas cada uno.\n`;
    expect(asked(notes)).toEqual([expect.stringContaining('→ Los servidores tienen dos réplicas cada uno.')]);
    expect(skipped(notes)).toEqual([]);
  });

  it('is left to be looked at where what it speaks of was said before', () => {
    const notes = '# Apuntes\n\n- La relación entre ambos es una división entera.\n';
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual(['gap: La relación entre ambos es […]. → una división entera']);
  });

  it('no item below "For example:"', () => {
    const notes = '# Redes\n\nPor ejemplo:\n\n- Los servidores tienen dos réplicas.\n- Los routers tienen tres.\n';
    expect(asked(notes)).toEqual([]);
    expect(skipped(notes).slice(1)).toEqual(['5 example', '6 example']);
  });
});

describe('a card that would not be good', () => {
  it('is not made where the answer is a wall', () => {
    const definition = `${'una palabra tras otra '.repeat(20)}y ya`;
    expect(skipped(`# Notas\n\n- **Ladrillo**: ${definition}\n`)).toEqual(['3 long-answer']);
  });

  it('is cut where its author began another part', () => {
    const first = 'conjunto de cambios de los archivos que hay debajo de ella y que nadie puede escribir otra vez';
    const more = 'se guarda una sola vez aunque muchas imágenes la usen a la vez en la misma máquina';
    expect(asked(`# Notas\n\n- **Capa**: ${first}; ${more}; ${more}; ${more}\n`)).toEqual([
      `¿Qué es **Capa**? → C${first.slice(1)}`,
    ]);
  });

  it('is not made where the question gives its answer away', () => {
    expect(skipped('# Filosofía\n\n- "Funciona en mi equipo" → "Funciona en todos los equipos"\n')).toEqual([
      '3 given-away',
    ]);
    expect(skipped('# Redes\n\n- `docker logs`: `docker logs`\n')[0]).toMatch(/^3 /);
  });

  it('is not made where the answer asks', () => {
    expect(skipped('# Redes\n\n- **CI**: ¿el código pasa las pruebas?\n')).toEqual(['3 question']);
  });

  it('is not made of half a formula', () => {
    expect(skipped('# Redes\n\n- $$ \\alpha = \\frac{n}{m}\n\n$$\n')).toContain('3 half-code');
  });

  it('is not made of words that are damaged', () => {
    expect(skipped('# Redes\n\n- **Capa**: un cambio en los archi\uFFFDvos\n')).toContain('3 damaged');
  });

  it('is made once', () => {
    const notes = '# Docker\n\n* **Capa** => Un cambio.\n* **Capa** => Un cambio.\n';
    expect(asked(notes)).toHaveLength(1);
    expect(skipped(notes)).toEqual(['4 duplicate']);
  });

  it('asks for all right answers where a question has several', () => {
    const notes = '# Dockerfile\n\n* Soporta variables de entorno.\n* Soporta parámetros de construcción.\n';
    expect(asked(notes)).toEqual([]);
    expect(doubtful(notes)).toEqual([
      'open: ¿Qué soporta **Dockerfile**? → - Soporta variables de entorno.\n- Soporta parámetros de construcción.',
    ]);
    expect(skipped(notes)).toEqual([]);
  });

  it('has a front of at most 200 characters or so', () => {
    const long = `Si ${'una condición muy larga y '.repeat(9)}nada más, el sistema se detiene.`;
    for (const card of asked(`# Redes\n\n- ${long}\n`)) expect(card.split(' → ')[0]!.length).toBeLessThanOrEqual(220);
  });
});
