import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../../src/tutor/ask/answering/check-answer.js';
import { readAnswer } from '../../../../src/tutor/ask/answering/read-answer.js';
import { aPassage } from '../../../contracts/store/world.js';

const LAYERS = aPassage('layers', {
  title: 'Layers de una imagen',
  headings: ['Docker', 'Layers de una imagen'],
  body: [
    '- Cada imagen tiene uno o más layers.',
    '- Cada layer representa un comando del Dockerfile.',
    '- Se identifican con hashes: si dos tienen el mismo, solo se almacena uno.',
    '- Los layers no se pueden modificar.',
  ].join('\n'),
});
const VOLUMES = aPassage('volumes', {
  title: 'Volumes',
  headings: ['Docker', 'Volumes'],
  body: 'A volume keeps data when its container is removed. Ports below 1024 need root.',
  language: 'en',
});

const SHARED = aPassage('shared', { title: 'Ahorro', body: 'Dos imágenes comparten layers y no los duplican.' });

function check(answer: string) {
  return checkAnswer(readAnswer(answer, 'es'), [LAYERS, VOLUMES, SHARED]);
}

describe('a sentence is kept', () => {
  it.each([
    ['in the words of its passage', 'Cada layer representa un comando del Dockerfile [1].'],
    ['in other forms of them', 'Las imágenes tienen layers identificados con un hash [1].'],
    ['in the other language, by the glossary', 'Cada capa representa un comando del Dockerfile [1].'],
    ['with a word or two of its own', 'Un layer es el resultado de un comando del Dockerfile [1].'],
    ['when it denies what is denied', 'Los layers no se modifican [1].'],
    ['of a passage that goes on to deny something', 'Dos imágenes comparten layers [3].'],
    ['from two passages', 'Los layers se identifican con hashes y un volume keeps data [1][2].'],
    ['with the numbers of its passage', 'Ports below 1024 need root [2].'],
  ])('%s', (_, answer) => {
    expect(check(answer)?.dropped).toBe(0);
  });
});

describe('a sentence is dropped', () => {
  it.each([
    ['without a citation', 'Cada layer representa un comando del Dockerfile.'],
    ['that cites a passage that was not given', 'Cada layer representa un comando del Dockerfile [4].'],
    ['that cites one more than there is', 'Cada layer representa un comando del Dockerfile [1][9].'],
    ['that cites passage zero', 'Cada layer representa un comando del Dockerfile [0].'],
    ['that cites the wrong passage', 'Cada layer representa un comando del Dockerfile [2].'],
    ['that the passage does not say', 'Los contenedores usan poca memoria y arrancan deprisa [1].'],
    ['with another number', 'Ports below 8080 need root [2].'],
    ['with a name that is not there', 'Cada layer representa un comando de Kubernetes del Dockerfile [1].'],
    ['that denies what is said', 'Una imagen no tiene layers [1].'],
    ['that says what is denied', 'Los layers se pueden modificar [1].'],
    ['that says nothing', 'Sí [1].'],
  ])('%s', (_, answer) => {
    expect(check(answer)).toBeNull();
  });
});

it('keeps what holds and counts what it drops', () => {
  const answer = 'Cada imagen tiene uno o más layers [1]. Los inventó Google [1]. Se identifican con hashes [1].';
  expect(check(answer)).toEqual({
    sentences: [
      { text: 'Cada imagen tiene uno o más layers.', citations: [1] },
      { text: 'Se identifican con hashes.', citations: [1] },
    ],
    dropped: 1,
  });
});

it('does not trust the rest of an answer that is mostly invented', () => {
  const invented = 'Los inventó Google [1]. Pesan 20 GB [1]. Viven en la nube [1].';
  expect(check(`Cada imagen tiene uno o más layers [1]. ${invented}`)).toBeNull();
  expect(check('')).toBeNull();
});
