import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lookup/lookup.js';
import { passage } from './support/passages.js';

const notes = [
  passage('Imágenes de Docker', 'Una imagen es la plantilla de un contenedor.'),
  passage('Docker', 'Un runtime que expone una API.'),
  passage('Dockerfile', 'Es el plano de la imagen.'),
  passage('¿Qué es un registro?', 'Guarda imágenes.'),
  passage('docker', 'Otra vez lo mismo.', { id: 'again', kind: 'term', headings: ['Notes', 'Piezas'] }),
  passage('Kubernetes', 'Orquesta contenedores.', { aliases: ['k8s'] }),
];
const lookup = buildLookup(notes);
const offered = (typed: string, limit = 5) => lookup.suggest(typed, limit).map(({ title }) => title);

describe('autocomplete', () => {
  it.each([
    ['what begins so comes before what has a word that does', 'do', ['Docker', 'Dockerfile', 'Imágenes de Docker']],
    ['accents and case do not matter', 'IMAGEN', ['Imágenes de Docker']],
    ['the question form of a title does not matter', 'registr', ['¿Qué es un registro?']],
    ['an alias leads to its title', 'k8', ['Kubernetes']],
    ['a slip is forgiven', 'kuberent', ['Kubernetes']],
    ['a slip in what begins a longer title is forgiven', 'dokcerf', ['Dockerfile', 'Docker']],
    ['another word is no slip', 'banana', []],
    ['emoji lead nowhere', '🚀', []],
  ])('%s', (_, typed, titles) => {
    expect(offered(typed)).toEqual(titles);
  });

  it('offers the first titles of the notes before anything is typed, each once', () => {
    expect(offered('', 10)).toEqual([
      'Imágenes de Docker',
      'Docker',
      'Dockerfile',
      '¿Qué es un registro?',
      'Kubernetes',
    ]);
  });

  it('offers first what this team asks most, among those that fit as well', () => {
    const asked = new Map([
      [notes[2]!.id, 3],
      [notes[0]!.id, 9],
    ]);
    expect(lookup.suggest('do', 5, asked).map(({ title }) => title)).toEqual([
      'Dockerfile',
      'Docker',
      'Imágenes de Docker',
    ]);
    expect(lookup.suggest('', 1, asked).map(({ title }) => title)).toEqual(['Imágenes de Docker']);
  });

  it('keeps the limit', () => {
    expect(offered('do', 2)).toEqual(['Docker', 'Dockerfile']);
  });

  it('names the passage behind each title', () => {
    const [first] = lookup.suggest('kube', 1);
    expect(lookup.passage(first!.passageId)?.title).toBe('Kubernetes');
  });
});
