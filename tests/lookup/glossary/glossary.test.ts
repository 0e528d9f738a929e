import { describe, expect, it } from 'vitest';
import { parseGlossary, shippedGlossary } from '../../../src/lookup/glossary/glossary.js';

const said = (phrase: string, glossary = shippedGlossary()) =>
  glossary.renderings(phrase.split(' ')).map(({ words }) => words.join(' '));

describe('the glossary that ships', () => {
  it.each([
    ['layers', 'capa'],
    ['capas', 'layer'],
    ['image', 'imagen'],
    ['containers', 'contenedor'],
    ['registry', 'registro'],
    ['registros', 'registry'],
    ['vm', 'maquina virtual'],
    ['virtual machines', 'maquina virtual'],
    ['maquinas virtuales', 'vm'],
    ['network', 'red'],
    ['volumen', 'volume'],
    ['file', 'fichero'],
    ['archivo', 'file'],
    ['servers', 'servidor'],
  ])('says %s as %s', (phrase, other) => expect(said(phrase)).toContain(other));
});

describe('a glossary', () => {
  it('joins lines about the same word', () => {
    const glossary = parseGlossary('file = archivo\nfile = fichero');
    expect(said('file', glossary)).toEqual(['archivo', 'fichero']);
  });
  it('passes over lines that it cannot read', () => {
    expect(said('file', parseGlossary('# words\nfile\n= archivo\n\nfile = archivo'))).toEqual(['archivo']);
  });
  it('has nothing to say about other words', () => {
    expect(said('promitius')).toEqual([]);
    expect(said('constructor tostring')).toEqual([]);
  });
});
