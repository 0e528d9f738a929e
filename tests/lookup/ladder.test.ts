import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../src/lookup/glossary/glossary.js';
import { buildLookup } from '../../src/lookup/lookup.js';
import { passage } from './support/passages.js';

const lookup = buildLookup([
  passage('Contenedores', 'Un proceso aislado del resto. Hay cachés y volúmenes.'),
  passage('¿Qué es una red?', 'Lo que une a los contenedores entre sí.'),
  passage('Volúmenes de datos', 'Guardan archivos fuera del contenedor.'),
  passage('Node.js vs Deno', 'Dos maneras de ejecutar JavaScript.'),
  passage('C++', 'Un lenguaje con clases.'),
  passage('C#', 'Un lenguaje con recolección de basura.'),
  passage('Kubernetes', 'Orquesta contenedores en muchas máquinas.', { aliases: ['k8s'] }),
  passage('LXC (Linux container)', 'La primera implementación en Linux.', { kind: 'term' }),
  passage('Espacio de nombres', 'Separa lo que un proceso ve.'),
  passage('Recolector', 'Limpia la memoria que ya nadie usa.', { kind: 'term', headings: ['Notes', 'Memoria'] }),
]);

describe('the ladder from a query to a passage', () => {
  it.each([
    ['Contenedores', 'Contenedores', 'title'],
    ['CONTENEDORES', 'Contenedores', 'title'],
    ['contenedor', 'Contenedores', 'title'],
    ['volumenes de datos', 'Volúmenes de datos', 'title'],
    ['red', '¿Qué es una red?', 'title'],
    ['explícame las redes', '¿Qué es una red?', 'title'],
    ['volumen', 'Volúmenes de datos', 'title'],
    ['node js', 'Node.js vs Deno', 'title'],
    ['c++', 'C++', 'title'],
    ['C#', 'C#', 'title'],
    ['k8s', 'Kubernetes', 'alias'],
    ['what is k8s', 'Kubernetes', 'alias'],
    ['LXC', 'LXC (Linux container)', 'title'],
    ['Linux container', 'LXC (Linux container)', 'alias'],
    ['container', 'Contenedores', 'translation'],
    ['what is a network?', '¿Qué es una red?', 'translation'],
    ['namespaces', 'Espacio de nombres', 'translation'],
    ['kubrenetes', 'Kubernetes', 'typo'],
    ['espacio de nonbres', 'Espacio de nombres', 'typo'],
    ['orquestar muchas máquinas', 'Kubernetes', 'text'],
  ])('%s → %s by its %s', (query, title, match) => {
    const { answer } = lookup.find(query);
    expect(answer && { title: answer.passage.title, match: answer.match }).toEqual({ title, match });
  });

  it('prefers what is called so to what only mentions it', () => {
    const titles = lookup.find('contenedor').results.map((hit) => hit.passage.title);
    expect(titles[0]).toBe('Contenedores');
    expect(titles).toContain('Kubernetes');
  });

  it('scores a surer rung higher', () => {
    const score = (query: string) => lookup.find(query).answer?.score ?? 0;
    const rungs = ['Kubernetes', 'k8s', 'kubrenetes', 'orquesta máquinas'].map(score);
    expect(rungs).toEqual([...rungs].sort((a, b) => b - a));
    expect(new Set(rungs).size).toBe(rungs.length);
  });

  it('does not mistake another word of the notes for a typo', () => {
    expect(lookup.find('clases').answer?.match).toBe('text');
  });

  it('does not take half of a name for the whole', () => {
    expect(lookup.find('submarino contenedor').answer).toBeNull();
  });

  it('keeps every meaning of a word that has several, the section before the term', () => {
    const twice = buildLookup([
      passage('Docker', 'Orquesta contra el Kernel.', { id: 'term', kind: 'term', headings: ['Notes', 'Piezas'] }),
      passage('¿Qué es Docker?', 'Un runtime que expone una API.', { id: 'section' }),
    ]);
    const found = twice.find('docker').results.slice(0, 2);
    expect(found.map((hit) => hit.passage.id)).toEqual(['section', 'term']);
    expect(found[0]?.score).toBe(found[1]?.score);
  });

  it('learns a word from a glossary of its own', () => {
    const notes = [passage('Despliegue azul verde', 'Dos entornos y un cambio de tráfico.')];
    const taught = parseGlossary('release dance = despliegue azul verde');
    expect(buildLookup(notes).find('release dance').answer).toBeNull();
    expect(buildLookup(notes, { glossary: taught }).find('release dance').answer?.match).toBe('translation');
  });
});

describe('words of both languages', () => {
  it('keeps Spanish words that are grammar in English', () => {
    const notes = buildLookup([
      passage('Valores', 'El valor no es un valor: marca lo que falta.'),
      passage('Despedida', 'He de irme, me voy.'),
    ]);
    expect(notes.find('he me voy').answer?.passage.title).toBe('Despedida');
  });

  it('answers a Spanish question from English notes', () => {
    const notes = buildLookup([
      passage('Layers', 'Each layer is stored once when two images share it.', { language: 'en' }),
      passage('Networks', 'A bridge joins containers on one host.', { language: 'en' }),
    ]);
    expect(notes.find('¿Qué puente hay entre los contenedores de un anfitrión?').answer?.passage.title).toBe(
      'Networks',
    );
    expect(notes.find('capas').answer?.passage.title).toBe('Layers');
  });
});

describe('a phrase with a short name', () => {
  const notes = buildLookup([
    passage('Arranque', 'El SO se instala sobre el hardware.'),
    passage('Capas', 'Un sistema de capas reutilizables.'),
    passage('Comandos', 'Los comandos se ejecutan en orden.'),
  ]);
  it.each(['¿Dónde se instala el sistema operativo?', 'where is the operating system installed'])('%s', (query) => {
    expect(notes.find(query).answer?.passage.title).toBe('Arranque');
  });
});

describe('an empty library', () => {
  const empty = buildLookup([]);
  it('knows nothing and says so', () => {
    expect(empty.find('docker')).toEqual({
      query: 'docker',
      answer: null,
      near: null,
      sides: [],
      readings: [],
      results: [],
      suggestions: [],
    });
    expect(empty.suggest('d', 5)).toEqual([]);
  });
  it('does not answer with a heading that has no words of its own', () => {
    const bare = buildLookup([passage('Docker', ''), passage('Redes', 'Unen contenedores.')]);
    expect(bare.find('docker').answer).toBeNull();
    expect(bare.passage(passage('Docker', '').id)?.title).toBe('Docker');
  });
});
